import { View } from '@tarojs/components';
import type pictures from '../styles/pictures.json';
import { a11y } from './a11y';
import { classes } from './classes';

export type IconName = keyof (typeof pictures)['icons'];

/** Always beside words, never instead of them, so a screen reader passes over it. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return <View className={classes('i', `i-${name}`, className)} {...a11y({ hidden: true })} />;
}
