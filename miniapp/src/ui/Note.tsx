import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { a11y } from './a11y';
import { classes } from './classes';
import { Icon, type IconName } from './Icon';
import { STATE_ICON, type State } from './Tag';

export interface NoteProps {
  state?: State;
  title?: ReactNode;
  /** Default: the state's own. */
  icon?: IconName;
  children?: ReactNode;
  /** One button. */
  action?: ReactNode;
  /** With margins and round corners, inside a section. */
  inset?: boolean;
  /** Errors only: a screen reader says it at once. */
  alert?: boolean;
}

/** The one sentence that matters now. */
export function Note({ state = 'off', title, icon, children, action, inset, alert }: NoteProps) {
  return (
    <View
      className={classes('sw-note', `sw-note_${state}`, inset && 'sw-note_in')}
      {...a11y({ role: alert ? 'alert' : 'status' })}
    >
      <Icon name={icon ?? STATE_ICON[state]} className="sw-note__i" />
      <View>
        {title && <View className="sw-note__t">{title}</View>}
        {children}
        {action && <View className="sw-mt8">{action}</View>}
      </View>
    </View>
  );
}
