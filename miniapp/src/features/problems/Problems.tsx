import '@miniapp/styles/ledgers.css';
import { DESK_FROM_PX, More, Staffed } from '@miniapp/features/staff';
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
import type { ProblemView } from '@shared/contract';
import { day, officeName } from '@shared/messages';
import { PROBLEM_SOURCE_LABELS } from '@shared/messages/problems';
import { useState } from 'react';
import { PROBLEM_TABS, type ProblemTab, useProblems } from './useProblems';
import { ENTER_PAGE, PROBLEM_PAGE, problemTag, whereWords } from './words';

const TAB_LABELS: Record<ProblemTab, string> = { OPEN: '没改完的', CLOSED: '销号了的' };
const EMPTY: Record<ProblemTab, string> = { OPEN: '没有要改的问题', CLOSED: '还没有销号的' };

/** 问题整改: what inspection, audit, petitions and assessors found, by its day. */
export function Problems() {
  const [tab, setTab] = useState<ProblemTab>('OPEN');
  const list = useProblems(tab);
  const wide = useWidth() >= DESK_FROM_PX;
  const found = list.query.data;
  const enters = (found?.units.length ?? 0) > 0;
  const late = found === undefined || found.late === 0 ? '' : `晚了 ${found.late} 个。`;
  return (
    <Page
      title="问题整改"
      wide
      {...(enters && { bar: <Bar primary={{ children: '登记一个问题', onTap: () => go(ENTER_PAGE) }} /> })}
    >
      <Head
        title={found === undefined ? '问题整改' : `问题整改 ${found.open} 个`}
        hint={`${late}谁认领谁来改，改好了由别人来看，再销号。`}
      />
      <Tabs
        label="问题整改"
        value={tab}
        onChange={setTab}
        tabs={PROBLEM_TABS.map((key) => ({
          key,
          label: TAB_LABELS[key],
          ...(key === 'OPEN' && { count: found?.open }),
        }))}
      />
      <Staffed query={list.query} rows={5}>
        {() => (
          <Section flush>
            {list.rows.length === 0 && <Empty>{EMPTY[tab]}</Empty>}
            {list.rows.length > 0 && wide ? (
              <ProblemTable problems={list.rows} />
            ) : (
              list.rows.map((problem) => (
                <Row
                  key={problem.id}
                  over={whereWords(problem)}
                  title={problem.words}
                  tag={<Tag state={problemTag(problem).state}>{problemTag(problem).text}</Tag>}
                  onTap={() => open(problem)}
                />
              ))
            )}
            <More list={list} />
          </Section>
        )}
      </Staffed>
    </Page>
  );
}

const open = ({ id }: ProblemView) => go(PROBLEM_PAGE, { problemId: id });

function ProblemTable({ problems }: { problems: readonly ProblemView[] }) {
  return (
    <DataTable
      caption="问题整改"
      rowKey={({ id }) => id}
      rows={[...problems]}
      columns={[
        {
          title: '问题',
          heading: true,
          cell: (problem) => (
            <Link edge onTap={() => open(problem)}>
              {problem.words}
            </Link>
          ),
        },
        { title: '哪里', cell: ({ place }) => place },
        { title: '谁查出的', cell: ({ source }) => PROBLEM_SOURCE_LABELS[source] },
        {
          title: '谁认领',
          cell: ({ claimed, department }) =>
            claimed?.by ?? (department === null ? '' : `请${officeName(department)}`),
        },
        { title: '哪天前', cell: ({ dueOn }) => day(dueOn) },
        {
          title: '到哪了',
          cell: (problem) => <Tag state={problemTag(problem).state}>{problemTag(problem).text}</Tag>,
        },
      ]}
    />
  );
}
