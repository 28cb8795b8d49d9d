import { somethingWasDone, UnrelatedLine, useUnrelated } from '@miniapp/features/staff';
import { call, type Output } from '@miniapp/platform/api';
import { announce } from '@miniapp/platform/ui';
import { Choices } from '@miniapp/ui/Choices';
import { Field } from '@miniapp/ui/Field';
import { Link } from '@miniapp/ui/Link';
import { Note } from '@miniapp/ui/Note';
import { failureOf } from '@miniapp/ui/QueryView';
import { Tag } from '@miniapp/ui/Tag';
import { useCommand } from '@miniapp/ui/useCommand';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { FormFrame } from '../forms/FormFrame';
import type { Undoing } from '../parts/UndoBar';
import type { QueueItem } from '../useQueue';
import { openedVersion } from './opened';

type Results = Output<'desk.reviewMany'>['results'];

const READY = '材料齐全，程序合规，同意上报。';
const WORDS = { DONE: '办好了', CHANGED: '变了', NOT_OPENED: '没打开看过', REFUSED: '没办成' } as const;

/** So many names are read at once. */
const NAMED = 10;

interface BulkProps {
  /** Cases on which this reader may agree. */
  rows: readonly QueueItem[];
  /** More wait than `rows` holds, and the way to them where no list shows it. */
  hasMore: boolean;
  more?: ReactNode;
  /** Opens one that was not looked at. */
  open: (caseId: string) => void;
  /** What was agreed to can be taken back for some seconds. */
  offerUndo: (said: string, cases: Undoing['cases']) => void;
  onClose: () => void;
  /** Over the results: the way to take them back, where no desk shows it. */
  above?: ReactNode;
}

/** One yes for several cases, each of which was opened in this sitting: what was not is named and cannot be ticked. */
export function Bulk({ rows, hasMore, more, open, offerUndo, onClose, above }: BulkProps) {
  const opened = rows.filter(({ id }) => openedVersion(id) !== undefined);
  const unseen = rows.filter(({ id }) => openedVersion(id) === undefined);
  const [all, setAll] = useState(false);
  const named = all ? unseen : unseen.slice(0, NAMED);
  // Whatever was opened is ticked, also what is opened from here.
  const [left, setLeft] = useState<string[]>([]);
  const chosen = opened.map(({ id }) => id).filter((id) => !left.includes(id));
  const [opinion, setOpinion] = useState(READY);
  const [results, setResults] = useState<Results>();
  const [missing, setMissing] = useState<string>();
  const unrelated = useUnrelated();
  const command = useCommand((input: { cases: { caseId: string; version: number }[] }, requestId: string) =>
    call('desk.reviewMany', { ...input, opinion: opinion.trim(), kinshipDeclared: true }, requestId),
  );
  const submit = async () => {
    if (chosen.length === 0) return setMissing('先打开看过，再选要一起办的。');
    if (opinion.trim() === '') return setMissing('还没有写意见。写一两句理由。');
    setMissing(undefined);
    if (!unrelated.said()) return;
    const cases = chosen.map((caseId) => ({ caseId, version: openedVersion(caseId) ?? 1 }));
    const answer = await command.run({ cases });
    if (answer === undefined) return;
    const done = answer.results.filter(({ result }) => result === 'DONE');
    setResults(answer.results);
    announce(`办好 ${done.length} 件，没办成 ${answer.results.length - done.length} 件`);
    offerUndo(
      `已同意 ${done.length} 件`,
      done.map(({ caseId, version = 0 }) => ({ caseId, version })),
    );
    somethingWasDone();
  };
  if (results !== undefined) return <Outcome results={results} onClose={onClose} above={above} />;
  const { error } = command;
  return (
    <FormFrame
      title="看过的一起同意，报县里？"
      hint="一件一件打开看过的才能选。每件单独办，有一件不行不影响别的。"
      bar="一起同意"
      problem={missing ?? failureOf(error)}
      submit={{
        children: `同意 ${chosen.length} 件，报县里`,
        onTap: submit,
        busy: command.busy,
        busyText: '正在交…',
      }}
    >
      {unseen.length > 0 && (
        <Note state="need" inset title={`还有 ${unseen.length}${hasMore ? '+' : ''} 件没打开看过`}>
          {named.map(({ id, headName }) => (
            <Link key={id} onTap={() => open(id)}>
              {`打开${headName}家`}
            </Link>
          ))}
          {named.length < unseen.length && (
            <View>
              <Link onTap={() => setAll(true)}>{`还有 ${unseen.length - named.length} 家，都列出来`}</Link>
            </View>
          )}
        </Note>
      )}
      {more}
      {opened.length > 0 && (
        <Choices
          multiple
          label="一起办的"
          choices={opened.map(({ id, headName, villageName }) => ({
            value: id,
            label: headName,
            detail: villageName,
          }))}
          value={chosen}
          onChange={(next) => setLeft(opened.map(({ id }) => id).filter((id) => !next.includes(id)))}
        />
      )}
      <Field label="意见" type="textarea" maxLength={1000} initial={READY} onInput={setOpinion} />
      <UnrelatedLine many unrelated={unrelated} />
    </FormFrame>
  );
}

interface OutcomeProps {
  results: Results;
  onClose: () => void;
  above: ReactNode;
}

function Outcome({ results, onClose, above }: OutcomeProps) {
  const done = results.filter(({ result }) => result === 'DONE').length;
  return (
    <FormFrame
      title={
        done === results.length ? `${done} 件都办好了` : `办好 ${done} 件，${results.length - done} 件没办成`
      }
      bar="一起同意"
      submit={{ children: '回到队列', onTap: onClose }}
    >
      {above}
      <View className="sw-stack">
        {results.map(({ caseId, headName, result, text }) => (
          <View key={caseId}>
            <Tag state={result === 'DONE' ? 'ok' : 'need'}>{WORDS[result]}</Tag>
            {` ${headName} `}
            <View className="sw-sub">{text}</View>
          </View>
        ))}
      </View>
    </FormFrame>
  );
}
