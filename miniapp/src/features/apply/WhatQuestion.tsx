import { Chips } from '@miniapp/ui/Chips';
import { Field } from '@miniapp/ui/Field';
import { PHRASES, type Phrase } from '@shared/casework/codes';
import { PHRASE_LABELS } from '@shared/messages/labels';
import { problemsOf } from './checks';
import { Question } from './Question';
import { useReport } from './useReport';

const CHIPS = (Object.keys(PHRASES) as Phrase[]).map((phrase) => ({
  value: phrase,
  label: PHRASE_LABELS[phrase],
}));

/** 02-c. A phrase tapped or a few words written; the way on opens as soon as there is one of them. */
export function WhatQuestion() {
  const report = useReport('what');
  const { answers, say, next } = report;
  const off = problemsOf('what', answers)[0]?.message;
  return (
    <Question
      report={report}
      title="家里发生了什么事？"
      hint="点一点、写一写，选一样就行。"
      read="家里发生了什么事？点一点，或者写几句，选一样就行。"
      bar={{ primary: { children: '下一步', onTap: () => next(), off } }}
    >
      <Chips<Phrase>
        label="点一点，可以点几个"
        chips={CHIPS}
        value={answers.phrases}
        onChange={(phrases) => say({ phrases })}
      />
      <Field
        label="还想写几句"
        optional
        type="textarea"
        initial={answers.text}
        placeholder="比如：去年冬天住院，花了好几万"
        onInput={(text) => say({ text })}
      />
    </Question>
  );
}
