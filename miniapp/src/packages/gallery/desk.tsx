import { toast } from '@miniapp/platform/ui';
import { New, Old } from '@miniapp/ui/desk/Changed';
import { DataTable } from '@miniapp/ui/desk/DataTable';
import { Desk, DeskCase, DeskHeading } from '@miniapp/ui/desk/Desk';
import { DeskActions } from '@miniapp/ui/desk/DeskActions';
import { type DeskItem, DeskList } from '@miniapp/ui/desk/DeskList';
import { DeskQueues } from '@miniapp/ui/desk/DeskQueues';
import { DeskSearch } from '@miniapp/ui/desk/DeskSearch';
import { FactList } from '@miniapp/ui/desk/FactList';
import { Kbd } from '@miniapp/ui/desk/Kbd';
import { useKeys } from '@miniapp/ui/desk/useKeys';
import { Link } from '@miniapp/ui/Link';
import { Note } from '@miniapp/ui/Note';
import { Tag } from '@miniapp/ui/Tag';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';

const nothing = () => undefined;

const ITEMS: DeskItem[] = [
  {
    id: '1',
    name: '杨桂兰',
    about: '石桥村 · 3 人',
    detail: '镇级审核 · 材料齐',
    tag: <Tag state="late">晚 1 天</Tag>,
  },
  {
    id: '2',
    name: '田有福',
    about: '青禾村 · 4 人',
    detail: '镇级审核 · 公示满 5 天，没有异议',
    tag: <Tag state="need">明天到期</Tag>,
  },
  {
    id: '3',
    name: '施永安',
    about: '青禾村 · 3 人',
    detail: '村里建议不纳入 · 要您确认，有专档',
    tag: <Tag state="doing">还剩 2 天</Tag>,
    unread: true,
  },
  {
    id: '4',
    name: '马国兴',
    about: '杨家湾村 · 2 人',
    detail: '异议核查 · 换人去查',
    tag: <Tag state="off">暂停计时</Tag>,
  },
];

const GROUPS = [
  {
    title: '我要办',
    queues: [
      { key: 'mine', label: '待我审核', count: 4 },
      { key: 'late', label: '已逾期', count: 1 },
      { key: 'wait', label: '等农户', count: 3 },
    ],
  },
  { title: '其他', queues: [{ key: 'notices', label: '公示总览' }] },
];

const CHANGES = [
  { item: '自付看病', before: '34,400', now: '29,000', why: '目录外 5,400 按规定不计' },
  { item: '儿子月工资', before: '3,500', now: '3,200', why: '入户看了工资流水，3月4日' },
];

const FIGURES = [
  { item: '人均纯收入', ours: '13,658.75', line: '8,700', low: false },
  { item: '扣掉必须花的钱后', ours: '6,283.75', line: '8,700', low: true },
];

export default function DeskPage() {
  const [queue, setQueue] = useState('mine');
  const [selected, setSelected] = useState(1);
  const move = (step: number) => setSelected((at) => Math.min(Math.max(at + step, 0), ITEMS.length - 1));
  const agree = () => toast('已同意，10 秒内可以撤回');
  useKeys({ j: () => move(1), k: () => move(-1), a: agree, 'g o': () => setQueue('late') });

  return (
    <Desk
      title="审核工作台"
      office="云岭镇"
      search={<DeskSearch onSearch={(text) => toast(`查：${text}`)} />}
      who={
        <>
          <Text>3月12日 星期四 · 陈立（分管领导）</Text>
          <Link onTap={nothing}>
            快捷键<Kbd>?</Kbd>
          </Link>
        </>
      }
      rail={<DeskQueues groups={GROUPS} value={queue} onChange={setQueue} />}
      list={
        <DeskList
          title="待我审核 4 件"
          order="按到期日排"
          items={ITEMS}
          selected={ITEMS[selected]?.id}
          onSelect={(id) => setSelected(ITEMS.findIndex((item) => item.id === id))}
          empty="都办完了"
          foot={
            <>
              上下 <Kbd>J</Kbd> <Kbd>K</Kbd>
            </>
          }
        />
      }
    >
      <DeskCase
        title={ITEMS[selected]?.name ?? ''}
        about="青禾村 2 组 · 4 口人 · 2603 0217 6"
        tag={<Tag state="need">明天到期（3月13日）</Tag>}
        used="已用 10 天，最多 15 天（3月17日），没有暂停过"
        actions={
          <DeskActions
            actions={[
              { key: 'yes', label: '同意，报县里', shortcut: 'A', primary: true, onTap: agree },
              { key: 'back', label: '退回', shortcut: 'R', onTap: nothing },
              { key: 'visit', label: '派人再去核实', shortcut: 'V', onTap: nothing },
              { key: 'give', label: '转给别人', shortcut: 'T', onTap: nothing },
              { key: 'no', label: '不纳入', off: '要先有村里的建议', onTap: nothing },
            ]}
            note="点“同意”后 10 秒内可以撤回。"
          />
        }
      >
        <View className="sw-mt12">
          <Note state="doing" icon="hand" inset title="请您定：材料齐不齐，程序对不对。">
            同意就报县里审定；有疑问可退回或派人再去核实。
            <View className="sw-min">依据：示例县 2026 年方案第 9 条，镇级审核 2 天内</View>
          </Note>
        </View>
        <DeskHeading title="您 3月3日看过以后，变了的" aside="2 处" />
        <DataTable
          caption="变化"
          rows={CHANGES}
          rowKey={({ item }) => item}
          columns={[
            { title: '项目', cell: ({ item }) => item, heading: true },
            { title: '上次看到', cell: ({ before }) => <Old>{before}</Old> },
            { title: '现在', cell: ({ now }) => <New>{now}</New> },
            { title: '为什么', cell: ({ why }) => why },
          ]}
        />
        <DeskHeading title="算出来的数" aside={<Link onTap={nothing}>看收支表</Link>} />
        <DataTable
          caption="收入"
          rows={FIGURES}
          rowKey={({ item }) => item}
          columns={[
            { title: '项目', cell: ({ item }) => item, heading: true },
            { title: '本户（元）', cell: ({ ours }) => ours, right: true },
            { title: '监测线（元）', cell: ({ line }) => line, right: true },
            { title: '提示', cell: ({ low }) => (low ? <Tag state="need">低于监测线</Tag> : '高于监测线') },
          ]}
        />
        <DeskHeading title="程序" aside="6 项都齐" />
        <FactList
          facts={[
            { key: '授权', value: '4 人都签了', ok: true },
            { key: '入户核实', value: '3月4日，两人签名', ok: true },
            { key: '信息比对', value: '3月5日，没有异常', ok: true },
            { key: '异议', value: '没有', ok: true },
          ]}
        />
      </DeskCase>
    </Desk>
  );
}
