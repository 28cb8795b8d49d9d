import { call, type Output } from '@miniapp/platform/api';
import { Button } from '@miniapp/ui/Button';
import { Chips } from '@miniapp/ui/Chips';
import { Link } from '@miniapp/ui/Link';
import { Note } from '@miniapp/ui/Note';
import { QueryView, sentenceOf } from '@miniapp/ui/QueryView';
import { useCommand } from '@miniapp/ui/useCommand';
import { useQuery } from '@miniapp/ui/useQuery';
import { View } from '@tarojs/components';
import { useState } from 'react';

type Job = Output<'imports.get'>['job'];
type Column = Output<'imports.columns'>['columns'][number];

interface NameColumnsProps {
  jobId: string;
  /** The heads are known now, and the file is read again. */
  onNamed: (job: Job) => void;
}

/** Heads that nobody knows: the clerk says once which is which, and the sender's next file is read by itself. */
export function NameColumns({ jobId, onNamed }: NameColumnsProps) {
  const query = useQuery(`columns:${jobId}`, () => call('imports.columns', { jobId }));
  const [said, setSaid] = useState<Readonly<Record<string, string>>>({});
  const [all, setAll] = useState(false);
  const naming = useCommand(async (columns: { title: string; key: string }[], requestId) => {
    const { job } = await call('imports.nameColumns', { jobId, columns }, requestId);
    onNamed(job);
    return job;
  });
  return (
    <QueryView query={query} rows={3}>
      {({ columns, found }) => {
        const asked = columns.filter(({ at, needed }) => at === null && (needed || all));
        const taken = [...columns.flatMap(({ at }) => (at === null ? [] : [at])), ...Object.values(said)];
        const missing = columns.filter(
          ({ key, at, needed }) => needed && at === null && said[key] === undefined,
        );
        return (
          <View className="sw-mt8">
            {asked.map((column) => (
              <Which
                key={column.key}
                column={column}
                words={found.filter((word) => !taken.includes(word) || said[column.key] === word)}
                value={said[column.key]}
                onChange={(word) =>
                  setSaid(({ [column.key]: _, ...rest }) =>
                    word === undefined ? rest : { ...rest, [column.key]: word },
                  )
                }
              />
            ))}
            {!all && (
              <Link edge onTap={() => setAll(true)}>
                还有别的列要认
              </Link>
            )}
            {naming.error !== undefined && (
              <Note state="late" alert inset>
                {sentenceOf(naming.error) ?? '没有记下，可能是网不好。再点一次。'}
              </Note>
            )}
            <Button
              kind="primary"
              busy={naming.busy}
              busyText="正在读…"
              {...(missing[0] !== undefined && {
                off: `还差：${missing.map(({ title }) => title).join('、')}`,
              })}
              onTap={() => naming.run(Object.entries(said).map(([key, title]) => ({ title, key })))}
            >
              记住，再读一遍
            </Button>
          </View>
        );
      }}
    </QueryView>
  );
}

interface WhichProps {
  column: Column;
  words: readonly string[];
  value: string | undefined;
  onChange: (word: string | undefined) => void;
}

function Which({ column, words, value, onChange }: WhichProps) {
  return (
    <Chips
      label={`“${column.title}”在这个表里叫什么？${column.needed ? '' : '没有就不选。'}`}
      chips={words.map((word) => ({ value: word, label: word }))}
      value={value === undefined ? [] : [value]}
      onChange={(values) => onChange(values.find((word) => word !== value))}
    />
  );
}
