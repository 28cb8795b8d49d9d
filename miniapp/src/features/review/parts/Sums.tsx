import { DataTable } from '@miniapp/ui/desk/DataTable';
import type { StaffCaseView } from '@shared/casework';
import { Text } from '@tarojs/components';
import { sumRows } from '../model/facts';
import { Block } from './Block';

/** How the figure per head comes about. */
export function Sums({ verification }: { verification: NonNullable<StaffCaseView['verification']> }) {
  const { from, to } = verification.record.sheet.window;
  return (
    <Block title="收支（元）" aside={`${from.replace('-', '.')}—${to.replace('-', '.')}`}>
      <DataTable
        caption="收支合计"
        rows={sumRows(verification)}
        rowKey={({ item }) => item}
        columns={[
          {
            title: '项目',
            cell: ({ item, strong }) => <Text className={strong ? 'sw-b' : ''}>{item}</Text>,
            heading: true,
          },
          {
            title: '元',
            cell: ({ amount, strong }) => <Text className={strong ? 'sw-b' : ''}>{amount}</Text>,
            right: true,
          },
        ]}
      />
    </Block>
  );
}
