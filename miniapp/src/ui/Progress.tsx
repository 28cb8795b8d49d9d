import { View } from '@tarojs/components';
import { a11y } from './a11y';
import { classes } from './classes';

/** Segments up to `now` of `total`. The sentence beside it is what a screen reader says. */
export function Progress({ now, total }: { now: number; total: number }) {
  return (
    <View className="sw-prog" {...a11y({ hidden: true })}>
      {Array.from({ length: total }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: segments have no other name
        <View key={index} className={classes('sw-prog__i', index < now && 'sw-prog__i_on')} />
      ))}
    </View>
  );
}
