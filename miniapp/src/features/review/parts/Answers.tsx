import { Note } from '@miniapp/ui/Note';
import { Row } from '@miniapp/ui/Row';
import { Tag } from '@miniapp/ui/Tag';
import { localDate } from '@shared/calendar/dates';
import type { RaisedFlag, StaffCaseView } from '@shared/casework';
import { comparisonSentences, DEPARTMENT_LABELS, day, exemptionLabel } from '@shared/messages';
import { View } from '@tarojs/components';
import { answerLine, flagTitle } from '../model/flags';
import { Block } from './Block';
import { Photos } from './Photos';

type Seen = Pick<StaffCaseView, 'dataCheck' | 'flags' | 'comparison' | 'members'>;

/** What the departments answered. A hit asks for an explanation, it decides nothing. */
export function Answers({ view }: { view: Seen }) {
  const { dataCheck, comparison, flags } = view;
  if (dataCheck === null || comparison === null) return null;
  return (
    <Block title="部门查对" aside={`${day(localDate(dataCheck.requestedAt))}请查`}>
      <View className="sw-pad">
        {comparisonSentences(comparison).map((sentence) => (
          <View key={sentence} className="sw-sub">
            {sentence}
          </View>
        ))}
      </View>
      {dataCheck.answers.map((answer) => (
        <Row
          key={`${answer.department}:${answer.memberKey}`}
          title={DEPARTMENT_LABELS[answer.department]}
          detail={answerLine(answer, view)}
          right={<Result result={answer.result} />}
        />
      ))}
      {flags.map((flag) => (
        <Explained key={flag.key} flag={flag} view={view} />
      ))}
    </Block>
  );
}

const STATUS: Record<RaisedFlag['status'], ['ok' | 'doing' | 'need' | 'late', string]> = {
  OPEN: ['need', '等说明'],
  EXPLAINED: ['doing', '等县里看'],
  ACCEPTED: ['ok', '县里认可'],
  REFUSED: ['late', '要重新说明'],
};

/** One thing that was found, what was said to it, and what the county answered. */
export function Explained({ flag, view }: { flag: RaisedFlag; view: Pick<StaffCaseView, 'members'> }) {
  const { note, status } = flag;
  const [tone, words] = STATUS[status];
  const said =
    note === null
      ? undefined
      : [note.exemption === null ? '' : exemptionLabel(note.exemption), note.text]
          .filter((part) => part !== '')
          .join('：');
  return (
    <View>
      <Row title={flagTitle(flag, view)} detail={said} right={<Tag state={tone}>{words}</Tag>} />
      {note !== null && note.photoIds.length > 0 && <Photos ids={note.photoIds} name="说明的照片" />}
      {note?.review?.accepted === false && (
        <Note state="late" inset>
          {note.review.note}
        </Note>
      )}
    </View>
  );
}

function Result({ result }: { result: 'CLEAR' | 'FLAGGED' | 'UNAVAILABLE' }) {
  if (result === 'CLEAR') return <Tag state="ok">没有查到</Tag>;
  return result === 'FLAGGED' ? <Tag state="need">查到了</Tag> : <Tag state="off">查不了</Tag>;
}
