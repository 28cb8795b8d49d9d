import { choicesOf, One } from '@miniapp/features/review/kit';
import { Amount } from '@miniapp/ui/Amount';
import { Field } from '@miniapp/ui/Field';
import { MEASURE_CODES, type Need, type RiskType } from '@shared/casework/codes';
import type { StaffFamily } from '@shared/contract/measures';
import { MEASURE_LABELS } from '@shared/messages/labels';
import { NEED_LABELS, RISK_LABELS } from '@shared/messages/staff-labels';
import { View } from '@tarojs/components';
import { OwnerField } from './OwnerField';
import type { PlannedForm } from './planned';

interface PlannedFieldsProps {
  form: PlannedForm;
  problems: Record<string, string>;
  family: Pick<StaffFamily, 'risks' | 'members'>;
  /** Needs that the plan names: a measure may be for one of them. */
  needs: readonly Need[];
  /** Whether it is still to come. */
  due?: boolean;
  onChange: (next: Partial<PlannedForm>) => void;
}

/** One measure: for what, which, for whom, who answers for it, by when, how much. */
export function PlannedFields({ form, problems, family, needs, due = true, onChange }: PlannedFieldsProps) {
  const { risks, members } = family;
  const reasons = [
    ...risks.map((risk: RiskType) => ({ value: `risk:${risk}` as const, label: RISK_LABELS[risk] })),
    ...needs.map((need) => ({ value: `need:${need}` as const, label: NEED_LABELS[need] })),
  ];
  const people = [
    { value: '', label: '全家' },
    ...members.map(({ key, name }) => ({ value: key, label: name })),
  ];
  return (
    <>
      {reasons.length > 0 && (
        <One
          label="为了哪样难处"
          chips={reasons}
          value={form.reason}
          onChange={(reason) => onChange({ reason })}
        />
      )}
      <One
        label="哪一类"
        chips={choicesOf(MEASURE_CODES, MEASURE_LABELS)}
        value={form.code}
        error={problems.code}
        onChange={(code) => onChange({ code })}
      />
      <Field
        label="帮什么"
        placeholder="比如：慢病签约"
        maxLength={60}
        initial={form.name}
        error={problems.name}
        onInput={(name) => onChange({ name })}
      />
      {members.length > 0 && (
        <One
          label="给谁"
          columns={3}
          chips={people}
          value={form.memberKey ?? ''}
          error={problems.memberKey}
          onChange={(key) => onChange({ memberKey: key === '' ? null : key })}
        />
      )}
      <OwnerField
        about={form}
        value={form.owner}
        error={problems.owner}
        onChange={(owner) => onChange({ owner })}
      />
      <Field
        label="单位"
        placeholder="比如：县医保局"
        maxLength={60}
        initial={form.office}
        error={problems.office}
        onInput={(office) => onChange({ office })}
      />
      <Field
        label="谁负责"
        optional
        maxLength={30}
        initial={form.person}
        onInput={(person) => onChange({ person })}
      />
      {due && (
        <Field
          label="哪天前办好"
          type="date"
          initial={form.dueOn}
          error={problems.dueOn}
          onInput={(dueOn) => onChange({ dueOn })}
        />
      )}
      <View className="sw-out sw-mt16">
        <Amount
          label="多少钱"
          detail="没有钱的不填"
          initial={form.amountFen}
          onInput={(amountFen) => onChange({ amountFen })}
          onCommit={(amountFen) => onChange({ amountFen })}
        />
      </View>
      <Field
        label="给东西、给服务的，写是什么"
        optional
        maxLength={200}
        initial={form.service}
        onInput={(service) => onChange({ service })}
      />
      <Field
        label="家里能得到什么好处"
        optional
        maxLength={200}
        initial={form.expected}
        onInput={(expected) => onChange({ expected })}
      />
    </>
  );
}
