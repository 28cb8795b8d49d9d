import { isH5 } from '@miniapp/platform/target';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

/** Two columns beside each other where there is room. On weapp one below the other, without boxes: what lies too deep is not drawn there. */
export function Columns({ left, right }: { left: ReactNode; right: ReactNode }) {
  if (!isH5)
    return (
      <>
        {left}
        {right}
      </>
    );
  return (
    <View className="sw-gl__cols">
      <View>{left}</View>
      <View>{right}</View>
    </View>
  );
}
