import { Chips } from '@miniapp/ui/Chips';

export interface OneProps<V extends string> {
  label: string;
  hideLabel?: boolean;
  chips: ReadonlyArray<{ value: V; label: string }>;
  value: V | undefined;
  onChange: (value: V) => void;
  columns?: 2 | 3;
  error?: string;
}

/** One short phrase of several; tapping it again changes nothing. */
export function One<V extends string>({ value, onChange, ...rest }: OneProps<V>) {
  return (
    <Chips
      {...rest}
      value={value === undefined ? [] : [value]}
      onChange={(values) => {
        const next = values[values.length - 1];
        if (next !== undefined) onChange(next);
      }}
    />
  );
}

/** Codes and their labels as the choices of Chips or Choices. */
export function choicesOf<V extends string>(
  codes: readonly V[],
  labels: Readonly<Record<V, string>>,
): { value: V; label: string }[] {
  return codes.map((value) => ({ value, label: labels[value] }));
}
