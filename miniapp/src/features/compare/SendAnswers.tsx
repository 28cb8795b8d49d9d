import { somethingWasDone } from '@miniapp/features/staff';
import { call, type Output } from '@miniapp/platform/api';
import { uploadFile } from '@miniapp/platform/media';
import { chooseTable, openTable } from '@miniapp/platform/tables';
import { Button } from '@miniapp/ui/Button';
import { Note } from '@miniapp/ui/Note';
import { sentenceOf } from '@miniapp/ui/QueryView';
import { useCommand } from '@miniapp/ui/useCommand';
import { View } from '@tarojs/components';
import { useState } from 'react';

type Job = Output<'imports.get'>['job'];

const isOver = ({ state }: Job): boolean => state === 'DONE' || state === 'REFUSED';

/** Sends a department's table in and stays with it: read, applied in slices, then a report of every row. */
export function SendAnswers({ listId }: { listId: string }) {
  const [job, setJob] = useState<Job>();
  const sending = useCommand(async (_: null) => {
    const file = await chooseTable();
    if (file === undefined) return undefined;
    const { job: begun, upload } = await call('imports.start', {
      kind: 'COMPARISON_ANSWERS',
      targetId: listId,
      fileName: file.name.slice(-120),
      size: file.size,
    });
    setJob(begun);
    await uploadFile(file, upload);
    let now = begun;
    while (!isOver(now)) {
      now = (await call('imports.advance', { jobId: begun.id })).job;
      setJob(now);
    }
    somethingWasDone();
    return now;
  });
  const reporting = useCommand((jobId: string, requestId) => call('imports.report', { jobId }, requestId));
  const report = async () => {
    const file = job && (await reporting.run(job.id));
    if (file !== undefined) await openTable(file.url, file.fileName);
  };
  return (
    <View>
      {job !== undefined && <Progress job={job} />}
      {sending.error !== undefined && (
        <Note state="late" alert inset>
          {sentenceOf(sending.error) ?? '没有传完，可能是网不好。办好的都在，再传一次。'}
        </Note>
      )}
      {job?.state === 'DONE' && (
        <View className="sw-mt8">
          <Button busy={reporting.busy} busyText="正在取…" onTap={report}>
            看每一行的结果
          </Button>
        </View>
      )}
      <View className="sw-mt8">
        <Button busy={sending.busy} busyText="正在办…" onTap={() => sending.run(null)}>
          传答复
        </Button>
      </View>
    </View>
  );
}

function Progress({ job: { state, message, rows } }: { job: Job }) {
  if (state === 'REFUSED')
    return (
      <Note state="late" alert inset title="这个文件没有收，一行也没有登记">
        {message ?? ''}
      </Note>
    );
  if (state === 'DONE')
    return (
      <Note state={rows.good === rows.total ? 'ok' : 'need'} inset title={`登记好了 ${rows.good} 行`}>
        {rows.good === rows.total
          ? '都办好了。'
          : `还有 ${rows.total - rows.good} 行没有登记，原因在结果里。`}
      </Note>
    );
  return (
    <Note state="doing" inset title={state === 'WAITING' ? '正在读文件…' : `办了 ${rows.done} 行`}>
      {state === 'WAITING'
        ? '不要关，读完就开始登记。'
        : `一共 ${rows.total} 行。关掉也不会丢，过一会儿接着办。`}
    </Note>
  );
}
