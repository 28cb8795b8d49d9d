import { DataTable } from '@miniapp/ui/desk/DataTable';
import { Link } from '@miniapp/ui/Link';
import { Tag } from '@miniapp/ui/Tag';
import type { StaffCaseView } from '@shared/casework';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useFrame } from '../frame';
import { figureRows, windowWords } from '../model/facts';
import { Block } from './Block';
import { SheetTable } from './SheetTable';

/** The family's figures beside the monitoring line, and the sheet that they come from. `narrow`: in a side column. */
export function Figures({ view, narrow }: { view: StaffCaseView; narrow?: boolean }) {
  const [open, setOpen] = useState(false);
  const frame = useFrame();
  const rows = figureRows(view);
  if (view.verification === null) return null;
  const { sheet } = view.verification.record;
  return (
    <Block
      title="算出来的数"
      aside={<Link onTap={() => setOpen(!open)}>{open ? '收起收支表' : '看收支表'}</Link>}
    >
      {frame.kind === 'desk' && !narrow ? (
        <DataTable
          caption="算出来的数"
          rows={rows}
          rowKey={({ item }) => item}
          columns={[
            { title: '项目', cell: ({ item }) => item, heading: true },
            { title: '本户（元）', cell: ({ ours }) => ours, right: true },
            { title: '监测线（元）', cell: ({ line }) => line, right: true },
            { title: '提示', cell: (row) => <Hint {...row} /> },
          ]}
        />
      ) : (
        <View className="sw-figs">
          {rows.map((row) => (
            <View key={row.item} className="sw-figs__i">
              <View className="sw-sub">{row.item}</View>
              <View className="sw-figs__n">{`${row.ours} 元`}</View>
              <View className="sw-figs__h">
                <View className="sw-sub">{`和 ${row.line} 元比`}</View>
                <Hint {...row} />
              </View>
            </View>
          ))}
        </View>
      )}
      {open && (
        <View className="sw-rows">
          <View className="sw-part sw-sub">{windowWords(sheet.window)}</View>
          <SheetTable verification={view.verification} />
        </View>
      )}
    </Block>
  );
}

function Hint({ hint, low }: { hint: string; low: boolean }) {
  return low ? <Tag state="need">{hint}</Tag> : <Text className="sw-sub">{hint}</Text>;
}
