import { View } from '@tarojs/components';
import { Link } from '../Link';
import { FactList } from './FactList';
import { Kbd } from './Kbd';

export interface KeyTableProps {
  words: ReadonlyArray<{ keys: readonly string[]; does: string }>;
  onClose: () => void;
}

/** The list of keys of a page at a desk. */
export function KeyTable({ words, onClose }: KeyTableProps) {
  return (
    <View className="sw-keys">
      <View className="sw-keys__h">
        <View className="sw-b">快捷键</View>
        <Link onTap={onClose} label="收起快捷键表">
          收起
        </Link>
      </View>
      <FactList
        facts={words.map(({ keys, does }) => ({
          key: does,
          value: keys.map((key) => <Kbd key={key}>{key}</Kbd>),
        }))}
      />
    </View>
  );
}
