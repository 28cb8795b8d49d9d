import { Staffed, useFreshAfterActs } from '@miniapp/features/staff';
import { call } from '@miniapp/platform/api';
import { Empty } from '@miniapp/ui/Empty';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { type State, Tag } from '@miniapp/ui/Tag';
import { useLong } from '@miniapp/ui/useLong';
import { useQuery } from '@miniapp/ui/useQuery';
import { localDate } from '@shared/calendar/dates';
import type { ImportKindName } from '@shared/contract';
import { day } from '@shared/messages';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { type Job, Sent } from './Sent';

const KIND_WORDS: Record<ImportKindName, string> = {
  COMPARISON_ANSWERS: '查对的答复',
  CLUES: '部门名单',
  STAFF: '人员名单',
  PAYMENTS: '补贴发放表',
  SUBSIDY_PAYMENTS: '补贴发放表',
};

function standingOf({ state, rows, asksColumns }: Job): { state: State; text: string } {
  if (state === 'REFUSED')
    return asksColumns ? { state: 'need', text: '要说清是哪一列' } : { state: 'late', text: '没有收' };
  if (state === 'WAITING') return { state: 'doing', text: '还没有传完' };
  if (state === 'APPLYING') return { state: 'doing', text: `办了 ${rows.done} 行` };
  return rows.good === rows.total
    ? { state: 'ok', text: `${rows.good} 行都办好了` }
    : { state: 'need', text: `${rows.total - rows.good} 行没有办` };
}

/** Tables that the reader sent, the last first: how far each is, and what was not taken of it. */
export function SentTables() {
  const query = useFreshAfterActs(useQuery('tables-sent', async () => (await call('imports.mine', {})).jobs));
  return (
    <Section title="传过的表">
      <Staffed query={query} rows={2}>
        {(jobs) =>
          jobs.length === 0 ? (
            <Empty>
              <View>还没有传过。</View>
              <View>传了名单、发放表，会在这里。</View>
            </Empty>
          ) : (
            <List jobs={jobs} onChange={query.reload} />
          )
        }
      </Staffed>
    </Section>
  );
}

function List({ jobs, onChange }: { jobs: readonly Job[]; onChange: () => void }) {
  const { shown, more } = useLong(jobs.length, '份');
  return (
    <>
      {jobs.slice(0, shown).map((job) => (
        <One key={job.id} job={job} onChange={onChange} />
      ))}
      {more}
    </>
  );
}

function One({ job, onChange }: { job: Job; onChange: () => void }) {
  const [open, setOpen] = useState(false);
  const tag = standingOf(job);
  return (
    <>
      <Row
        title={KIND_WORDS[job.kind]}
        detail={
          <>
            <View>{job.fileName}</View>
            <View>{`${day(localDate(job.createdAt))}传的`}</View>
          </>
        }
        tag={<Tag state={tag.state}>{tag.text}</Tag>}
        act={open ? '收起' : '看'}
        onTap={() => setOpen(!open)}
      />
      {open && (
        <View className="sw-pad sw-pb">
          <Sent job={job} verb="登记好了" onChange={onChange} />
        </View>
      )}
    </>
  );
}
