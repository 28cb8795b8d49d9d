import { Chips } from '@miniapp/ui/Chips';
import { Choices } from '@miniapp/ui/Choices';
import { Field } from '@miniapp/ui/Field';
import { Section } from '@miniapp/ui/Section';
import { type Labour, RISK_TYPES } from '@shared/casework/codes';
import { RISK_LABELS } from '@shared/messages/staff-labels';
import type { Entry } from './queries';
import type { HouseGrade, MoneyField, ResearchForm } from './research';

const MONEY: Record<MoneyField, string> = {
  wagesFen: '务工收入',
  businessFen: '种养、做生意的收入',
  propertyFen: '租金、分红',
  transferFen: '补贴、低保、养老金',
  costsFen: '种养、做生意的本钱',
  selfPaidFen: '看病、上学自己掏的',
};

const GRADES: { value: HouseGrade; label: string }[] = [
  { value: 'A', label: 'A 级' },
  { value: 'B', label: 'B 级' },
  { value: 'C', label: 'C 级' },
  { value: 'D', label: 'D 级' },
  { value: 'UNKNOWN', label: '不清楚' },
];

const LABOURS: { value: Labour; label: string }[] = [
  { value: 'NORMAL', label: '能干活' },
  { value: 'SKILLED', label: '有手艺' },
  { value: 'WEAK', label: '干轻活' },
  { value: 'LOST', label: '干不了了' },
  { value: 'NONE', label: '没有劳力' },
];

const PROBLEMS = [
  { value: 'waterProblem' as const, label: '饮水有问题' },
  { value: 'schoolProblem' as const, label: '有孩子失学' },
  { value: 'anyoneUninsured' as const, label: '有人没参保' },
];

interface Props {
  entry: Entry;
  form: ResearchForm;
  change: (next: Partial<ResearchForm>) => void;
  missing: Record<string, string>;
}

/** What a visit for this purpose looks at, in the order in which one asks at a door. */
export function ResearchFields({ entry, form, change, missing }: Props) {
  // How a risk went is not asked where it has not gone.
  const back = entry.round?.kind === 'ROLLBACK';
  return (
    <>
      <Section title={back ? '看到了什么' : '怎么好转的'} pad>
        <Field
          label="哪天去看的"
          type="date"
          initial={form.visitedOn}
          onInput={(visitedOn) => change({ visitedOn })}
        />
        {!back && (
          <Choices
            label="风险怎么没的"
            value={form.mode}
            onChange={(mode) => change({ mode })}
            choices={[
              { value: 'BY_SUPPORT', label: '帮扶消除', detail: '帮扶见了效' },
              { value: 'NATURAL', label: '自然消除', detail: '难处自己过去了' },
            ]}
          />
        )}
      </Section>
      <Section title="最近 12 个月的钱" pad>
        <Field
          label="几口人分"
          type="number"
          unit="人"
          initial={form.people}
          error={missing.people}
          onInput={(people) => change({ people })}
        />
        {(Object.keys(MONEY) as MoneyField[]).map((key) => (
          <Field
            key={key}
            label={MONEY[key]}
            type="number"
            unit="元"
            initial={form.money[key]}
            error={missing[key]}
            onInput={(text) => change({ money: { ...form.money, [key]: text } })}
          />
        ))}
        {form.quarters.map(({ quarter, yuan }, index) => (
          <Field
            key={quarter}
            label={`${quarter.slice(0, 4)}年第${quarter.slice(6)}季度末，人均多少`}
            type="number"
            unit="元"
            hint={
              entry.quarters.some((one) => one.quarter === quarter)
                ? '从季度表算来的，改了要在说明里写清'
                : '往前 12 个月的人均纯收入'
            }
            initial={yuan}
            onInput={(text) =>
              change({
                quarters: form.quarters.map((one, at) => (at === index ? { ...one, yuan: text } : one)),
              })
            }
          />
        ))}
        <Choices
          label="看病、上学这些大钱稳住了吗"
          value={form.rigidSolved === undefined ? undefined : form.rigidSolved ? 'YES' : 'NO'}
          onChange={(value) => change({ rigidSolved: value === 'YES' })}
          choices={[
            { value: 'YES', label: '稳住了' },
            { value: 'NO', label: '还没有' },
          ]}
          error={missing.rigidSolved}
        />
      </Section>
      <Section title="三保障和饮水" pad>
        <Chips
          label="房子评为哪一级"
          columns={3}
          chips={GRADES}
          value={form.houseGrade === undefined ? [] : [form.houseGrade]}
          onChange={(chosen) => change({ houseGrade: chosen.at(-1) })}
          error={missing.houseGrade}
        />
        <Chips
          label="还有没有问题（没有就不点）"
          chips={PROBLEMS}
          value={form.problems}
          onChange={(problems) => change({ problems })}
        />
      </Section>
      <Section title="风险" pad>
        <Chips
          label="原来的风险，没有了就点"
          chips={entry.risks.map((risk) => ({ value: risk, label: RISK_LABELS[risk] }))}
          value={form.gone}
          onChange={(gone) => change({ gone })}
        />
        <Chips
          label="有没有新的风险（没有就不点）"
          chips={RISK_TYPES.filter((risk) => !entry.risks.includes(risk)).map((risk) => ({
            value: risk,
            label: RISK_LABELS[risk],
          }))}
          value={form.newRisks}
          onChange={(newRisks) => change({ newRisks })}
        />
      </Section>
      <Section title="谁能干活" pad>
        {entry.members.map(({ key, name }) => (
          <Chips
            key={key}
            label={name}
            columns={3}
            chips={LABOURS}
            value={form.labour[key] === undefined ? [] : [form.labour[key]]}
            onChange={(chosen) => {
              const last = chosen.at(-1);
              const { [key]: _, ...others } = form.labour;
              change({ labour: last === undefined ? others : { ...others, [key]: last } });
            }}
          />
        ))}
        <Field
          label="要说清的"
          type="textarea"
          optional
          placeholder="比如：儿子在县里上班，按月发工资"
          initial={form.note}
          onInput={(note) => change({ note })}
        />
      </Section>
    </>
  );
}
