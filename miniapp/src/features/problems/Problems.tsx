import '@miniapp/styles/ledgers.css';
import { OpenOrDone } from '@miniapp/features/staff';
import { go } from '@miniapp/platform/navigate';
import { DataTable } from '@miniapp/ui/desk/DataTable';
import { Link } from '@miniapp/ui/Link';
import { Row } from '@miniapp/ui/Row';
import { Tag } from '@miniapp/ui/Tag';
import type { ProblemView } from '@shared/contract';
import { day, officeName } from '@shared/messages';
import { PROBLEM_SOURCE_LABELS } from '@shared/messages/problems';
import { Text } from '@tarojs/components';
import { useState } from 'react';
import { type ProblemTab, useProblems } from './useProblems';
import { ENTER_PAGE, PROBLEM_PAGE, problemTag, whereWords } from './words';

const TABS: Record<ProblemTab, { label: string; empty: string }> = {
  OPEN: { label: '没改完的', empty: '没有要改的问题' },
  CLOSED: { label: '销号了的', empty: '还没有销号的' },
};

/** 问题整改: what inspection, audit, petitions and assessors found, by its day. */
export function Problems() {
  const [tab, setTab] = useState<ProblemTab>('OPEN');
  const list = useProblems(tab);
  const enters = (list.query.data?.units.length ?? 0) > 0;
  return (
    <OpenOrDone
      title="问题整改"
      wide
      unit="个"
      hint="谁认领谁来改，改好了由别人来看，再销号。"
      tabs={TABS}
      tab={tab}
      onTab={setTab}
      list={list}
      begin={enters && { children: '登记一个问题', onTap: () => go(ENTER_PAGE) }}
      row={(problem) => (
        <Row
          key={problem.id}
          over={whereWords(problem)}
          title={problem.words}
          tag={<Tag state={problemTag(problem).state}>{problemTag(problem).text}</Tag>}
          onTap={() => open(problem)}
        />
      )}
      table={(problems) => <ProblemTable problems={problems} />}
    />
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
        { title: '哪里', cell: ({ place }) => <Text className="sw-nowrap">{place}</Text> },
        { title: '谁查出的', cell: ({ source }) => PROBLEM_SOURCE_LABELS[source] },
        {
          title: '谁认领',
          cell: ({ claimed, department }) =>
            claimed?.by ?? (department === null ? '' : `请${officeName(department)}`),
        },
        { title: '哪天前', cell: ({ dueOn }) => <Text className="sw-nowrap">{day(dueOn)}</Text> },
        {
          title: '到哪了',
          cell: (problem) => <Tag state={problemTag(problem).state}>{problemTag(problem).text}</Tag>,
        },
      ]}
    />
  );
}
