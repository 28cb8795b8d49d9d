import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { a11y } from './a11y';
import { classes } from './classes';
import { Icon, type IconName } from './Icon';
import { Tap } from './Tap';

export interface RowProps {
  title: ReactNode;
  detail?: ReactNode;
  /** Small words above the title: 「现在谁在办」. */
  over?: ReactNode;
  icon?: IconName;
  /** A Tag under the words, or above them with `tagFirst`. */
  tag?: ReactNode;
  tagFirst?: boolean;
  /** The whole row is the link. Without it the row only tells. */
  onTap?: () => void;
  /** Word at the right end instead of the arrow: 「拨打」. */
  act?: string;
  /** A Tag or a small Button at the right end; then the row itself is not a link. */
  right?: ReactNode;
  /** Grey and light: 「以前的公示」. */
  quiet?: boolean;
  /** What a screen reader says, when the words in their order are not enough. */
  label?: string;
}

/** One line of a list. Hairlines between rows come by themselves. */
export function Row(props: RowProps) {
  const { onTap, right, icon, quiet, label } = props;
  const className = classes('sw-row', icon && 'sw-row_icon', quiet && 'sw-row_quiet');
  if (onTap && right === undefined) {
    return (
      <Tap role="link" className={className} onTap={onTap} label={label}>
        <Content {...props} />
      </Tap>
    );
  }
  return (
    <View className={className} {...a11y({ label, role: label ? 'group' : undefined })}>
      <Content {...props} />
    </View>
  );
}

function Content({ title, detail, over, icon, tag, tagFirst, onTap, act, right }: RowProps) {
  return (
    <>
      {icon && <Icon name={icon} className="sw-row__ico" />}
      <View>
        {tag && tagFirst && <View className="sw-row__tag_over">{tag}</View>}
        {over && <View className="sw-row__over">{over}</View>}
        <View className="sw-row__t">{title}</View>
        {detail && <View className="sw-row__d">{detail}</View>}
        {tag && !tagFirst && <View className="sw-row__tag">{tag}</View>}
      </View>
      {right ?? (act ? <View className="sw-row__act">{act}</View> : onTap && <Icon name="right" />)}
    </>
  );
}
