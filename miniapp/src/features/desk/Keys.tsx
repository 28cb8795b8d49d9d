import { FactList } from '@miniapp/ui/desk/FactList';
import { Kbd } from '@miniapp/ui/desk/Kbd';
import { Link } from '@miniapp/ui/Link';
import { View } from '@tarojs/components';
import { KEY_WORDS } from './words';

/** The list of keys, above the case. */
export function Keys({ onClose }: { onClose: () => void }) {
  return (
    <View className="sw-keys">
      <View className="sw-keys__h">
        <View className="sw-b">快捷键</View>
        <Link onTap={onClose} label="收起快捷键表">
          收起
        </Link>
      </View>
      <FactList
        facts={KEY_WORDS.map(({ keys, does }) => ({
          key: does,
          value: keys.map((key) => <Kbd key={key}>{key}</Kbd>),
        }))}
      />
    </View>
  );
}
