import { DESK_FROM_PX, HUNG_PAGE, Staffed, useFreshAfterActs } from '@miniapp/features/staff';
import { call } from '@miniapp/platform/api';
import { go } from '@miniapp/platform/navigate';
import { useWidth } from '@miniapp/platform/width';
import { Button } from '@miniapp/ui/Button';
import { DataTable } from '@miniapp/ui/desk/DataTable';
import { Empty } from '@miniapp/ui/Empty';
import { Link } from '@miniapp/ui/Link';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import type { Column } from '@miniapp/ui/Table';
import { Tag } from '@miniapp/ui/Tag';
import { useQuery } from '@miniapp/ui/useQuery';
import { day, moment } from '@shared/messages';
import { daysLeftText } from '@shared/messages/household';
import { View } from '@tarojs/components';
import { KIND_SHORT, type NoticeSeen, needOf, seenOf } from './overview';

/** 22 公示总览: what has to be seen to comes first, then all notices, as a table where there is room. */
export function NoticesSeen() {
  const query = useFreshAfterActs(useQuery('notices-seen', () => call('notices.overview', {})));
  return (
    <Staffed query={query} rows={3}>
      {(overview) => {
        const notices = seenOf(overview);
        const running = notices.filter(({ ended, started }) => started && !ended).length;
        return (
          <>
            <Needs notices={notices} running={running} />
            <All notices={notices} />
          </>
        );
      }}
    </Staffed>
  );
}

const open = ({ id }: NoticeSeen) => go(HUNG_PAGE, { notice: id });

function Needs({ notices, running }: { notices: readonly NoticeSeen[]; running: number }) {
  const needs = notices.flatMap((notice) => {
    const need = needOf(notice);
    return need === null ? [] : [{ notice, need }];
  });
  return (
    <Section title="要管的" aside={`现在贴着 ${running} 份，${needs.length} 件事要管`}>
      {needs.length === 0 && <Empty>现在没有要管的。</Empty>}
      {needs.map(({ notice, need }) => (
        <Row
          key={notice.id}
          title={`${notice.villageName} · ${KIND_SHORT[notice.kind]}`}
          detail={need.words}
          tag={<Tag state={need.state}>{need.tag}</Tag>}
          tagFirst
          right={
            <Button
              size="small"
              label={`打开${notice.villageName}${KIND_SHORT[notice.kind]}`}
              onTap={() => open(notice)}
            >
              打开
            </Button>
          }
        />
      ))}
    </Section>
  );
}

function All({ notices }: { notices: readonly NoticeSeen[] }) {
  const wide = useWidth() >= DESK_FROM_PX;
  return (
    <Section title="正在公示和刚结束的" aside={`${notices.length} 份`}>
      {notices.length === 0 ? (
        <Empty>这一个月没有公示。</Empty>
      ) : wide ? (
        <View className="sw-pad">
          <DataTable caption="正在公示和刚结束的" columns={COLUMNS} rows={notices} rowKey={({ id }) => id} />
        </View>
      ) : (
        notices.map((notice) => (
          <Row
            key={notice.id}
            title={`${notice.villageName} · ${KIND_SHORT[notice.kind]}`}
            detail={`${counted(notice)} · ${day(notice.firstDay)}到${day(notice.lastDay)}`}
            tag={left(notice)}
            onTap={() => open(notice)}
          />
        ))
      )}
      <View className="sw-pad sw-pb sw-sub">已结束的名单不再对外显示。谁看过，都有记录。</View>
    </Section>
  );
}

const counted = ({ households, kind }: NoticeSeen): string =>
  households === 0 ? '—' : `${households} ${kind === 'SUBSIDY_PAYMENTS' ? '人' : '户'}`;

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
      <Link edge label={`${notice.villageName}${KIND_SHORT[notice.kind]}`} onTap={() => open(notice)}>
        {KIND_SHORT[notice.kind]}
      </Link>
    ),
  },
  { title: '多少', cell: counted },
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
  {
    title: '异议',
    cell: ({ objected, answered }) =>
      objected === 0 ? '0' : objected > answered ? `${objected - answered} 件在查` : `${objected} 件，已答复`,
  },
  { title: '校验码', cell: ({ checkCode }) => checkCode },
];
