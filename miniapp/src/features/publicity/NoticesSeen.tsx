import { DESK_FROM_PX, HUNG_PAGE, Staffed, useFreshAfterActs } from '@miniapp/features/staff';
import { call } from '@miniapp/platform/api';
import { go } from '@miniapp/platform/navigate';
import { announce, toast } from '@miniapp/platform/ui';
import { useWidth } from '@miniapp/platform/width';
import { Button } from '@miniapp/ui/Button';
import { DataTable } from '@miniapp/ui/desk/DataTable';
import type { KeyTableProps } from '@miniapp/ui/desk/KeyTable';
import { useKeys } from '@miniapp/ui/desk/useKeys';
import { Empty } from '@miniapp/ui/Empty';
import { Field, type FieldHandle } from '@miniapp/ui/Field';
import { Link } from '@miniapp/ui/Link';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import type { Column } from '@miniapp/ui/Table';
import { Tag } from '@miniapp/ui/Tag';
import { useCommand } from '@miniapp/ui/useCommand';
import { useLong } from '@miniapp/ui/useLong';
import { useQuery } from '@miniapp/ui/useQuery';
import { day, moment } from '@shared/messages';
import { daysLeftText } from '@shared/messages/household';
import { countedOf, NOTICE_SHORT, objectedOf, scannedOf } from '@shared/messages/notice-kinds';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { matches, type NoticeSeen, needOf, seenOf } from './overview';
import { useExport } from './TopActions';

export const KEY_WORDS: KeyTableProps['words'] = [
  { keys: ['J', 'K'], does: '下一份，上一份' },
  { keys: ['Enter'], does: '打开' },
  { keys: ['R'], does: '催村里' },
  { keys: ['/'], does: '查找' },
  { keys: ['E'], does: '导出表格' },
  { keys: ['P'], does: '发公示、发公告' },
];

/** 22 公示总览: what has to be seen to comes first, then all notices, as a table where there is room. */
export function NoticesSeen() {
  const query = useFreshAfterActs(useQuery('notices-seen', () => call('notices.overview', {})));
  const reminding = useCommand((noticeId: string, requestId: string) =>
    call('notices.remind', { noticeId }, requestId),
  );
  const remind = async (notice: NoticeSeen) => {
    const done = await reminding.run(notice.id);
    toast(done === undefined ? '没有催成，刷新一下再看' : `催了${notice.villageName}，今天只催这一次`);
    query.reload();
  };
  return (
    <Staffed query={query} rows={3}>
      {(overview) => {
        const notices = seenOf(overview);
        const running = notices.filter(({ ended, started }) => started && !ended).length;
        return (
          <>
            <Needs notices={notices} running={running} onRemind={remind} />
            <All notices={notices} more={overview.more} onRemind={remind} />
          </>
        );
      }}
    </Staffed>
  );
}

const open = ({ id }: NoticeSeen) => go(HUNG_PAGE, { notice: id });

const isOpenErrand = ({ errand, mayRemind, remindedToday }: NoticeSeen) =>
  errand !== null && mayRemind && !remindedToday;

interface ListProps {
  notices: readonly NoticeSeen[];
  onRemind: (notice: NoticeSeen) => Promise<void>;
}

function Needs({ notices, running, onRemind }: ListProps & { running: number }) {
  const needs = notices.flatMap((notice) => {
    const need = needOf(notice);
    return need === null ? [] : [{ notice, need }];
  });
  const { shown, more } = useLong(needs.length, '件');
  return (
    <Section title="要管的" aside={`现在贴着 ${running} 份，${needs.length} 件事要管`}>
      {needs.length === 0 && <Empty>现在没有要管的。</Empty>}
      {needs.slice(0, shown).map(({ notice, need }) => (
        <Row
          key={notice.id}
          title={`${notice.villageName} · ${NOTICE_SHORT[notice.kind]}`}
          detail={notice.mayRemind && notice.remindedToday ? `${need.words}。今天催过了` : need.words}
          tag={<Tag state={need.state}>{need.tag}</Tag>}
          tagFirst
          right={
            isOpenErrand(notice) ? (
              <Button
                size="small"
                label={`催村里，${notice.villageName}${NOTICE_SHORT[notice.kind]}${need.tag}`}
                onTap={() => onRemind(notice)}
              >
                催村里
              </Button>
            ) : (
              <Button
                size="small"
                label={`打开${notice.villageName}${NOTICE_SHORT[notice.kind]}`}
                onTap={() => open(notice)}
              >
                打开
              </Button>
            )
          }
        />
      ))}
      {more}
    </Section>
  );
}

function All({ notices, more, onRemind }: ListProps & { more: number }) {
  const wide = useWidth() >= DESK_FROM_PX;
  const [text, setText] = useState('');
  const [at, setAt] = useState<string>();
  const search = useRef<FieldHandle>(null);
  const exporting = useExport();
  const found = text === '' ? notices : notices.filter((notice) => matches(notice, text));
  const place = found.findIndex(({ id }) => id === at);
  const chosen = found[place];
  const step = (by: 1 | -1) => () => {
    const next = found[place < 0 ? 0 : Math.min(Math.max(place + by, 0), found.length - 1)];
    if (next === undefined) return;
    setAt(next.id);
    announce(`${next.villageName}，${NOTICE_SHORT[next.kind]}`);
  };
  const enter = () => chosen !== undefined && open(chosen);
  useKeys({
    '/': () => search.current?.focus(),
    j: step(1),
    k: step(-1),
    Enter: enter,
    r: () => void (chosen !== undefined && isOpenErrand(chosen) && onRemind(chosen)),
  });
  const long = useLong(found.length, '份');
  return (
    <Section
      title="正在公示和刚结束的"
      aside={text === '' ? `${notices.length} 份` : `找到 ${found.length} 份，一共 ${notices.length} 份`}
    >
      {notices.length > 0 && (
        <View className="sw-pad">
          <Field
            ref={search}
            label="找村、内容、校验码"
            maxLength={40}
            onInput={(value) => setText(value.trim())}
          />
        </View>
      )}
      {notices.length === 0 ? (
        <Empty>这一个月没有公示。</Empty>
      ) : found.length === 0 ? (
        <Empty>没有找到。少写几个字再找。</Empty>
      ) : wide ? (
        <View className="sw-pad sw-mt8">
          <DataTable
            caption="正在公示和刚结束的"
            columns={COLUMNS}
            rows={found}
            rowKey={({ id }) => id}
            isSelected={({ id }) => id === at}
          />
        </View>
      ) : (
        <>
          {found.slice(0, long.shown).map((notice) => (
            <Row
              key={notice.id}
              title={`${notice.villageName} · ${NOTICE_SHORT[notice.kind]}`}
              detail={`${countedOf(notice)} · ${day(notice.firstDay)}到${day(notice.lastDay)} · 内容检查${scannedOf(notice.mended)}`}
              tag={left(notice)}
              onTap={() => open(notice)}
            />
          ))}
          {long.more}
        </>
      )}
      {!wide && notices.length > 0 && (
        <View className="sw-pad">
          <Link edge onTap={() => void exporting.run(undefined)}>
            导出表格
          </Link>
        </View>
      )}
      <View className="sw-pad sw-pb sw-sub">
        {more > 0 && <View>{`还有 ${more} 份更早结束的，没有列在这里。`}</View>}
        已结束的名单不再对外显示。谁看过，都有记录。
      </View>
    </Section>
  );
}

function left({ started, ended, daysLeft }: NoticeSeen) {
  if (!started) return <Tag state="late">没开始算</Tag>;
  if (ended) return <Tag state="off">已结束</Tag>;
  return <Tag state={daysLeft === 1 ? 'need' : 'doing'}>{daysLeftText(daysLeft)}</Tag>;
}

const photo = (at: string | null, missing: boolean) =>
  at === null ? missing ? <Tag state="late">没拍</Tag> : '—' : <Tag state="ok">{moment(at)}</Tag>;

const COLUMNS: Column<NoticeSeen>[] = [
  { title: '村', cell: ({ villageName }) => villageName, heading: true },
  {
    title: '内容',
    cell: (notice) => (
      <Link edge label={`${notice.villageName}${NOTICE_SHORT[notice.kind]}`} onTap={() => open(notice)}>
        {NOTICE_SHORT[notice.kind]}
      </Link>
    ),
  },
  { title: '多少', cell: countedOf },
  {
    title: '起止',
    cell: ({ started, firstDay, lastDay }) =>
      started ? `${day(firstDay)}到${day(lastDay)}` : '照片到了才算',
  },
  { title: '还剩', cell: left },
  {
    title: '开始照片',
    cell: ({ startedAt, started, owes }) => photo(startedAt, !started || owes.includes('START')),
  },
  {
    title: '结束照片',
    cell: ({ endPhotoAt, ended, objections, owes }) =>
      photo(endPhotoAt, ended && (objections === 'ONLINE' || owes.includes('CLEARED'))),
  },
  { title: '异议', cell: objectedOf },
  { title: '内容检查', cell: ({ mended }) => <Tag state="ok">{scannedOf(mended)}</Tag> },
  { title: '校验码', cell: ({ checkCode }) => checkCode },
];
