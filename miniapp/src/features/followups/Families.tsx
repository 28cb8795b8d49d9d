import { KeptCount } from '@miniapp/features/review/kit';
import { DESK_FROM_PX, FOLLOWED_PAGE, More, Staffed } from '@miniapp/features/staff';
import { NetworkError } from '@miniapp/platform/call';
import { go } from '@miniapp/platform/navigate';
import { useWidth } from '@miniapp/platform/width';
import { DataTable } from '@miniapp/ui/desk/DataTable';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { Link } from '@miniapp/ui/Link';
import { Page } from '@miniapp/ui/Page';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Tabs } from '@miniapp/ui/Tabs';
import { Tag } from '@miniapp/ui/Tag';
import type { FollowedRow } from '@shared/contract';
import type { FollowUpList } from '@shared/followups/codes';
import { day } from '@shared/messages';
import { Text } from '@tarojs/components';
import { useState } from 'react';
import { useFollowed } from './queries';
import { dueTag, rowDetail, WAITS_WORDS } from './words';

const TABS = { ALL: '全部', VISIT: '要走访', QUARTER: '要填台账', LATE: '晚了' } as const;
/** What waits for somebody, above the list. */
const WAITING = { TOLD: '家里说有变化', TASKS: '有事要办', CONFIRM: '等我确认' } as const;

const EMPTY: Record<FollowUpList, string> = {
  ALL: '名单上还没有家庭。',
  VISIT: '这个月都走访过了。',
  QUARTER: '季度台账都填了。',
  LATE: '没有晚了的。',
  TASKS: '没有要办的事。',
  TOLD: '没有家庭说有变化。',
  CONFIRM: '没有等您确认的。',
};

/** 跟踪: every family on the list with what is due for it, by visits, quarters and what happened (domain.md 3.5). */
export function Families() {
  const [which, setWhich] = useState<FollowUpList>('ALL');
  const list = useFollowed(which);
  const wide = useWidth() >= DESK_FROM_PX;
  const counts = list.query.data?.counts;
  const today = list.query.data?.today ?? '';
  const isTab = which in TABS;
  return (
    <Page title="跟踪帮扶">
      <Head
        title={counts === undefined ? '跟踪帮扶' : `跟踪帮扶 ${counts.ALL} 户`}
        hint="每月走访一次，每季度填一次台账。"
      />
      <KeptCount
        unreached={list.query.error instanceof NetworkError}
        operations={['followups.quarter', 'followups.record']}
      />
      <Tabs
        label="名单"
        value={which}
        onChange={setWhich}
        tabs={(Object.keys(TABS) as (keyof typeof TABS)[]).map((key) => ({
          key,
          label: TABS[key],
          ...(key !== 'ALL' && { count: counts?.[key] }),
        }))}
      />
      {isTab ? (
        <Waiting counts={counts} onChoose={setWhich} />
      ) : (
        <Section>
          <Row
            icon="left"
            title={WAITING[which as keyof typeof WAITING]}
            detail="点这里看全部"
            onTap={() => setWhich('ALL')}
          />
        </Section>
      )}
      <Staffed query={list.query} rows={6}>
        {() => (
          <Section flush>
            {list.rows.length === 0 && <Empty>{EMPTY[which]}</Empty>}
            {list.rows.length > 0 && wide ? (
              <Wide rows={list.rows} today={today} />
            ) : (
              list.rows.map((row) => <One key={row.caseId} row={row} today={today} />)
            )}
            <More list={list} />
          </Section>
        )}
      </Staffed>
    </Page>
  );
}

interface WaitingProps {
  counts: Record<FollowUpList, number> | undefined;
  onChoose: (list: FollowUpList) => void;
}

function Waiting({ counts, onChoose }: WaitingProps) {
  const some = (Object.keys(WAITING) as (keyof typeof WAITING)[]).filter((key) => (counts?.[key] ?? 0) > 0);
  if (some.length === 0) return null;
  return (
    <Section>
      {some.map((key) => (
        <Row key={key} title={WAITING[key]} detail={`${counts?.[key]} 户`} onTap={() => onChoose(key)} />
      ))}
    </Section>
  );
}

const open = ({ caseId }: FollowedRow) => go(FOLLOWED_PAGE, { caseId });

function One({ row, today }: { row: FollowedRow; today: string }) {
  const tag = dueTag(row, today);
  return (
    <Row
      title={
        <>
          {row.headName}{' '}
          <Text className="sw-sub">{[row.villageName, row.group].filter(Boolean).join(' ')}</Text>
        </>
      }
      detail={rowDetail(row)}
      tag={<Tag state={tag.state}>{tag.text}</Tag>}
      onTap={() => open(row)}
    />
  );
}

function Wide({ rows, today }: { rows: readonly FollowedRow[]; today: string }) {
  return (
    <DataTable
      caption="名单上的家庭"
      rowKey={({ caseId }) => caseId}
      rows={[...rows]}
      columns={[
        {
          title: '户主',
          heading: true,
          cell: (row) => (
            <Link edge onTap={() => open(row)}>
              {row.headName}
            </Link>
          ),
        },
        { title: '村组', cell: ({ villageName, group }) => [villageName, group].filter(Boolean).join(' ') },
        { title: '哪天列入', cell: ({ identifiedOn }) => day(identifiedOn) },
        {
          title: '先办什么',
          cell: (row) => {
            const tag = dueTag(row, today);
            return <Tag state={tag.state}>{tag.text}</Tag>;
          },
        },
        {
          title: '本月走访',
          cell: ({ visit }) => (visit === null ? '' : `${visit.done} / ${visit.wanted} 次`),
        },
        { title: '家里说的', cell: ({ told }) => (told > 0 ? `${told} 处变化` : '') },
        { title: '等谁', cell: ({ waits }) => (waits === null ? '' : WAITS_WORDS[waits]) },
      ]}
    />
  );
}
