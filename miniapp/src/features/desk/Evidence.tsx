import { Photo } from '@miniapp/features/review/kit';
import { classes } from '@miniapp/ui/classes';
import { DataTable } from '@miniapp/ui/desk/DataTable';
import { DeskHeading } from '@miniapp/ui/desk/Desk';
import { Kbd } from '@miniapp/ui/desk/Kbd';
import { useKeys } from '@miniapp/ui/desk/useKeys';
import { Tap } from '@miniapp/ui/Tap';
import type { StaffCaseView } from '@shared/casework';
import { yuan } from '@shared/messages';
import { RIGID_LABELS } from '@shared/messages/sheet-labels';
import { View } from '@tarojs/components';
import { useState } from 'react';

/** A paper at a time, beside what was entered from it: larger, the next one, the one before. */
export function Evidence({ view }: { view: StaffCaseView }) {
  const { verification } = view;
  const reported = view.report.photoIds;
  const papers = [...reported, ...(verification?.record.photoIds ?? [])];
  const [place, setPlace] = useState(0);
  const [large, setLarge] = useState(false);
  const move = (step: number) => setPlace((at) => Math.min(Math.max(at + step, 0), papers.length - 1));
  useKeys({ z: () => setLarge(!large), n: () => move(1), p: () => move(-1) });
  const id = papers[place];
  if (id === undefined)
    return (
      <View className="sw-d__part">
        <DeskHeading title="材料对照" />
        <View className="sw-sub">没有照片。</View>
      </View>
    );
  const name = place < reported.length ? '农户拍的' : '核实拍的';
  const button = (label: string, key: string, onTap: () => void, off = false) => (
    <Tap
      className={classes('sw-dbtn', off && 'sw-dbtn_off')}
      keys={key}
      disabled={off || undefined}
      onTap={onTap}
    >
      <View>{label}</View>
      <Kbd>{key}</Kbd>
    </Tap>
  );
  return (
    <View className="sw-d__part">
      <DeskHeading title="材料对照" aside={`${name} · ${place + 1}/${papers.length}`} />
      <View className={classes('sw-evid', large && 'sw-evid_large')}>
        <Photo key={id} id={id} name={`${name}第 ${place + 1} 份`} />
        <View>
          <Entered view={view} />
          <View className="sw-d__btns sw-mt8">
            {button(large ? '缩回' : '放大', 'Z', () => setLarge(!large))}
            {button('上一份', 'P', () => move(-1), place === 0)}
            {button('下一份', 'N', () => move(1), place === papers.length - 1)}
          </View>
        </View>
      </View>
    </View>
  );
}

/** What stands in the sheet: what was paid, what came back, what is counted. */
function Entered({ view: { verification } }: { view: StaffCaseView }) {
  if (verification === null) return <View className="sw-sub">核实表还没填，没有数可以对。</View>;
  const rows = verification.record.sheet.rigid;
  if (rows.length === 0) return <View className="sw-sub">没有填必须花的钱。</View>;
  return (
    <DataTable
      caption="填报的数（元）"
      rows={rows.map((row, at) => ({ ...row, at }))}
      rowKey={({ at }) => String(at)}
      columns={[
        { title: '填报的', heading: true, cell: ({ code }) => RIGID_LABELS[code] },
        { title: '花了', right: true, cell: ({ paidFen }) => yuan(paidFen) },
        { title: '退回', right: true, cell: ({ reimbursedFen }) => yuan(reimbursedFen) },
        { title: '自付', right: true, cell: ({ paidFen, reimbursedFen }) => yuan(paidFen - reimbursedFen) },
      ]}
    />
  );
}
