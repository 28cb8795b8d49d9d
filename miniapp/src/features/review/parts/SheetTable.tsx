import { a11y } from '@miniapp/ui/a11y';
import { DataTable } from '@miniapp/ui/desk/DataTable';
import { Row } from '@miniapp/ui/Row';
import type { StaffCaseView } from '@shared/casework';
import { yuan } from '@shared/messages';
import { View } from '@tarojs/components';
import { useFrame } from '../frame';
import {
  BASIS_LABELS,
  COST_LABELS,
  type CostCode,
  INCOME_LABELS,
  type IncomeCode,
  NOT_COUNTED_LABELS,
  RIGID_LABELS,
} from '../words';

type Verification = NonNullable<StaffCaseView['verification']>;

interface Line {
  key: string;
  item: string;
  amount: string;
  how: string;
}

/** Every row of the income sheet: what, how much, where it is from, and what the rules left out of it. */
export function SheetTable({ verification }: { verification: Verification }) {
  const frame = useFrame();
  if (frame.kind === 'phone')
    return (
      <View {...a11y({ role: 'list' })}>
        {linesOf(verification).map(({ key, item, amount, how }) => (
          <Row key={key} title={item} detail={how} right={<View className="sw-num sw-b">{amount}</View>} />
        ))}
      </View>
    );
  return (
    <DataTable
      caption="收支表"
      rows={linesOf(verification)}
      rowKey={({ key }) => key}
      columns={[
        { title: '项目', cell: ({ item }) => item, heading: true },
        { title: '元', cell: ({ amount }) => amount, right: true },
        { title: '怎么来的', cell: ({ how }) => how },
      ]}
    />
  );
}

function linesOf({ record, assessment }: Verification): Line[] {
  const { sheet } = record;
  const how = (row: { note?: string; basis: keyof typeof BASIS_LABELS; reason?: string }, more = '') =>
    [row.note ?? '', BASIS_LABELS[row.basis] + (row.reason === undefined ? '' : `：${row.reason}`), more]
      .filter(Boolean)
      .join(' · ');
  const notCounted = (section: string, index: number) => {
    const counted = assessment.countedRows.find((row) => row.section === section && row.index === index);
    return counted?.notCounted == null ? '' : NOT_COUNTED_LABELS[counted.notCounted];
  };
  return [
    ...sheet.income.map((row, index) => ({
      key: `income-${index}`,
      item: INCOME_LABELS[row.code as IncomeCode],
      amount: yuan(row.amountFen),
      how: how(row, notCounted('income', index)),
    })),
    ...sheet.costs.map((row, index) => ({
      key: `costs-${index}`,
      item: `减：${COST_LABELS[row.code as CostCode]}`,
      amount: yuan(row.amountFen),
      how: how(row),
    })),
    ...sheet.rigid.map((row, index) => ({
      key: `rigid-${index}`,
      item: `花：${RIGID_LABELS[row.code]}`,
      amount: yuan(row.paidFen - row.reimbursedFen),
      how: how(
        {
          ...row,
          note: `花 ${yuan(row.paidFen)}，退回 ${yuan(row.reimbursedFen)}${row.note ? `，${row.note}` : ''}`,
        },
        notCounted('rigid', index),
      ),
    })),
    ...(sheet.claimsFen > 0
      ? [{ key: 'claims', item: '加：保险赔付', amount: yuan(sheet.claimsFen), how: '' }]
      : []),
  ];
}
