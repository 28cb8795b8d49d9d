import { somethingWasDone } from '@miniapp/features/staff';
import { call, type Output } from '@miniapp/platform/api';
import { openTable } from '@miniapp/platform/tables';
import { Button } from '@miniapp/ui/Button';
import { Note } from '@miniapp/ui/Note';
import { sentenceOf } from '@miniapp/ui/QueryView';
import { useCommand } from '@miniapp/ui/useCommand';
import { money } from '@shared/messages';
import { View } from '@tarojs/components';
import { NameColumns } from './NameColumns';
import { NotTaken } from './NotTaken';

export type Job = Output<'imports.get'>['job'];

const isOver = ({ state }: Job): boolean => state === 'DONE' || state === 'REFUSED';

/** Stays with a table until it is done: slice after slice, telling after each how far it is. */
export async function stayWith(begun: Job, tell: (job: Job) => void): Promise<Job> {
  let now = begun;
  tell(now);
  while (!isOver(now)) {
    now = (await call('imports.advance', { jobId: begun.id })).job;
    tell(now);
  }
  somethingWasDone();
  return now;
}

interface SentProps {
  job: Job;
  /** What was done with a good row: 「登记好了」 3 行. */
  verb: string;
  onChange: (job: Job) => void;
}

/** A table that was sent: how far it is, what its columns mean, the rows that were not taken, and the report of all. */
export function Sent({ job, verb, onChange }: SentProps) {
  const goingOn = useCommand((named: Job) => stayWith(named, onChange));
  const reporting = useCommand((jobId: string, requestId) => call('imports.report', { jobId }, requestId));
  const problem = goingOn.error ?? reporting.error;
  const report = async () => {
    const file = await reporting.run(job.id);
    if (file !== undefined) await openTable(file.url, file.fileName);
  };
  return (
    <>
      <Progress job={job} verb={verb} />
      {job.asksColumns && (
        <NameColumns key={job.id} jobId={job.id} onNamed={(named) => void goingOn.run(named)} />
      )}
      {problem !== undefined && (
        <Note state="late" alert inset>
          {sentenceOf(problem) ?? '没有办完，可能是网不好。办好的都在，再点一次。'}
        </Note>
      )}
      {job.state === 'DONE' && job.rows.good < job.rows.total && <NotTaken jobId={job.id} />}
      {job.state === 'DONE' && (
        <View className="sw-mt8">
          <Button busy={reporting.busy} busyText="正在取…" onTap={report}>
            看每一行的结果
          </Button>
        </View>
      )}
    </>
  );
}

function Progress({ job: { state, message, rows, fen }, verb }: Pick<SentProps, 'job' | 'verb'>) {
  if (state === 'REFUSED')
    return (
      <Note state="late" alert inset title="这个文件没有收，一行也没有办">
        {message ?? ''}
      </Note>
    );
  if (state === 'DONE')
    return (
      <Note state={rows.good === rows.total ? 'ok' : 'need'} inset title={`${verb} ${rows.good} 行`}>
        {[
          fen > 0 ? `合计 ${money(fen)}。` : '',
          rows.good === rows.total ? '都办好了。' : `还有 ${rows.total - rows.good} 行没有办，原因在结果里。`,
        ].join('')}
      </Note>
    );
  return (
    <Note state="doing" inset title={state === 'WAITING' ? '正在读文件…' : `办了 ${rows.done} 行`}>
      {state === 'WAITING'
        ? '不要关，读完就开始办。'
        : `一共 ${rows.total} 行。关掉也不会丢，过一会儿接着办。`}
    </Note>
  );
}
