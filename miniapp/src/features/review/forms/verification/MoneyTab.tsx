import type { Photos } from '@miniapp/features/staff';
import { Amount, AmountSum } from '@miniapp/ui/Amount';
import { Field } from '@miniapp/ui/Field';
import { Note } from '@miniapp/ui/Note';
import { Section } from '@miniapp/ui/Section';
import type { Assessment } from '@shared/assessment';
import { COST_CODES, INCOME_CODES, RIGID_CODES } from '@shared/assessment/codes';
import { View } from '@tarojs/components';
import type { Problems } from '../../model/checked';
import { NEW_AMOUNT, NEW_ROW, type SheetForm } from '../../model/sheet';
import type { VerificationForm } from '../../model/verification';
import {
  COST_LABELS,
  type CostCode,
  INCOME_GROUPS,
  INCOME_LABELS,
  type IncomeCode,
  NOT_COUNTED_LABELS,
  RIGID_LABELS,
  type RigidCode,
} from '../../words';
import { choicesOf } from '../One';
import { AddRow } from './AddRow';
import { AmountLine, SpendLine } from './Lines';

export interface MoneyTabProps {
  form: Pick<VerificationForm, 'sheet' | 'netReason'>;
  figures: Assessment;
  hints: Readonly<Record<string, string>>;
  netNeedsReason: boolean;
  photos: Photos;
  problems: Problems;
  onChange: (next: Partial<Pick<VerificationForm, 'sheet' | 'netReason'>>) => void;
  /** Of a year, which is set beside the year before; a quarter is not. */
  ofYear?: boolean;
}

const INCOME_CHOICES = INCOME_GROUPS.map(({ letter, label }) => ({
  label,
  chips: choicesOf(
    INCOME_CODES.filter((code) => code.startsWith(letter)),
    INCOME_LABELS,
  ),
}));
const COST_CHOICES = [{ label: '成本', chips: choicesOf(COST_CODES, COST_LABELS) }];
const RIGID_CHOICES = [{ label: '花在哪里', chips: choicesOf(RIGID_CODES, RIGID_LABELS) }];

/** An id that no row has had, so that a new row never takes over the box of one that was removed. */
const nextId = (kind: string, rows: readonly { id: string }[]) =>
  `${kind}-${1 + Math.max(-1, ...rows.map(({ id }) => Number(id.split('-')[1] ?? 0)))}`;

/** Several rows of one code are told apart by their number. */
const labelOf = <C extends string>(
  rows: readonly { id: string; code: C }[],
  row: { id: string; code: C },
  labels: Readonly<Record<C, string>>,
) => {
  const same = rows.filter(({ code }) => code === row.code);
  const number = same.findIndex(({ id }) => id === row.id) + 1;
  return same.length > 1 ? `${labels[row.code]} ${number}` : labels[row.code];
};

/** Income, costs and rigid spending of the time that is asked for, row by row (domain.md 4.4, 4.5). */
export function MoneyTab(props: MoneyTabProps) {
  const { form, figures, hints, netNeedsReason, photos, problems, onChange, ofYear = true } = props;
  const { sheet } = form;
  const put = (next: Partial<SheetForm>) => onChange({ sheet: { ...sheet, ...next } });
  const replace = <R extends { id: string }>(rows: readonly R[], row: R) =>
    rows.map((one) => (one.id === row.id ? row : one));
  const without = <R extends { id: string }>(rows: readonly R[], id: string) =>
    rows.filter((row) => row.id !== id);
  const notCounted = (index: number) => {
    const row = figures.countedRows.find((one) => one.section === 'rigid' && one.index === index);
    return row?.notCounted == null ? undefined : NOT_COUNTED_LABELS[row.notCounted];
  };
  const spent = sheet.rigid.filter(({ paidFen }) => paidFen !== undefined);
  return (
    <>
      <Section flush title="收入（元）">
        {sheet.income.map((row) => (
          <AmountLine
            key={row.id}
            row={row}
            label={labelOf(sheet.income, row, INCOME_LABELS)}
            problem={problems[row.id]}
            hint={hints[row.id]}
            shot={photos.shot}
            onChange={(next) => put({ income: replace(sheet.income, { ...row, ...next }) })}
            onRemove={() => put({ income: without(sheet.income, row.id) })}
          />
        ))}
        <AddRow<IncomeCode>
          label="加一项收入"
          groups={INCOME_CHOICES}
          onAdd={(code) =>
            put({ income: [...sheet.income, { id: nextId('income', sheet.income), code, ...NEW_AMOUNT }] })
          }
        />
        {sheet.costs.map((row) => (
          <AmountLine
            key={row.id}
            row={row}
            label={`减：${labelOf(sheet.costs, row, COST_LABELS)}`}
            problem={problems[row.id]}
            hint={hints[row.id]}
            shot={photos.shot}
            onChange={(next) => put({ costs: replace(sheet.costs, { ...row, ...next }) })}
            onRemove={() => put({ costs: without(sheet.costs, row.id) })}
          />
        ))}
        <AddRow<CostCode>
          label="加一项成本"
          groups={COST_CHOICES}
          onAdd={(code) =>
            put({ costs: [...sheet.costs, { id: nextId('costs', sheet.costs), code, ...NEW_AMOUNT }] })
          }
        />
        <AmountSum label="纯收入" fen={figures.net} />
        {hints.sheet !== undefined && <Note state="need" inset title={hints.sheet} />}
        {netNeedsReason && (problems.netReason !== undefined || figures.gross > 0) && (
          <View className="sw-pad sw-pb">
            <Field
              label="人均是零，或者超过 10 万，为什么"
              maxLength={200}
              initial={form.netReason}
              error={problems.netReason}
              onInput={(netReason) => onChange({ netReason })}
            />
          </View>
        )}
      </Section>
      <Section title="必须花的钱（元）">
        {sheet.rigid.map((row) => (
          <SpendLine
            key={row.id}
            row={row}
            label={labelOf(sheet.rigid, row, RIGID_LABELS)}
            notCounted={notCounted(spent.findIndex(({ id }) => id === row.id))}
            problem={problems[row.id]}
            hint={hints[row.id]}
            shot={photos.shot}
            onChange={(next) => put({ rigid: replace(sheet.rigid, { ...row, ...next }) })}
            onRemove={() => put({ rigid: without(sheet.rigid, row.id) })}
          />
        ))}
        <AddRow<RigidCode>
          label="加一项支出"
          groups={RIGID_CHOICES}
          onAdd={(code) =>
            put({ rigid: [...sheet.rigid, { id: nextId('rigid', sheet.rigid), code, ...NEW_ROW }] })
          }
        />
        <AmountSum label="支出合计（算进去的）" fen={figures.compliantSelfPaidFen} />
        <Amount
          label="加：保险赔付"
          detail="防贫保险这些，不跟哪一笔支出走"
          initial={sheet.claimsFen}
          onInput={(claimsFen) => put({ claimsFen })}
          onCommit={(claimsFen) => put({ claimsFen })}
        />
        {ofYear && (
          <Amount
            label="去年的纯收入"
            detail="知道就填，用来比今年少了多少"
            initial={sheet.previousNetFen}
            onInput={(previousNetFen) => put({ previousNetFen })}
            onCommit={(previousNetFen) => put({ previousNetFen })}
          />
        )}
      </Section>
    </>
  );
}
