import { Choices } from '@miniapp/ui/Choices';
import { New, Old } from '@miniapp/ui/desk/Changed';
import { Field } from '@miniapp/ui/Field';
import { exemptionLabel } from '@shared/messages';
import {
  FILLED_WORDS,
  type ProfileField,
  type ProfileValue,
  profileWords,
} from '@shared/messages/profile-fields';
import { View } from '@tarojs/components';
import { typedOf, typedValue } from './draft';

interface RuleFieldProps {
  field: ProfileField;
  before: ProfileValue;
  /** The county never wrote it: it came from the default. */
  filled: boolean;
  value: ProfileValue;
  error?: string;
  onChange: (value: ProfileValue) => void;
}

/** One field of the procedure: its unit beside the number, and what is in force now beside what is new. */
export function RuleField({ field, before, filled, value, error, onChange }: RuleFieldProps) {
  return (
    <View className="sw-rule">
      <Entry field={field} before={before} value={value} error={error} onChange={onChange} />
      <View className="sw-rule__was">
        <Was field={field} before={before} value={value} />
        {filled && `，${FILLED_WORDS}`}
      </View>
    </View>
  );
}

function Was({ field, before, value }: Pick<RuleFieldProps, 'field' | 'before' | 'value'>) {
  const old = profileWords(field, before);
  const now = profileWords(field, value);
  if (old === now) return <>现在：{old}</>;
  return (
    <>
      现在：<Old>{old}</Old> 改成 <New>{now}</New>
    </>
  );
}

function Entry({ field, before, value, error, onChange }: Omit<RuleFieldProps, 'filled'>) {
  const { kind, label, choices = {}, unit, optional } = field;
  const labelled = { label, ...(error !== undefined && { error }) };
  switch (kind) {
    case 'YES_NO':
      return (
        <Choices
          {...labelled}
          choices={YES_NO}
          value={value === undefined ? undefined : value === true ? 'YES' : 'NO'}
          onChange={(picked) => onChange(picked === 'YES')}
        />
      );
    case 'ONE':
      return (
        <Choices
          {...labelled}
          choices={listOf(choices)}
          value={value === undefined ? undefined : String(value)}
          onChange={onChange}
        />
      );
    case 'SOME': {
      const codes = [...new Set([...Object.keys(choices), ...many(before), ...many(value)])];
      return (
        <Choices
          multiple
          {...labelled}
          choices={codes.map((code) => ({ value: code, label: choices[code] ?? exemptionLabel(code) }))}
          value={many(value)}
          onChange={(picked) => onChange(codes.filter((code) => picked.includes(code)))}
        />
      );
    }
    default:
      return (
        <Field
          {...labelled}
          unit={unit}
          optional={optional}
          initial={typedOf(field, value)}
          maxLength={kind === 'TEXT' ? 100 : 16}
          onInput={(typed) => onChange(typedValue(field, typed))}
        />
      );
  }
}

const YES_NO = [
  { value: 'YES' as const, label: '是' },
  { value: 'NO' as const, label: '不是' },
];

const listOf = (choices: Readonly<Record<string, string>>) =>
  Object.entries(choices).map(([value, label]) => ({ value, label }));

const many = (value: ProfileValue): readonly string[] => (Array.isArray(value) ? value : []);
