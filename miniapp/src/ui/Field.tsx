import { isH5 } from '@miniapp/platform/target';
import { Input, Text, Textarea, View } from '@tarojs/components';
import { forwardRef, type ReactNode, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { a11y } from './a11y';
import { classes } from './classes';
import { IdKeys } from './IdKeys';
import { Problem } from './Problem';
import { useId } from './useId';

export type FieldType = 'text' | 'idcard' | 'number' | 'tel' | 'textarea' | 'date';

export interface FieldProps {
  label: string;
  type?: FieldType;
  /** What stands there at first. Later changes come from the person, or from `set`. */
  initial?: string;
  /** Behind what is typed: 「天」. */
  unit?: string;
  /** Below the box. */
  hint?: ReactNode;
  /** Above the box: what we saw, what it should be, what to do. */
  error?: string;
  /** Adds 「可以不填」. What is required is not marked. */
  optional?: boolean;
  placeholder?: string;
  maxLength?: number;
  /** When the person leaves the field, with what stands there. */
  onCommit?: (value: string) => void;
  /** At every change: for drafts, not for checks. */
  onInput?: (value: string) => void;
}

/** Fields are not controlled: in the mini-program a controlled one loses its caret. Read them when they are needed. */
export interface FieldHandle {
  value(): string;
  set(value: string): void;
  focus(): void;
}

const MAX_LENGTH: Record<FieldType, number> = {
  text: 60,
  idcard: 20,
  number: 12,
  tel: 20,
  textarea: 500,
  date: 10,
};

interface Typed {
  detail: { value: string };
}

export const Field = forwardRef<FieldHandle, FieldProps>((props, ref) => {
  const {
    label,
    type = 'text',
    initial = '',
    unit,
    hint,
    error,
    optional,
    placeholder,
    onCommit,
    onInput,
  } = props;
  const id = useId();
  const current = useRef(initial);
  // A new key makes a new box, the only way to overwrite what a person has typed.
  const [shown, setShown] = useState({ text: initial, key: 0 });
  const [focus, setFocus] = useState(false);
  const [keys, setKeys] = useState(false);

  const overwrite = (value: string) => {
    current.current = value;
    const there = isH5 ? document.getElementById(id) : null;
    if (there instanceof HTMLInputElement) there.value = value;
    else setShown(({ key }) => ({ text: value, key: key + 1 }));
  };
  useEffect(() => {
    // As a phone's own keyboard does: the box moves up, so that its keys are seen.
    if (keys) document.getElementById(id)?.scrollIntoView({ block: 'start' });
  }, [keys, id]);
  const pressed = (value: string) => {
    overwrite(value);
    onInput?.(value);
  };

  useImperativeHandle(ref, () => ({
    value: () => current.current.trim(),
    set: overwrite,
    focus() {
      if (isH5) document.getElementById(id)?.focus();
      else setFocus(true);
    },
  }));

  const box = {
    id,
    // Not `value`: with that Taro writes it back after every key.
    defaultValue: shown.text,
    placeholder,
    placeholderClass: 'sw-holder',
    maxlength: props.maxLength ?? MAX_LENGTH[type],
    focus,
    cursorSpacing: 24,
    ...(isH5 && type === 'idcard' && { onFocus: () => setKeys(true) }),
    onInput: ({ detail }: Typed) => {
      current.current = detail.value;
      onInput?.(detail.value);
    },
    onBlur: ({ detail }: Typed) => {
      current.current = detail.value;
      setFocus(false);
      onCommit?.(detail.value.trim());
    },
    ...a11y({
      label: unit === undefined ? label : `${label}，${unit}`,
      invalid: error === undefined ? undefined : true,
      describedBy: error && `${id}-e`,
    }),
  };

  return (
    <View className={classes('sw-field', error !== undefined && 'sw-field_err')}>
      <View className="sw-field__l">
        {label}
        {optional && <Text className="sw-field__opt">（可以不填）</Text>}
      </View>
      {error !== undefined && <Problem id={`${id}-e`} text={error} />}
      <View className={classes('sw-field__box', type === 'textarea' && 'sw-field__box_area')}>
        {type === 'textarea' ? (
          <Textarea key={shown.key} {...box} className="weui-textarea" />
        ) : (
          <Input
            key={shown.key}
            {...box}
            className={classes('weui-input', type === 'idcard' && 'sw-id')}
            type={nativeType(type)}
          />
        )}
        {unit !== undefined && <View className="sw-field__unit">{unit}</View>}
      </View>
      {keys && <IdKeys text={() => current.current} onPress={pressed} onClose={() => setKeys(false)} />}
      {hint && <View className="sw-field__hint">{hint}</View>}
    </View>
  );
});

type NativeType = 'text' | 'idcard' | 'number';

/** WeChat has no keyboard for phone numbers or dates; H5 knows `tel` and `date`. */
function nativeType(type: FieldType): NativeType {
  if (isH5) return type as NativeType;
  return type === 'tel' ? 'number' : type === 'date' ? 'text' : (type as NativeType);
}
