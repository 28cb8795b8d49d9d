import { Text } from '@tarojs/components';
import { a11y } from '../a11y';

/** A key, drawn. What a screen reader needs is on the button (`keys`). */
export function Kbd({ children }: { children: string }) {
  return (
    <Text className="sw-kbd" {...a11y({ hidden: true })}>
      {children}
    </Text>
  );
}
