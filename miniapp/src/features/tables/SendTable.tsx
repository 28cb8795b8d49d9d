import { somethingWasDone } from '@miniapp/features/staff';
import { call, type Output } from '@miniapp/platform/api';
import { uploadFile } from '@miniapp/platform/media';
import { chooseTable, openTable } from '@miniapp/platform/tables';
import { Button } from '@miniapp/ui/Button';
import { Note } from '@miniapp/ui/Note';
import { sentenceOf } from '@miniapp/ui/QueryView';
import { useCommand } from '@miniapp/ui/useCommand';
import type { ImportKindName } from '@shared/contract';
import { money } from '@shared/messages';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { NameColumns } from './NameColumns';
import { NotTaken } from './NotTaken';

type Job = Output<'imports.get'>['job'];

interface SendTableProps {
  kind: ImportKindName;
  targetId: string;
  /** Words on the button. */
  button: string;
  /** What was done with a good row: 「登记好了」 3 行. */
  verb: string;
  /** What comes next once rows were taken. */
  onward?: { words: string; go: (jobId: string) => void };
}

const isOver = ({ state }: Job): boolean => state === 'DONE' || state === 'REFUSED';

/** Sends a table in and stays with it: read, applied in slices, then a report of every row. */
export function SendTable({ kind, targetId, button, verb, onward }: SendTableProps) {
  const [job, setJob] = useState<Job>();
  const sending = useCommand(async (_: null) => {
    const file = await chooseTable();
    if (file === undefined) return undefined;
    const { job: begun, upload } = await call('imports.start', {
      kind,
      targetId,
      fileName: file.name.slice(-120),
      size: file.size,
    });
    setJob(begun);
    await uploadFile(file, upload);
    return stayWith(begun);
  });
  const stayWith = async (begun: Job) => {
    let now = begun;
    setJob(now);
    while (!isOver(now)) {
      now = (await call('imports.advance', { jobId: begun.id })).job;
      setJob(now);
    }
    somethingWasDone();
    return now;
  };
  const goingOn = useCommand((named: Job) => stayWith(named));
  const reporting = useCommand((jobId: string, requestId) => call('imports.report', { jobId }, requestId));
  const problem = sending.error ?? goingOn.error;
  const report = async () => {
    const file = job && (await reporting.run(job.id));
    if (file !== undefined) await openTable(file.url, file.fileName);
  };
  return (
    <View>
      {job !== undefined && <Progress job={job} verb={verb} />}
      {job?.asksColumns === true && (
        <NameColumns key={job.id} jobId={job.id} onNamed={(named) => void goingOn.run(named)} />
      )}
      {problem !== undefined && (
        <Note state="late" alert inset>
          {sentenceOf(problem) ?? '没有传完，可能是网不好。办好的都在，再传一次。'}
        </Note>
      )}
      {job?.state === 'DONE' && job.rows.good < job.rows.total && <NotTaken jobId={job.id} />}
      {job?.state === 'DONE' && onward !== undefined && (
        <View className="sw-mt8">
          <Button kind="primary" onTap={() => onward.go(job.id)}>
            {onward.words}
          </Button>
        </View>
      )}
      {job?.state === 'DONE' && (
        <View className="sw-mt8">
          <Button busy={reporting.busy} busyText="正在取…" onTap={report}>
            看每一行的结果
          </Button>
        </View>
      )}
      <View className="sw-mt8">
        <Button busy={sending.busy || goingOn.busy} busyText="正在办…" onTap={() => sending.run(null)}>
          {button}
        </Button>
      </View>
    </View>
  );
}

function Progress({ job: { state, message, rows, fen }, verb }: { job: Job; verb: string }) {
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
