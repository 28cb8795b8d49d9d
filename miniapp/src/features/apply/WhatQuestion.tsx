import { useOnline } from '@miniapp/platform/network';
import { Chips } from '@miniapp/ui/Chips';
import { Field } from '@miniapp/ui/Field';
import { Talk } from '@miniapp/ui/Talk';
import { PHRASES, type Phrase } from '@shared/casework/codes';
import { PHRASE_LABELS } from '@shared/messages/labels';
import { useEffect, useSyncExternalStore } from 'react';
import { problemsOf } from './checks';
import { Question } from './Question';
import { fileStates, watchFiles } from './sending';
import { useReport } from './useReport';
import { addVoice, sendWaitingVoice, showKeptVoice } from './voice';

const CHIPS = (Object.keys(PHRASES) as Phrase[]).map((phrase) => ({
  value: phrase,
  label: PHRASE_LABELS[phrase],
}));

/** 02-c. A voice, a phrase tapped or a few words written; the way on opens as soon as there is one of them. */
export function WhatQuestion() {
  const report = useReport('what');
  const { answers, say, next } = report;
  const off = problemsOf('what', answers)[0]?.message;
  const { voice } = answers;
  const online = useOnline();
  const states = useSyncExternalStore(watchFiles, fileStates);
  useEffect(() => {
    showKeptVoice();
  }, []);
  useEffect(() => {
    // Without a network, or before signing in, it waits for the last page.
    if (online !== false) sendWaitingVoice().catch(() => undefined);
  }, [online]);
  const state = voice === null ? undefined : states[voice.key];
  return (
    <Question
      report={report}
      title="家里发生了什么事？"
      hint={
        answers.before === null
          ? '说一说、点一点、写一写，选一样就行。方言也可以。'
          : '上次说的先填好了。这次不一样的，说一说、改一改。'
      }
      read="家里发生了什么事？按住话筒说就行，说方言也行。"
      bar={{ primary: { children: '下一步', onTap: () => next(), off } }}
    >
      <Talk
        voice={
          voice === null
            ? undefined
            : {
                seconds: voice.seconds,
                path: state?.path,
                detail: online === false ? '存在手机里了，有网再传' : '已存好，不会丢',
              }
        }
        error={state?.refused ?? report.problem('difficulty')}
        onVoice={addVoice}
      />
      <Chips<Phrase>
        label="也可以点一点"
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
