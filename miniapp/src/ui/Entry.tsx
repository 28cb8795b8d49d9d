import { View } from '@tarojs/components';
import { Icon, type IconName } from './Icon';
import { Tap } from './Tap';

export interface EntryProps {
  icon: IconName;
  title: string;
  /** With a draft: 「上次填到第 5 步，接着填」. */
  detail: string;
  onTap: () => void;
}

/** The one big door of a page. */
export function Entry({ icon, title, detail, onTap }: EntryProps) {
  return (
    <Tap role="link" className="sw-entry" onTap={onTap}>
      <Icon name={icon} />
      <View>
        <View className="sw-entry__t">{title}</View>
        <View className="sw-entry__d">{detail}</View>
      </View>
      <Icon name="right" />
    </Tap>
  );
}
