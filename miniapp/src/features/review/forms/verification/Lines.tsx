import type { Photos } from '@miniapp/features/staff';
import { Amount } from '@miniapp/ui/Amount';
import { Field } from '@miniapp/ui/Field';
import { Link } from '@miniapp/ui/Link';
import { formatYuan, parseYuan } from '@miniapp/ui/money';
import { Note } from '@miniapp/ui/Note';
import { Problem } from '@miniapp/ui/Problem';
import { Shot } from '@miniapp/ui/Shot';
import { MONTH, WORK_AREAS, WORK_TRADES } from '@shared/assessment/codes';
import { yuan } from '@shared/messages';
import { WORK_AREA_LABELS, WORK_TRADE_LABELS } from '@shared/messages/work';
import { View } from '@tarojs/components';
import { type ReactNode, useEffect, useState } from 'react';
import { type AmountRow, amountOf, type Basis, evidenceBox, type SpendRow } from '../../model/sheet';
import { BASIS_LABELS } from '../../words';
import { choicesOf, One } from '../One';

interface LineProps<R> {
  row: R;
  label: string;
  problem?: string;
  /** Possible, but suspicious. */
  hint?: string;
  /** Photos that show this row. */
  shot: Photos['shot'];
  onChange: (next: Partial<R>) => void;
  onRemove: () => void;
}

/** One amount of income or costs. */
export function AmountLine<R extends AmountRow>(props: LineProps<R>) {
  const { row, label, onChange } = props;
  const put = (amountFen: number | undefined) => onChange({ amountFen } as Partial<R>);
  // Count and price make the amount; whoever types another amount means it.
  const [made, setMade] = useState(0);
  const count = (next: Pick<AmountRow, 'qty' | 'unitPriceFen'>) => {
    const amountFen = amountOf({ ...row, ...next });
    onChange({ ...next, ...(amountFen !== undefined && { amountFen }) } as Partial<R>);
    if (amountFen !== undefined) setMade(made + 1);
  };
  return (
    <Line
      {...props}
      row={row}
      onChange={(next) => onChange(next as Partial<R>)}
      counting={
        <>
          {row.code.startsWith('A') && <Work row={row} onChange={(next) => onChange(next as Partial<R>)} />}
          <Field
            label="数量"
            type="number"
            optional
            maxLength={8}
            initial={row.qty === undefined ? '' : String(row.qty)}
            placeholder="9"
            onInput={(text) => count({ qty: parseCount(text) })}
          />
          <One
            label="单位"
            columns={3}
            chips={UNITS.map((unit) => ({ value: unit, label: unit }))}
            value={row.unit === '' ? undefined : row.unit}
            onChange={(unit) => onChange({ unit } as Partial<R>)}
          />
          <Field
            label="一个多少元"
            type="number"
            optional
            maxLength={12}
            initial={row.unitPriceFen === undefined ? '' : formatYuan(row.unitPriceFen)}
            placeholder="3,200"
            onInput={(text) => count({ unitPriceFen: parseYuan(text) })}
          />
        </>
      }
    >
      <Amount
        key={made}
        label={label}
        detail={explanation(row, counted(row))}
        initial={row.amountFen}
        onInput={put}
        onCommit={put}
      />
    </Line>
  );
}

/** Of wages: where the person works, and in what trade. Neither is needed for a figure. */
function Work({ row, onChange }: { row: AmountRow; onChange: (next: Partial<AmountRow>) => void }) {
  return (
    <>
      <One
        label="在哪里干活（可以不填）"
        columns={2}
        chips={choicesOf(WORK_AREAS, WORK_AREA_LABELS)}
        value={row.workArea}
        onChange={(workArea) => onChange({ workArea })}
      />
      <Field
        label="什么地方"
        optional
        maxLength={30}
        initial={row.workPlace ?? ''}
        placeholder="比如：沈阳的工地"
        onInput={(workPlace) => onChange({ workPlace })}
      />
      <One
        label="干哪一行（可以不填）"
        columns={3}
        chips={choicesOf(WORK_TRADES, WORK_TRADE_LABELS)}
        value={row.workTrade}
        onChange={(workTrade) => onChange({ workTrade })}
      />
    </>
  );
}

const UNITS = [MONTH, '天', '亩', '头', '只', '斤'];

function parseCount(text: string): number | undefined {
  const typed = text.trim();
  return /^\d{1,6}(\.\d{1,2})?$/.test(typed) ? Number(typed) : undefined;
}

/** 「9 个月 × 3,200」 */
function counted({ qty, unit, unitPriceFen }: AmountRow): string {
  if (qty === undefined) return '';
  return [`${qty} ${unit}`.trim(), unitPriceFen === undefined ? '' : yuan(unitPriceFen)]
    .filter(Boolean)
    .join(' × ');
}

/** One rigid item: what was spent and what came back for it; only the rest is the family's own. */
export function SpendLine(props: LineProps<SpendRow> & { notCounted?: string }) {
  const { row, label, notCounted, onChange } = props;
  const paid = (paidFen: number | undefined) => onChange({ paidFen });
  const back = (reimbursedFen: number | undefined) => onChange({ reimbursedFen });
  const detail = [explanation(row), notCounted].filter(Boolean).join(' · ');
  return (
    <Line {...props}>
      <Amount
        label={`${label}花了`}
        detail={detail === '' ? undefined : detail}
        initial={row.paidFen}
        onInput={paid}
        onCommit={paid}
      />
      <Amount
        label={`${label}退回`}
        detail="报销、救助、理赔、助学金"
        initial={row.reimbursedFen}
        onInput={back}
        onCommit={back}
      />
    </Line>
  );
}

const explanation = (
  { note, basis, reason, payer }: Pick<AmountRow, 'note' | 'basis' | 'reason' | 'payer'>,
  count = '',
) =>
  [
    count,
    note,
    payer,
    basis === 'ACTUAL' ? '' : basis === 'DEPT' ? '部门数据，不用问农户' : `估算：${reason || '还没写理由'}`,
  ]
    .filter(Boolean)
    .join(' · ') || undefined;

type Explained = Pick<AmountRow, 'id' | 'note' | 'basis' | 'reason' | 'payer' | 'evidenceIds'>;

interface FoldProps extends LineProps<Explained> {
  /** How the amount is counted, where it is. */
  counting?: ReactNode;
  children: ReactNode;
}

/** The amounts of a row, and folded away how they come about. */
function Line({ label, row, problem, hint, shot, counting, onChange, onRemove, children }: FoldProps) {
  const [open, setOpen] = useState(problem !== undefined);
  // It stays open when the problem goes: she may still be typing there.
  useEffect(() => {
    if (problem !== undefined) setOpen(true);
  }, [problem]);
  return (
    <>
      <View className="sw-line">
        {problem !== undefined && (
          <View className="sw-pad">
            <Problem text={problem} />
          </View>
        )}
        {children}
        {hint !== undefined && <Note state="need" inset title={hint} />}
        <View className="sw-line__acts">
          <Link onTap={() => setOpen(!open)} label={`${open ? '收起' : '怎么来的'}，${label}`}>
            {open ? '收起' : '怎么来的'}
          </Link>
          <Link onTap={onRemove} label={`去掉，${label}`}>
            去掉
          </Link>
        </View>
      </View>
      {open && (
        <View className="sw-pad sw-pb">
          <One<Basis>
            label="凭什么填的"
            columns={3}
            chips={choicesOf(['ACTUAL', 'ESTIMATE', 'DEPT'], BASIS_LABELS)}
            value={row.basis}
            onChange={(basis) => onChange({ basis })}
          />
          {row.basis === 'ESTIMATE' && (
            <Field
              label="估算的理由"
              maxLength={200}
              initial={row.reason}
              placeholder="比如：没有工资条"
              onInput={(reason) => onChange({ reason })}
            />
          )}
          {counting}
          <Field
            label="谁给的"
            optional
            maxLength={40}
            initial={row.payer}
            placeholder="老板、收购的、保险公司"
            onInput={(payer) => onChange({ payer })}
          />
          <Field
            label="怎么算的"
            optional
            maxLength={200}
            initial={row.note}
            placeholder="3,200 × 9 个月"
            onInput={(note) => onChange({ note })}
          />
          {row.evidenceIds.length > 0 && (
            <View className="sw-sub sw-mt8">{`以前拍过 ${row.evidenceIds.length} 张`}</View>
          )}
        </View>
      )}
      {open && (
        <Shot
          title={`${label}的凭据`}
          hint="拍清楚，有金额的那一面"
          example="bill"
          {...shot('INCOME', evidenceBox(row.id))}
        />
      )}
    </>
  );
}
