import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { a11y } from '../a11y';
import { classes } from '../classes';
import { Tap } from '../Tap';
import { useId } from '../useId';
import { Kbd } from './Kbd';

export interface DeskAction {
  key: string;
  label: string;
  /** Its key, such as `A`; listen with useKeys. */
  shortcut?: string;
  primary?: boolean;
  /** Off, and why. */
  off?: string;
  busy?: boolean;
  onTap: () => void;
}

export interface DeskActionsProps {
  /** Only what this role may do now, and what others expect and cannot. */
  actions: readonly DeskAction[];
  /** 「点“同意”后 10 秒内可以撤回。」 */
  note?: ReactNode;
}

/** Action bar at the foot of a case, with the reason of every button that is off. */
export function DeskActions({ actions, note }: DeskActionsProps) {
  const id = useId();
  const reasons = actions.filter(({ off }) => off).map(({ label, off }) => `“${label}”点不了：${off}。`);
  return (
    <View className="sw-d__act" {...a11y({ role: 'group', label: '可以做的' })}>
      <View className="sw-d__btns">
        {actions.map(({ key, label, shortcut, primary, off, busy, onTap }) => (
          <Tap
            key={key}
            className={classes(
              'sw-dbtn',
              primary && !off && 'sw-dbtn_pri',
              off !== undefined && 'sw-dbtn_off',
            )}
            disabled={off !== undefined || busy || undefined}
            describedBy={off ? id : undefined}
            keys={shortcut}
            onTap={onTap}
          >
            <View>{label}</View>
            {shortcut && !off && <Kbd>{shortcut}</Kbd>}
          </Tap>
        ))}
      </View>
      {(reasons.length > 0 || note) && (
        <View id={id} className="sw-min">
          {reasons.join('')}
          {note}
        </View>
      )}
    </View>
  );
}
