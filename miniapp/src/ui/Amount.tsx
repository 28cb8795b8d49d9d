import { Input, View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { a11y } from './a11y';
import { classes } from './classes';
import { formatYuan, parseYuan } from './money';
import { Problem } from './Problem';
import '../styles/staff.css';

export interface AmountProps {
  label: string;
  /** How it comes about: 「3,200 × 9 个月」. Estimates carry their reason here. */
  detail?: ReactNode;
  /** Fen, as the box opens; read once. Another `key` opens another box. */
  initial?: number;
  /** Fen, or undefined when the box was emptied. Not called with what is no amount. */
  onCommit: (fen: number | undefined) => void;
  /** While typing, for live figures; undefined when it is no amount yet. */
  onInput?: (fen: number | undefined) => void;
}

interface Typed {
  detail: { value: string };
}

/** One amount, typed in yuan by staff. */
export function Amount({ label, detail, initial, onCommit, onInput }: AmountProps) {
  const [bad, setBad] = useState(false);
  // What stands there belongs to the person from now on, whatever `initial` becomes.
  const [first] = useState(initial === undefined ? '' : formatYuan(initial));
  const commit = (text: string) => {
    const fen = parseYuan(text);
    const isBad = fen === undefined && text.trim() !== '';
    setBad(isBad);
    if (!isBad) onCommit(fen);
  };
  return (
    <View className="sw-amt">
      {bad && <Problem className="sw-amt__err" text="这里要填钱数，比如 1,200 或 1,200.50" />}
      <View>
        <View className="sw-amt__l">{label}</View>
        {detail && <View className="sw-amt__d">{detail}</View>}
      </View>
      <View className={classes('sw-amt__box', bad && 'sw-amt__box_err')}>
        <Input
          className="weui-input"
          type="digit"
          defaultValue={first}
          maxlength={15}
          cursorSpacing={120}
          onInput={({ detail: typed }: Typed) => onInput?.(parseYuan(typed.value))}
          onBlur={({ detail: typed }: Typed) => commit(typed.value)}
          {...a11y({ label: `${label}，元`, invalid: bad || undefined })}
        />
      </View>
    </View>
  );
}

/** The line that adds up; `fen` as an amount or ready words. */
export function AmountSum({ label, fen }: { label: string; fen: number }) {
  return (
    <View className="sw-amt sw-amt_sum">
      <View>{label}</View>
      <View className="sw-r">{formatYuan(fen)}</View>
    </View>
  );
}
