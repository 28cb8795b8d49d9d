import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { a11y } from './a11y';
import { classes } from './classes';

export interface SectionProps {
  title?: ReactNode;
  /** Small words at the right of the title. */
  aside?: ReactNode;
  /** Directly under the head, without the grey gap. */
  flush?: boolean;
  /** Its content keeps to the page's edge: for words and forms, not for rows. */
  pad?: boolean;
  children?: ReactNode;
}

/** A white band with a level 2 heading. Sections are the only boxes there are. */
export function Section({ title, aside, flush, pad, children }: SectionProps) {
  return (
    <View className={classes('sw-sec', flush && 'sw-flush')}>
      {title && (
        <View className="sw-h2">
          <View {...a11y({ role: 'heading', level: 2 })}>{title}</View>
          {aside && <View className="sw-sub">{aside}</View>}
        </View>
      )}
      {pad ? <View className={title ? 'sw-pad sw-pb' : 'sw-in'}>{children}</View> : children}
    </View>
  );
}
