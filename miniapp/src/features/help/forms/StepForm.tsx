import { FormFrame, One } from '@miniapp/features/review/kit';
import { issuesOf, usePhotos } from '@miniapp/features/staff';
import { call } from '@miniapp/platform/api';
import { Amount } from '@miniapp/ui/Amount';
import { Field } from '@miniapp/ui/Field';
import { Section } from '@miniapp/ui/Section';
import { Shot } from '@miniapp/ui/Shot';
import { useCommand } from '@miniapp/ui/useCommand';
import type { StepInput } from '@shared/measures/inputs';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { LandFields, landingProblems } from '../LandFields';
import type { MeasureAbout } from '../OneMeasure';
import { OwnerField } from '../OwnerField';
import { PAPER_WAYS, type PaperWay, STEP_WORDS, type Step } from '../staff-words';
import { done, problemOf } from './done';

/** What is asked before each step, in one line. */
const ASKED: Record<Step, string> = {
  begin: '在怎么办，谁在跑',
  land: '',
  confirm: '',
  judge: '好在哪里',
  close: '还有什么要说',
  change: '为什么改',
  notNeeded: '为什么不需要了',
  cancel: '为什么取消',
};
const NEEDS_WORDS: readonly Step[] = ['judge', 'change', 'notNeeded', 'cancel'];

/** One step of a measure, with what it has to say for itself. */
export function StepForm({
  caseId,
  headName,
  measure,
  today,
  personId,
  step,
}: MeasureAbout & { step: Step }) {
  const [form, setForm] = useState({
    words: '',
    on: today,
    note: '',
    amountFen: measure.amountFen ?? undefined,
    owner: measure.owner,
    office: measure.office,
    person: measure.person,
    dueOn: measure.dueOn ?? '',
    how: 'PAPER' as PaperWay,
  });
  const change = (next: Partial<typeof form>) => setForm((before) => ({ ...before, ...next }));
  const photos = usePhotos(`step:${personId}:${measure.id}:${step}`);
  const [checking, setChecking] = useState(false);
  const sending = useCommand(async (_: null, requestId) => {
    const of = { caseId, measureId: measure.id };
    if (step === 'confirm')
      return call(
        'measures.confirm',
        { ...of, received: true, how: form.how, attachmentId: photos.ids()[0] ?? null },
        requestId,
      );
    return call('measures.step', { ...of, step: toStep() }, requestId);
  });
  const toStep = (): StepInput => {
    const words = form.words.trim();
    const amountFen = form.amountFen ?? null;
    switch (step) {
      case 'land':
        return { do: 'land', on: form.on, amountFen, note: form.note.trim(), attachmentIds: photos.ids() };
      case 'change': {
        const { owner, office, person, dueOn } = form;
        return {
          do: 'change',
          owner,
          office: office.trim(),
          person: person.trim(),
          dueOn,
          amountFen,
          reason: words,
        };
      }
      case 'judge':
      case 'close':
        return { do: step, words };
      case 'cancel':
      case 'notNeeded':
        return { do: step, reason: words };
      default:
        return { do: 'begin', note: words };
    }
  };
  const wrong: Record<string, string> = {
    ...(NEEDS_WORDS.includes(step) && form.words.trim() === '' && { words: `写一句${ASKED[step]}。` }),
    ...(step === 'land' && landingProblems(form, today, photos)),
    ...(step === 'change' && form.office.trim() === '' && { office: '写上单位的名字。' }),
    ...(step === 'change' && form.dueOn === '' && { dueOn: '选哪天前办好。' }),
    ...(step === 'confirm' && photos.ids().length === 0 && { attachmentId: '拍一张签了字的纸。' }),
  };
  const issues = issuesOf(sending.error);
  const problems = checking ? { ...issues, ...wrong } : issues;
  const hand = async () => {
    setChecking(true);
    if (Object.keys(wrong).length > 0) return;
    if ((await sending.run(null)) === undefined) return;
    photos.forget();
    await done(caseId, '记下了');
  };
  const { title, detail } = STEP_WORDS[step];
  const shot = photos.shot('AUTH_FORM');
  return (
    <FormFrame
      title={title}
      top={`${headName}家 · ${measure.name}`}
      hint={detail}
      bar="办帮扶"
      bands
      problem={problemOf(Object.keys(problems).length, sending.error)}
      submit={{ children: title, onTap: hand, busy: sending.busy, busyText: '正在交…' }}
    >
      {step === 'confirm' && (
        <Section flush>
          <View className="sw-pad">
            <One label="怎么确认的" chips={PAPER_WAYS} value={form.how} onChange={(how) => change({ how })} />
          </View>
          <Shot
            title="签了字的纸"
            hint="写明收到了什么"
            example="signed"
            max={1}
            {...shot}
            error={problems.attachmentId ?? shot.error}
          />
        </Section>
      )}
      {step === 'change' && (
        <Section flush pad>
          <OwnerField about={measure} value={form.owner} onChange={(owner) => change({ owner })} />
          <Field
            label="单位"
            maxLength={60}
            initial={form.office}
            error={problems.office ?? problems['step.office']}
            onInput={(office) => change({ office })}
          />
          <Field
            label="谁负责"
            optional
            maxLength={30}
            initial={form.person}
            onInput={(person) => change({ person })}
          />
          <Field
            label="哪天前办好"
            type="date"
            initial={form.dueOn}
            error={problems.dueOn ?? problems['step.dueOn']}
            onInput={(dueOn) => change({ dueOn })}
          />
        </Section>
      )}
      {step === 'land' && <LandFields form={form} problems={problems} photos={photos} onChange={change} />}
      {(step === 'land' || step === 'change') && (
        <Section>
          <Amount
            label="多少钱"
            detail="没有钱的不填"
            initial={form.amountFen}
            onInput={(amountFen) => change({ amountFen })}
            onCommit={(amountFen) => change({ amountFen })}
          />
        </Section>
      )}
      {ASKED[step] !== '' && (
        <Section flush={step !== 'change'} pad>
          <Field
            label={ASKED[step]}
            type="textarea"
            optional={!NEEDS_WORDS.includes(step)}
            maxLength={step === 'judge' ? 300 : 200}
            initial={form.words}
            error={problems.words ?? problems['step.words'] ?? problems['step.reason']}
            onInput={(words) => change({ words })}
          />
        </Section>
      )}
    </FormFrame>
  );
}
