import { View } from '@tarojs/components';
import { a11y } from './a11y';
import { classes } from './classes';
import { Icon } from './Icon';

/** What is wrong with an answer. Stands above its box: the keyboard hides what is below. */
export function Problem({ id, text, className }: { id?: string; text: string; className?: string }) {
  return (
    <View id={id} className={classes('sw-field__err', className)} {...a11y({ role: 'alert' })}>
      <Icon name="late" />
      <View>{text}</View>
    </View>
  );
}
