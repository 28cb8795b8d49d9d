import { Amount } from '@miniapp/ui/Amount';
import { Field } from '@miniapp/ui/Field';
import { Link } from '@miniapp/ui/Link';
import { Problem } from '@miniapp/ui/Problem';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import type { AmountRow, Basis, SpendRow } from '../../model/sheet';
import { BASIS_LABELS } from '../../words';
import { choicesOf, One } from '../One';

interface LineProps<R> {
  row: R;
  label: string;
  problem?: string;
  onChange: (next: Partial<R>) => void;
  onRemove: () => void;
}

/** One amount of income or costs. */
export function AmountLine<R extends AmountRow>({ row, label, problem, onChange, onRemove }: LineProps<R>) {
  const put = (amountFen: number | undefined) => onChange({ amountFen } as Partial<R>);
  return (
    <Line
      label={label}
      row={row}
      problem={problem}
      onChange={(next) => onChange(next as Partial<R>)}
      onRemove={onRemove}
    >
      <Amount label={label} detail={explanation(row)} initial={row.amountFen} onInput={put} onCommit={put} />
    </Line>
  );
}

/** One rigid item: what was spent and what came back for it; only the rest is the family's own. */
export function SpendLine({
  row,
  label,
  problem,
  notCounted,
  onChange,
  onRemove,
}: LineProps<SpendRow> & { notCounted?: string }) {
  const paid = (paidFen: number | undefined) => onChange({ paidFen });
  const back = (reimbursedFen: number | undefined) => onChange({ reimbursedFen });
  const detail = [explanation(row), notCounted].filter(Boolean).join(' · ');
  return (
    <Line label={label} row={row} problem={problem} onChange={onChange} onRemove={onRemove}>
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

const explanation = ({ note, basis, reason }: { note: string; basis: Basis; reason: string }) =>
  [
    note,
    basis === 'ACTUAL' ? '' : basis === 'DEPT' ? '部门数据，不用问农户' : `估算：${reason || '还没写理由'}`,
  ]
    .filter(Boolean)
    .join(' · ') || undefined;

type Explained = Pick<AmountRow, 'note' | 'basis' | 'reason'>;

interface FoldProps {
  label: string;
  row: Explained;
  problem?: string;
  onChange: (next: Partial<Explained>) => void;
  onRemove: () => void;
  children: ReactNode;
}

/** The amounts of a row, and folded away how they come about. */
function Line({ label, row, problem, onChange, onRemove, children }: FoldProps) {
  const [open, setOpen] = useState(false);
  const unfolded = open || problem !== undefined;
  return (
    <View className="sw-line">
      {problem !== undefined && (
        <View className="sw-pad">
          <Problem text={problem} />
        </View>
      )}
      {children}
      <View className="sw-line__acts">
        <Link onTap={() => setOpen(!open)} label={`${unfolded ? '收起' : '怎么来的'}，${label}`}>
          {unfolded ? '收起' : '怎么来的'}
        </Link>
        <Link onTap={onRemove} label={`去掉，${label}`}>
          去掉
        </Link>
      </View>
      {unfolded && (
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
          <Field
            label="怎么算的"
            optional
            maxLength={200}
            initial={row.note}
            placeholder="3,200 × 9 个月"
            onInput={(note) => onChange({ note })}
          />
        </View>
      )}
    </View>
  );
}
