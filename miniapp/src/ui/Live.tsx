import { announce } from '@miniapp/platform/ui';
import { View } from '@tarojs/components';
import { useEffect, useRef } from 'react';
import { a11y } from './a11y';
import { Button, type ButtonProps } from './Button';
import { classes } from './classes';
import { Icon } from './Icon';
import { STATE_ICON, type State } from './Tag';
import '../styles/staff.css';

export interface LiveFigure {
  label: string;
  /** 「6,283.75」 */
  value: string;
  /** 「低于 8,700」 */
  note: string;
  state?: Exclude<State, 'doing'>;
}

export interface LiveProps {
  figures: LiveFigure[];
  action?: ButtonProps;
}

const QUIET_MS = 800;

/** Figures that follow what a cadre types, stuck to the bottom. Said once typing has stopped. Goes into Page's `bar`. */
export function Live({ figures, action }: LiveProps) {
  const spoken = figures.map(({ label, value, note }) => `${label} ${value}，${note}`).join('。');
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    const timer = setTimeout(() => announce(spoken), QUIET_MS);
    return () => clearTimeout(timer);
  }, [spoken]);
  return (
    <View className="sw-live" {...a11y({ role: 'contentinfo', label: '算出来的数' })}>
      <View className="sw-live__g">
        {figures.map(({ label, value, note, state = 'off' }) => (
          <View key={label}>
            <View className="sw-min">{label}</View>
            <View className={classes('sw-live__n', `sw-live__n_${state}`)}>{value}</View>
            <View className={classes('sw-live__s', `sw-live__s_${state}`)}>
              {state !== 'off' && <Icon name={STATE_ICON[state]} />}
              <View>{note}</View>
            </View>
          </View>
        ))}
      </View>
      {action && (
        <View className="sw-mt8">
          <Button kind="primary" {...action} />
        </View>
      )}
    </View>
  );
}
