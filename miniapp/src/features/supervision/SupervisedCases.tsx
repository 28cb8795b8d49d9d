import { SESSIONS_PAGE, useMe } from '@miniapp/features/account';
import { More, Staffed, SUPERVISED_CASE_PAGE, usePages } from '@miniapp/features/staff';
import { call, type Output } from '@miniapp/platform/api';
import { go } from '@miniapp/platform/navigate';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { Page } from '@miniapp/ui/Page';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Tabs } from '@miniapp/ui/Tabs';
import { Tag } from '@miniapp/ui/Tag';
import type { SupervisedTab } from '@shared/casework';
import { dueTag, STATE_LABELS, staffDay } from '@shared/messages';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';

type List = Output<'supervision.cases'>;
type Item = List['rows'][number];

const TAB_LABELS: Record<SupervisedTab, string> = {
  OPEN: '在办',
  OVERDUE: '逾期',
  CLOSED: '办完',
  SAMPLE: '抽查',
};
const TABS = Object.keys(TAB_LABELS) as SupervisedTab[];

const EMPTY: Record<SupervisedTab, string> = {
  OPEN: '现在没有在办的。',
  OVERDUE: '没有逾期的。',
  CLOSED: '还没有办完的。',
  SAMPLE: '还没有可以抽的。',
};

/** What a supervisor opens first: cases of the region, none of them with a name. */
export function SupervisedCases() {
  const [tab, setTab] = useState<SupervisedTab>('OPEN');
  const list = usePages<Item, List>(`supervised:${tab}`, (cursor) =>
    call('supervision.cases', { tab, ...(cursor !== '' && { cursor }) }),
  );
  const me = useMe().data;
  const { data } = list.query;
  const place = me?.grants.find(({ role }) => role === 'SUPERVISOR')?.regionName;
  return (
    <Page title="监督查看">
      <Head
        title="监督查看"
        hint={
          <>
            <View>{[place, me?.name].filter(Boolean).join(' ')}</View>
            {data !== undefined && <View>{staffDay(data.today)}</View>}
            <View>这里只看不办，也不写真名。</View>
          </>
        }
      />
      <Tabs
        label="案卷"
        value={tab}
        onChange={setTab}
        tabs={TABS.map((key) => ({
          key,
          label: TAB_LABELS[key],
          count: key === 'SAMPLE' ? undefined : data?.counts[key],
        }))}
      />
      <Staffed query={list.query} rows={6}>
        {({ today }) => (
          <Section flush>
            {tab === 'SAMPLE' && list.rows.length > 0 && (
              <View className="sw-in sw-sub">随机抽的，一天一批，不能重抽。</View>
            )}
            {list.rows.length === 0 && <Empty>{EMPTY[tab]}</Empty>}
            {list.rows.map((row) => (
              <CaseRow key={row.id} row={row} today={today} />
            ))}
            <More list={list} />
          </Section>
        )}
      </Staffed>
      <Section>
        <Row icon="camera" title="登录电脑" detail="扫码登录，看登录在哪里" onTap={() => go(SESSIONS_PAGE)} />
      </Section>
    </Page>
  );
}

function CaseRow({ row, today }: { row: Item; today: string }) {
  const tag =
    row.holder === 'NOBODY' ? { tone: 'off' as const, text: STATE_LABELS[row.state] } : dueTag(row, today);
  const people = row.memberCount === null ? '' : `${row.memberCount} 人`;
  return (
    <Row
      title={
        <>
          {row.alias} <Text className="sw-sub">{people}</Text>
        </>
      }
      detail={[row.villageName, row.holder === 'NOBODY' ? '' : STATE_LABELS[row.state]]
        .filter(Boolean)
        .join(' · ')}
      tag={<Tag state={tag.tone}>{tag.text}</Tag>}
      onTap={() => go(SUPERVISED_CASE_PAGE, { caseId: row.id })}
    />
  );
}
