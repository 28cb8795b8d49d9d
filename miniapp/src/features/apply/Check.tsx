import { chosenVillage, useMe } from '@miniapp/features/account';
import type { ApiError } from '@miniapp/platform/api';
import { replace, switchTab } from '@miniapp/platform/navigate';
import { Button } from '@miniapp/ui/Button';
import { type Fact, KeyValue } from '@miniapp/ui/KeyValue';
import { Note } from '@miniapp/ui/Note';
import { Section } from '@miniapp/ui/Section';
import { Tag } from '@miniapp/ui/Tag';
import { useCommand } from '@miniapp/ui/useCommand';
import { View } from '@tarojs/components';
import { type ReactNode, useEffect, useState } from 'react';
import { isProxy } from './answers';
import { isAsBefore } from './before';
import { type FieldName, firstUnfinished, problemsOf, stepOfField } from './checks';
import { act, currentForm } from './draft';
import { pageOf, RECEIPT_PAGE, SAVED_PAGE } from './pages';
import { waitingPhotos } from './photos';
import { Question } from './Question';
import { ReadToFamily } from './ReadToFamily';
import { signInAndSend } from './sign-in-and-send';
import { type Step, stepsFor } from './steps';
import { isWaiting, type Outcome, submit } from './submission';
import { useReport } from './useReport';
import {
  checkReadAloud,
  idWords,
  needWords,
  phoneWords,
  phraseWords,
  reporterWords,
  troubleWords,
  villageWords,
  voiceWords,
} from './words';

/** 02-f. Everything once more, each with 「改」, then it is handed in. */
export function Check() {
  const report = useReport('check');
  const { answers } = report;
  const [refusal, setRefusal] = useState<ApiError>();
  const me = useMe().data;
  const mustRead = isProxy(answers) && !answers.readOut;
  const handIn = useCommand(() => submit(me?.personId || undefined));

  useEffect(() => {
    // Sent already and not answered yet: what was sent must not be changed any more.
    if (isWaiting()) replace(SAVED_PAGE);
  }, []);

  const give = async () => {
    const open = firstUnfinished(currentForm().answers);
    if (open !== null) {
      act({ type: 'refused', step: open, problems: problemsOf(open, currentForm().answers) });
      await replace(pageOf(open));
      return;
    }
    setRefusal(undefined);
    const outcome = await handIn.run(undefined);
    if (outcome !== undefined) await follow(outcome, setRefusal);
  };

  return (
    <Question
      report={report}
      grey
      title="看一遍，对了就交"
      read={() => checkReadAloud(currentForm().answers)}
      note={
        <>
          <Note state="need" title="填好了，还没有交">
            点最下面的“交给村里”才算数。
          </Note>
          {refusal && <Refused error={refusal} />}
          {handIn.error !== undefined && <Note state="late" alert title="刚才没交成，再点一次“交给村里”。" />}
        </>
      }
      bar={{
        primary: {
          children: '交给村里',
          busy: handIn.busy,
          busyText: '正在交…',
          onTap: give,
          ...(mustRead && { off: '先念给户主听，再交' }),
        },
      }}
    >
      <Section>
        <KeyValue facts={factsOf(answers, report.change)} />
      </Section>
      {isProxy(answers) && (
        <ReadToFamily
          text={() => checkReadAloud(currentForm().answers)}
          done={answers.readOut}
          onDone={(readOut) => report.say({ readOut })}
        />
      )}
      <Section title="交之前请知道" pad>
        <View className="sw-p">1. 说的都是实情。</View>
        <View className="sw-p">2. 两位干部会到家里看情况。</View>
        <View className="sw-p">3. 办这件事不收一分钱。</View>
        {answers.before !== null && <View className="sw-p">4. 上次签的名不算数，这次要重新签。</View>}
      </Section>
    </Question>
  );
}

/** Opens the page that the outcome of handing in leads to. */
async function follow(outcome: Outcome, onRefused: (error: ApiError) => void): Promise<void> {
  switch (outcome.kind) {
    case 'received':
      return replace(RECEIPT_PAGE, { case: outcome.case.id });
    case 'kept':
      return outcome.because === 'signIn' ? signInAndSend() : replace(SAVED_PAGE);
    case 'refused':
      return refused(outcome.error, onRefused);
  }
}

const FIELD_OF: Record<string, FieldName> = {
  headName: 'headName',
  idNo: 'idNo',
  phone: 'phone',
  difficulty: 'difficulty',
  riskTypes: 'troubles',
  reporter: 'reporterName',
};

/** The server's sentence stands at its field, on the field's page; what belongs to no page stands here. */
async function refused(error: ApiError, onRefused: (error: ApiError) => void): Promise<void> {
  const issues = error.fault.issues ?? [];
  const step = issues.map(({ field }) => stepOfField(field)).find((one) => one !== 'check');
  if (step === undefined) {
    onRefused(error);
    return;
  }
  const problems = issues
    .filter(({ field }) => stepOfField(field) === step)
    .map(({ field, message }) => ({ field: FIELD_OF[field.split('.')[0] ?? ''] ?? 'village', message }));
  act({ type: 'refused', step, problems });
  await replace(pageOf(step));
}

function Refused({ error }: { error: ApiError }) {
  const known = error.fault.reason === 'DUPLICATE_OPEN_CASE';
  return (
    <Note
      state="late"
      alert
      title={error.message}
      action={known && <Button onTap={() => switchTab('family')}>去看那一件</Button>}
    >
      {!known && phoneLine()}
    </Note>
  );
}

function phoneLine(): string {
  const village = chosenVillage()?.village;
  return village === undefined ? '' : `填的都还在。也可以打电话：${village.office} ${village.phone}`;
}

const BEFORE = <Tag state="off">上次填的</Tag>;

function factsOf(answers: Parameters<typeof checkReadAloud>[0], change: (step: Step) => void): Fact[] {
  const lines = (parts: ReactNode[]) => (
    <>
      {parts.filter(Boolean).map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name
        <View key={at}>{part}</View>
      ))}
    </>
  );
  const waiting = waitingPhotos().length;
  const fact = (key: string, step: Step, value: ReactNode): Fact => ({
    key,
    value: isAsBefore(answers, step) ? lines([value, BEFORE]) : value,
    onChange: () => change(step),
  });
  const small = (text: string) => text !== '' && <View className="sw-sub">{text}</View>;
  const troublesAsked = stepsFor(answers).includes('trouble');
  return [
    fact('村子', 'village', villageWords(answers)),
    fact(
      '谁来报',
      'who',
      lines([reporterWords(answers), small(answers.who === 'HEAD' ? '' : answers.reason)]),
    ),
    fact('户主', 'head', answers.headName.trim() || undefined),
    fact('身份证', 'head', idWords(answers)),
    fact('电话', 'phone', phoneWords(answers)),
    fact('什么事', 'what', lines([voiceWords(answers), phraseWords(answers), answers.text.trim()])),
    fact(
      '最难的',
      'trouble',
      lines([...troubleWords(answers), small(troublesAsked ? '' : '照您点的选好了')]),
    ),
    fact(
      '照片',
      'photos',
      answers.photos.length === 0
        ? undefined
        : lines([`${answers.photos.length} 张`, small(waiting === 0 ? '' : `还有 ${waiting} 张有网再传`)]),
    ),
    fact(
      '几口人',
      'people',
      lines([answers.memberCount === null ? '没有填' : `${answers.memberCount} 口`, small('可以不填')]),
    ),
    fact('想要的帮忙', 'needs', lines([needWords(answers) || '没有填', small('可以不填')])),
  ];
}
