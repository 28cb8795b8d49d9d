import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

/** Nothing here, said kindly: 「还没有消息。有进展会写在这里。」 */
export function Empty({ children }: { children: ReactNode }) {
  return <View className="sw-void">{children}</View>;
}
