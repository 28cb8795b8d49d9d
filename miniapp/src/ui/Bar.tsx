import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { a11y } from './a11y';
import { Button, type ButtonProps } from './Button';
import { Link } from './Link';

export interface BarProps {
  primary?: ButtonProps;
  second?: ButtonProps;
  /** Second and primary side by side, second first; stacked in care mode. */
  pair?: boolean;
  /** One line under the buttons. A button that is off says its reason here by itself. */
  reason?: ReactNode;
  /** The way out: 「以后再拍」. */
  link?: { text: string; onTap: () => void };
}

/** What can be done on this page, stuck to the bottom. Goes into Page's `bar`. */
export function Bar({ primary, second, pair, reason, link }: BarProps) {
  const why = reason ?? primary?.off ?? second?.off;
  const first = primary && <Button kind="primary" {...primary} hideReason />;
  const other = second && <Button {...second} hideReason />;
  return (
    <View className="sw-bar" {...a11y({ role: 'contentinfo' })}>
      <View className={pair ? 'sw-bar__two' : 'sw-btns'}>
        {pair ? other : first}
        {pair ? first : other}
      </View>
      {why && <View className="sw-bar__why">{why}</View>}
      {link && (
        <View className="sw-bar__link">
          <Link onTap={link.onTap}>{link.text}</Link>
        </View>
      )}
    </View>
  );
}
