import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classes } from './classes';
import { Icon, type IconName } from './Icon';

/** The five states of the whole product; colours and icons follow (ux.md section 2). */
export type State = 'ok' | 'doing' | 'need' | 'late' | 'off';

export const STATE_ICON: Record<State, IconName> = {
  ok: 'ok',
  doing: 'doing',
  need: 'need',
  late: 'late',
  off: 'todo',
};

/** A state as icon and words. */
export function Tag({ state, children }: { state: State; children: ReactNode }) {
  return (
    <View className={classes('sw-tag', `sw-tag_${state}`)}>
      <Icon name={STATE_ICON[state]} />
      <Text>{children}</Text>
    </View>
  );
}
