import { View } from '@tarojs/components';
import { a11y } from './a11y';
import { toggle } from './Choices';
import { classes } from './classes';
import { Icon } from './Icon';
import { Problem } from './Problem';
import { Tap } from './Tap';

export interface ChipsProps<V extends string> {
  label: string;
  hideLabel?: boolean;
  chips: ReadonlyArray<{ value: V; label: string }>;
  value: readonly V[];
  onChange: (value: V[]) => void;
  max?: number;
  onTooMany?: () => void;
  columns?: 2 | 3;
  error?: string;
}

/** Short phrases to tap, as many as fit. One column in care mode. */
export function Chips<V extends string>(props: ChipsProps<V>) {
  const { label, hideLabel, chips, value, onChange, max, onTooMany, columns = 2, error } = props;
  const tap = (chip: V) => {
    const next = toggle(value, chip, max);
    if (next) onChange(next);
    else onTooMany?.();
  };
  return (
    <View className={classes(!hideLabel && 'sw-field', error !== undefined && 'sw-field_err')}>
      {!hideLabel && <View className="sw-field__l">{label}</View>}
      {error !== undefined && <Problem text={error} />}
      <View
        className={classes('sw-chips', columns === 3 && 'sw-chips_3')}
        {...a11y({ role: 'group', label })}
      >
        {chips.map((chip) => {
          const on = value.includes(chip.value);
          return (
            <Tap
              key={chip.value}
              className={classes('sw-chip', on && 'sw-chip_on')}
              pressed={on}
              onTap={() => tap(chip.value)}
            >
              <View>{chip.label}</View>
              {on && <Icon name="check" />}
            </Tap>
          );
        })}
      </View>
    </View>
  );
}
