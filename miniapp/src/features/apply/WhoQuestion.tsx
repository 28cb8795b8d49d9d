import { useMe } from '@miniapp/features/account';
import { Chips } from '@miniapp/ui/Chips';
import { Choices } from '@miniapp/ui/Choices';
import { Field, type FieldHandle } from '@miniapp/ui/Field';
import { Note } from '@miniapp/ui/Note';
import type { ReporterRelation } from '@shared/casework/codes';
import { useRef } from 'react';
import { RELATIONS, type Who } from './answers';
import { Question } from './Question';
import { type Report, useReport } from './useReport';
import { REASONS, reasonFrom, reasonsOf, relationWord } from './words';

/** 02-b1. The head of a family goes on at once; anybody else says who and why. */
export function WhoQuestion() {
  const report = useReport('who');
  const me = useMe().data;
  const { answers, say, next, problem } = report;
  const name = useRef<FieldHandle>(null);
  const known = me?.signedIn === true && me.name !== '' ? me.name : undefined;
  const choose = (who: Who) => {
    if (who === 'HEAD') next({ who });
    else say({ who, ...(answers.reporterName === '' && known !== undefined && { reporterName: known }) });
  };
  return (
    <Question
      report={report}
      title="为哪一家申报？"
      read="为哪一家申报？自己家，还是帮别家？"
      fields={{ reporterName: name }}
      bar={{ primary: { children: '下一步', onTap: () => next() } }}
    >
      <Choices<Who>
        label="为哪一家申报"
        hideLabel
        value={answers.who ?? undefined}
        onChange={choose}
        error={problem('who')}
        choices={[
          { value: 'HEAD', icon: 'user', label: '我自己家，我是户主' },
          { value: 'FAMILY', icon: 'family', label: '我自己家，我是家里人' },
          {
            value: 'NEIGHBOUR',
            icon: 'hand',
            label: '帮别家报',
            detail: '邻居、亲戚、村组长、网格员、村干部',
          },
        ]}
      />
      {answers.who !== null && answers.who !== 'HEAD' && (
        <ForAnother
          report={report}
          relations={RELATIONS[answers.who]}
          // What is known is not asked, unless it is to be changed (ux.md 7.6).
          askName={answers.reporterName !== known || report.changing}
          name={name}
        />
      )}
    </Question>
  );
}

interface ForAnotherProps {
  report: Report;
  relations: readonly ReporterRelation[];
  askName: boolean;
  name: React.RefObject<FieldHandle>;
}

/** Who reports for somebody else. */
function ForAnother({ report, relations, askName, name }: ForAnotherProps) {
  const { answers, say, problem } = report;
  // Whether to ask is decided when the block appears: the box must not vanish under the finger.
  const ask = useRef(askName);
  return (
    <>
      <Chips<ReporterRelation>
        label="您是户主的"
        error={problem('relation')}
        columns={relations.length === 3 ? 3 : 2}
        chips={relations.map((relation) => ({ value: relation, label: relationWord(relation) }))}
        value={answers.relation === null ? [] : [answers.relation]}
        onChange={(list) => say({ relation: list.find((one) => one !== answers.relation) ?? null })}
      />
      {ask.current && (
        <Field
          ref={name}
          label="您的名字"
          initial={answers.reporterName}
          error={problem('reporterName')}
          onInput={(reporterName) => say({ reporterName })}
        />
      )}
      <Chips
        label="为什么由您来报？"
        error={problem('reason')}
        chips={REASONS.map((reason) => ({ value: reason, label: reason }))}
        value={reasonsOf(answers.reason)}
        onChange={(reasons) => say({ reason: reasonFrom(reasons) })}
      />
      <Note state="doing" icon="speaker" inset>
        填完请把内容念给户主听。以后户主可以自己接过去办。
      </Note>
    </>
  );
}
