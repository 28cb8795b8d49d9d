import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { a11y } from './a11y';
import { classes } from './classes';
import { Icon, type IconName } from './Icon';
import { Problem } from './Problem';
import { Tap } from './Tap';

export interface Choice<V extends string> {
  value: V;
  label: ReactNode;
  detail?: ReactNode;
  icon?: IconName;
}

interface Common<V extends string> {
  /** The question. Drawn above unless `hideLabel` (the head has asked it already). */
  label: string;
  hideLabel?: boolean;
  choices: Array<Choice<V>>;
  error?: string;
}

export type ChoicesProps<V extends string> = Common<V> &
  (
    | { multiple?: false; value: V | undefined; onChange: (value: V) => void }
    | {
        multiple: true;
        value: readonly V[];
        onChange: (value: V[]) => void;
        /** At most so many; a further tick calls onTooMany and changes nothing. */
        max?: number;
        onTooMany?: () => void;
      }
  );

/** One of several, or several of several. */
export function Choices<V extends string>(props: ChoicesProps<V>) {
  const { label, hideLabel, choices, error } = props;
  const isOn = (value: V) => (props.multiple ? props.value.includes(value) : props.value === value);
  const choose = (value: V) => {
    if (!props.multiple) {
      props.onChange(value);
      return;
    }
    const next = toggle(props.value, value, props.max);
    if (next) props.onChange(next);
    else props.onTooMany?.();
  };
  return (
    <View className={classes(!hideLabel && 'sw-field', error !== undefined && 'sw-field_err')}>
      {!hideLabel && <View className="sw-field__l">{label}</View>}
      {error !== undefined && <Problem text={error} />}
      <View {...a11y({ role: props.multiple ? 'group' : 'radiogroup', label })}>
        {choices.map((choice) => (
          <Option
            key={choice.value}
            {...choice}
            on={isOn(choice.value)}
            box={props.multiple}
            onTap={() => choose(choice.value)}
          />
        ))}
      </View>
    </View>
  );
}

/** The list with `value` added or taken away, or undefined when it would be too long. */
export function toggle<V>(list: readonly V[], value: V, max = Number.POSITIVE_INFINITY): V[] | undefined {
  if (list.includes(value)) return list.filter((other) => other !== value);
  return list.length < max ? [...list, value] : undefined;
}

interface OptionProps extends Omit<Choice<string>, 'value'> {
  on: boolean;
  box?: boolean;
  onTap: () => void;
}

function Option({ label, detail, icon, on, box, onTap }: OptionProps) {
  return (
    <Tap
      role={box ? 'checkbox' : 'radio'}
      checked={on}
      onTap={onTap}
      className={classes('sw-choice', icon && 'sw-choice_icon', on && 'sw-choice_on')}
    >
      {icon && <Icon name={icon} className="sw-choice__ico" />}
      <View>
        {label}
        {detail && <View className="sw-choice__d">{detail}</View>}
      </View>
      <View className={classes('sw-mark', box && 'sw-mark_box')} {...a11y({ hidden: true })}>
        <Icon name="check" />
      </View>
    </Tap>
  );
}
