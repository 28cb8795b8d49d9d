import { useMe } from '@miniapp/features/account';
import { CLUE_REPORT_PAGE, DESK_FROM_PX, More, SEND_PAGE, Staffed } from '@miniapp/features/staff';
import { go } from '@miniapp/platform/navigate';
import { useWidth } from '@miniapp/platform/width';
import { Bar } from '@miniapp/ui/Bar';
import { DataTable } from '@miniapp/ui/desk/DataTable';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { Link } from '@miniapp/ui/Link';
import { Page } from '@miniapp/ui/Page';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Tabs } from '@miniapp/ui/Tabs';
import { Tag } from '@miniapp/ui/Tag';
import { CLUE_REPORTERS } from '@shared/clues/codes';
import type { ClueView } from '@shared/contract';
import { day } from '@shared/messages';
import { Text } from '@tarojs/components';
import { useState } from 'react';
import { CLUE_PAGE } from './pages';
import { CLUE_TABS, type ClueTab, useClues } from './useClues';
import { clueTag, saidBy, saidWhat } from './words';

const TAB_LABELS: Record<ClueTab, string> = {
  ALL: '要答复',
  DEPT_ALERT: '部门',
  CADRE: '干部',
  ANSWERED: '答复过',
};

const EMPTY: Record<ClueTab, string> = {
  ALL: '没有要答复的线索',
  DEPT_ALERT: '部门说的都答复了',
  CADRE: '干部说的都答复了',
  ANSWERED: '还没有答复过的',
};

/** 线索: who may be at risk, said by departments and cadres; each wants one answer after somebody has looked. */
export function Clues() {
  const [tab, setTab] = useState<ClueTab>('ALL');
  const list = useClues(tab);
  const me = useMe().data;
  const wide = useWidth() >= DESK_FROM_PX;
  const counts = list.query.data?.counts;
  const reports =
    me?.grants.some(({ role, region }) => CLUE_REPORTERS.includes(role) && region.length >= 9) ?? false;
  const sends = me?.grants.some(({ role }) => role === 'COUNTY_CLERK' || role === 'DEPT') ?? false;
  const severalVillages = me?.grants.some(({ region }) => region.length < 12) ?? false;
  const late = counts === undefined || counts.LATE === 0 ? '' : `晚了 ${counts.LATE} 条。`;
  const acts = [
    ...(reports ? [{ children: '报一条线索', onTap: () => go(CLUE_REPORT_PAGE) }] : []),
    ...(sends ? [{ children: '传部门名单', onTap: () => go(SEND_PAGE) }] : []),
  ];
  return (
    <Page
      title="线索"
      {...(acts[0] && { bar: <Bar primary={acts[0]} {...(acts[1] && { second: acts[1] })} /> })}
    >
      <Head
        title={counts === undefined ? '线索' : `线索 ${counts.ALL} 条`}
        hint={`${late}去看过，答复一句就行。要不要立一件，由您定。`}
      />
      <Tabs
        label="线索"
        value={tab}
        onChange={setTab}
        tabs={CLUE_TABS.map((key) => ({
          key,
          label: TAB_LABELS[key],
          ...(key !== 'ANSWERED' && { count: counts?.[key] }),
        }))}
      />
      <Staffed query={list.query} rows={6}>
        {() => (
          <Section flush>
            {list.rows.length === 0 && <Empty>{EMPTY[tab]}</Empty>}
            {list.rows.length > 0 && wide ? (
              <ClueTable clues={list.rows} />
            ) : (
              list.rows.map((clue) => <ClueRow key={clue.id} clue={clue} severalVillages={severalVillages} />)
            )}
            <More list={list} />
          </Section>
        )}
      </Staffed>
    </Page>
  );
}

function ClueRow({ clue, severalVillages }: { clue: ClueView; severalVillages: boolean }) {
  const tag = clueTag(clue);
  return (
    <Row
      title={
        <>
          {clue.name} {severalVillages && <Text className="sw-sub">{clue.villageName}</Text>}
        </>
      }
      detail={`${saidBy(clue)}：${saidWhat(clue)}`}
      tag={<Tag state={tag.state}>{tag.text}</Tag>}
      onTap={() => go(CLUE_PAGE, { clueId: clue.id })}
    />
  );
}

function ClueTable({ clues }: { clues: readonly ClueView[] }) {
  return (
    <DataTable
      caption="线索"
      rowKey={({ id }) => id}
      rows={[...clues]}
      columns={[
        {
          title: '谁',
          heading: true,
          cell: (clue) => (
            <Link edge onTap={() => go(CLUE_PAGE, { clueId: clue.id })}>
              {clue.name}
            </Link>
          ),
        },
        { title: '村', cell: ({ villageName }) => villageName },
        { title: '谁说的', cell: saidBy },
        { title: '什么事', cell: saidWhat },
        { title: '哪天说的', cell: ({ reportedAt }) => day(reportedAt.slice(0, 10)) },
        {
          title: '到哪了',
          cell: (clue) => <Tag state={clueTag(clue).state}>{clueTag(clue).text}</Tag>,
        },
      ]}
    />
  );
}
