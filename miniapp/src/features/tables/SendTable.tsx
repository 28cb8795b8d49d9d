import { call } from '@miniapp/platform/api';
import { uploadFile } from '@miniapp/platform/media';
import { chooseTable } from '@miniapp/platform/tables';
import { Button } from '@miniapp/ui/Button';
import { Note } from '@miniapp/ui/Note';
import { sentenceOf } from '@miniapp/ui/QueryView';
import { useCommand } from '@miniapp/ui/useCommand';
import type { ImportKindName } from '@shared/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { type Job, Sent, stayWith } from './Sent';

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
    return stayWith(begun, setJob);
  });
  return (
    <View>
      {job !== undefined && <Sent key={job.id} job={job} verb={verb} onChange={setJob} />}
      {sending.error !== undefined && (
        <Note state="late" alert inset>
          {sentenceOf(sending.error) ?? '没有传完，可能是网不好。办好的都在，再传一次。'}
        </Note>
      )}
      {job?.state === 'DONE' && onward !== undefined && (
        <View className="sw-mt8">
          <Button kind="primary" onTap={() => onward.go(job.id)}>
            {onward.words}
          </Button>
        </View>
      )}
      <View className="sw-mt8">
        <Button busy={sending.busy} busyText="正在办…" onTap={() => sending.run(null)}>
          {button}
        </Button>
      </View>
    </View>
  );
}
