import { View } from '@tarojs/components';
import { a11y } from './a11y';
import { classes } from './classes';
import { Icon } from './Icon';
import { Tap } from './Tap';

const WORDS = ['很不满意', '不满意', '一般', '满意', '很满意'] as const;

export interface StarsProps {
  label: string;
  value: number | undefined;
  onChange?: (stars: number) => void;
}

/** One to five, each with its word: a star alone tells nobody which end is which. */
export function Stars({ label, value, onChange }: StarsProps) {
  return (
    <View>
      <View className="sw-stars" {...a11y({ role: 'radiogroup', label })}>
        {WORDS.map((word, index) => {
          const stars = index + 1;
          const on = value !== undefined && stars <= value;
          return (
            <Tap
              key={word}
              role="radio"
              checked={value === stars}
              label={`${stars} 星，${word}`}
              disabled={onChange === undefined || undefined}
              onTap={onChange && (() => onChange(stars))}
              className={classes('sw-star', on && 'sw-star_on')}
            >
              <Icon name={on ? 'starred' : 'star'} />
            </Tap>
          );
        })}
      </View>
      <View className="sw-sub sw-center">{value === undefined ? '点一颗星' : WORDS[value - 1]}</View>
    </View>
  );
}
