import { Text, View } from '@tarojs/components';
import { a11y } from './a11y';
import { Link } from './Link';
import { Tap } from './Tap';

/** A new disability card adds B and a digit to the number (domain.md 4.3.1). */
const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'X', '0', 'B'] as const;

export interface IdKeysProps {
  text: () => string;
  onPress: (text: string) => void;
  onClose: () => void;
}

/**
 * Keys for an ID number, large, with the X that browsers' number keyboards lack. On H5 only: WeChat brings its own.
 * A keyboard that is plugged in works all the same.
 */
export function IdKeys({ text, onPress, onClose }: IdKeysProps) {
  return (
    <View className="sw-idkeys" {...a11y({ role: 'group', label: '号码键盘' })}>
      <View className="sw-idkeys__grid">
        {KEYS.map((key) => (
          <Tap key={key} className="sw-idkeys__key" label={key} onTap={() => onPress(text() + key)}>
            <Text>{key}</Text>
          </Tap>
        ))}
        <Tap
          className="sw-idkeys__key sw-idkeys__wide"
          label="删掉一位"
          onTap={() => onPress(text().slice(0, -1))}
        >
          <Text>删掉一位</Text>
        </Tap>
      </View>
      <Link onTap={onClose}>收起键盘</Link>
    </View>
  );
}
