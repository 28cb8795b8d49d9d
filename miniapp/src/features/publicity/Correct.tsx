import { HUNG_PAGE, somethingWasDone } from '@miniapp/features/staff';
import { call, type Input, type Output } from '@miniapp/platform/api';
import { replace } from '@miniapp/platform/navigate';
import { slot } from '@miniapp/platform/storage';
import { toast } from '@miniapp/platform/ui';
import { Button } from '@miniapp/ui/Button';
import { Choices } from '@miniapp/ui/Choices';
import { Field } from '@miniapp/ui/Field';
import { parseYuan } from '@miniapp/ui/money';
import { Note } from '@miniapp/ui/Note';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { useCommand } from '@miniapp/ui/useCommand';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { BoardPhoto } from './BoardPhoto';
import { whyNot } from './why-not';

type Notice = Output<'notices.get'>['notice'];
type Fix = Input<'notices.correct'>['rows'][number];

/** One thing that was wrong: of which row, under which column, and what it says from now on. */
interface Change {
  row: number;
  column: string;
  text: string;
}

/** People are counted in whole numbers, of which a family has two digits at most. */
const count = (text: string, fix: (count: number) => Partial<Fix>) =>
  /^[1-9]\d?$/.test(text) ? fix(Number(text)) : undefined;

/** What of a row can be put right, by the column under which it stands; undefined for what cannot be read. */
const FIELDS: Readonly<Record<string, (text: string, kind: Notice['kind']) => Partial<Fix> | undefined>> = {
  name: (text, kind) => (kind === 'SUBSIDY_PAYMENTS' ? { name: text } : { headName: text }),
  group: (text) => ({ group: text }),
  people: (text) => count(text, (memberCount) => ({ memberCount })),
  served: (text) => count(text, (served) => ({ served })),
  item: (text) => ({ item: text }),
  quantity: (text) => (/^\d{1,7}(\.\d{1,3})?$/.test(text) ? { quantity: text } : undefined),
  amount: (text) => {
    const amountFen = parseYuan(text);
    return amountFen === undefined ? undefined : { amountFen };
  },
};

const HINTS: Readonly<Record<string, string>> = {
  group: '比如：2组',
  people: '写几口人，比如：4',
  served: '写几个人，比如：2',
  quantity: '只写数，比如：3.5',
  amount: '写多少元，比如：300',
};

/** Words have no rows. */
const isCorrectable = ({ kind, rows }: Notice) => rows.length > 0 && kind !== 'VILLAGE_NOTICE';

/** The rows as the operation takes them: all changes of a row together, the last one of a column counts. */
function fixesOf(changes: readonly Change[], kind: Notice['kind']): Fix[] {
  const byRow = new Map<number, Fix>();
  for (const { row, column, text } of changes)
    byRow.set(row, { ...byRow.get(row), row, ...FIELDS[column]?.(text, kind) });
  return [...byRow.values()];
}

/**
 * Something on the list was written wrongly: what it should say, and why, go up as a new version in the old one's place;
 * the old one stays as it was (domain.md 3.3, 6.4). What was noted is kept until it is up.
 */
export function Correct({ notice }: { notice: Notice }) {
  const kept = slot<Change[]>(`correct:${notice.id}`);
  const [changes, setChanges] = useState(() => kept.get() ?? []);
  const [open, setOpen] = useState(changes.length > 0);
  const [reason, setReason] = useState('');
  const send = useCommand((input: Input<'notices.correct'>, requestId: string) =>
    call('notices.correct', input, requestId),
  );
  if (!isCorrectable(notice)) return null;
  const keep = (next: Change[]) => {
    kept.set(next);
    setChanges(next);
  };
  const input = (photoId: string | null): Input<'notices.correct'> => ({
    noticeId: notice.id,
    reason: reason.trim(),
    photoId,
    rows: fixesOf(changes, notice.kind),
  });
  const up = ({ noticeId }: Output<'notices.correct'>) => {
    kept.remove();
    somethingWasDone();
    toast('新的一版贴出去了，请打印换上');
    replace(HUNG_PAGE, { notice: noticeId });
  };
  const hand = async () => {
    const done = await send.run(input(null));
    if (done !== undefined) up(done);
  };
  if (!open)
    return (
      <Section flush>
        <Row title="名单上写错了，改过来" detail="换上新的一版，旧的留着备查" onTap={() => setOpen(true)} />
      </Section>
    );
  const off = changes.length === 0 ? '先写改哪一处' : reason.trim() === '' ? '写一句为什么改' : undefined;
  const titleOf = (key: string) => notice.columns.find((column) => column.key === key)?.title ?? '';
  return (
    <>
      <Section title="名单上写错了，改过来" pad>
        <View className="sw-stack">
          {changes.map((change, at) => (
            <Row
              key={`${change.row} ${change.column}`}
              title={`第 ${change.row + 1} 号，${titleOf(change.column)}：${change.text}`}
              detail="点一下，不改这一处"
              onTap={() => keep(changes.filter((_, other) => other !== at))}
            />
          ))}
          <OneChange
            key={changes.length}
            notice={notice}
            onAdd={(added) =>
              keep([
                ...changes.filter(({ row, column }) => row !== added.row || column !== added.column),
                added,
              ])
            }
          />
          <Field
            label="为什么改"
            type="textarea"
            maxLength={100}
            hint="扫旧纸的人都能看到这句话，不写身份证号、病情。"
            onInput={setReason}
          />
          {notice.objections !== 'ONLINE' && (
            <>
              {send.error !== undefined && <Note state="late" alert inset title={whyNot(send.error)} />}
              <Button kind="primary" busy={send.busy} busyText="正在交…" off={off} onTap={hand}>
                贴新的一版
              </Button>
            </>
          )}
        </View>
      </Section>
      {notice.objections === 'ONLINE' && off === undefined && (
        <BoardPhoto
          name={`board-correct:${notice.id}`}
          title="公示栏上改好，拍一张"
          aside="拍了才换新的一版"
          hint="看得见改过的那一行"
          act="贴新的一版"
          said="新的一版贴出去了，请打印换上"
          onPhoto={async (photoId, requestId) => {
            const done = await call('notices.correct', input(photoId), requestId);
            up(done);
            return done;
          }}
          onDone={() => undefined}
        />
      )}
      {notice.objections === 'ONLINE' && off !== undefined && (
        <Note state="off" title={`${off}，再拍公示栏`} />
      )}
    </>
  );
}

/** One place on the list and what belongs there. */
function OneChange({ notice, onAdd }: { notice: Notice; onAdd: (change: Change) => void }) {
  const [number, setNumber] = useState(0);
  const [column, setColumn] = useState<string>();
  const [text, setText] = useState('');
  const place = notice.rows.find(({ row }) => row === number - 1);
  const columns = notice.columns.filter(({ key }) => FIELDS[key] !== undefined);
  const stood = place?.cells[notice.columns.findIndex(({ key }) => key === column)];
  const said = text.trim();
  const off =
    place === undefined
      ? '先写名单上的序号'
      : column === undefined
        ? '选一下改哪一栏'
        : said === ''
          ? '写一下改成什么'
          : FIELDS[column]?.(said, notice.kind) === undefined
            ? HINTS[column]
            : undefined;
  return (
    <>
      <Field
        label="名单上的序号"
        type="number"
        maxLength={4}
        hint={place && `第 ${number} 号：${place.name}`}
        onInput={(value) => setNumber(Number(value) || 0)}
      />
      <Choices<string>
        label="改哪一栏"
        value={column}
        onChange={setColumn}
        choices={columns.map(({ key, title }) => ({ value: key, label: title }))}
      />
      <Field
        label="改成什么"
        maxLength={40}
        hint={stood ? `现在写的：${stood}` : column && HINTS[column]}
        onInput={setText}
      />
      <Button
        kind="default"
        off={off}
        onTap={() => place && column !== undefined && onAdd({ row: place.row, column, text: said })}
      >
        加上这一处
      </Button>
    </>
  );
}
