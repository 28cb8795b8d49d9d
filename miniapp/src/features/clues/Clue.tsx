import { CASE_PAGE, issuesOf, Staffed, somethingWasDone, useFreshAfterActs } from '@miniapp/features/staff';
import { call, type Input } from '@miniapp/platform/api';
import { go, replace, useParams } from '@miniapp/platform/navigate';
import { showProblem } from '@miniapp/platform/scroll';
import { toast } from '@miniapp/platform/ui';
import { Bar } from '@miniapp/ui/Bar';
import { Chips } from '@miniapp/ui/Chips';
import { Choices } from '@miniapp/ui/Choices';
import { Field } from '@miniapp/ui/Field';
import { Head } from '@miniapp/ui/Head';
import { KeyValue } from '@miniapp/ui/KeyValue';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { failureOf } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Tag } from '@miniapp/ui/Tag';
import { useCommand } from '@miniapp/ui/useCommand';
import { useQuery } from '@miniapp/ui/useQuery';
import { MEASURE_CODES, type MeasureCode, RISK_TYPES, type RiskType } from '@shared/casework/codes';
import type { ClueAnswer } from '@shared/clues/codes';
import type { ClueView } from '@shared/contract';
import { CLUE_ANSWER_LABELS, day, MEASURE_LABELS, moment, TROUBLE_LABELS } from '@shared/messages';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { clueTag, saidBy, saidWhat } from './words';

const TITLE = '一条线索';

/** One clue: who, what was said, what the county knows already; and the answer of whoever has looked. */
export function Clue() {
  const { clueId } = useParams<'clueId'>();
  const query = useFreshAfterActs(
    useQuery(
      clueId === undefined ? undefined : `clue:${clueId}`,
      async () => (await call('clues.get', { clueId: clueId ?? '' })).clue,
    ),
  );
  const clue = query.data;
  if (clue?.mayAnswer) return <Answering clue={clue} />;
  return (
    <Page title={TITLE}>
      <Head title={clue === undefined ? TITLE : clue.name} {...(clue && { hint: saidWhat(clue) })} />
      <Staffed query={query} rows={4}>
        {(one) => <Facts clue={one} />}
      </Staffed>
    </Page>
  );
}

function Facts({ clue }: { clue: ClueView }) {
  const tag = clueTag(clue);
  const { answered, known, note, maskedId } = clue;
  return (
    <>
      <Section>
        <KeyValue
          facts={[
            { key: '谁说的', value: `${saidBy(clue)}，${moment(clue.reportedAt)}` },
            ...(note === '' ? [] : [{ key: '怎么说的', value: note }]),
            { key: '村', value: clue.villageName },
            ...(maskedId === null ? [] : [{ key: '身份证', value: maskedId }]),
            { key: '到哪了', value: <Tag state={tag.state}>{tag.text}</Tag> },
          ]}
        />
        {known !== null && (
          <Row
            icon="doc"
            title={`${known.headName}家以前的那一件`}
            detail={known.state === 'INCLUDED' ? '已经在帮扶名单上' : known.group || '已经办完'}
            onTap={() => go(CASE_PAGE, { caseId: known.caseId })}
          />
        )}
      </Section>
      {answered !== null && (
        <Section title="怎么答复的">
          <KeyValue
            facts={[
              { key: '结果', value: CLUE_ANSWER_LABELS[answered.how] },
              ...(answered.measure === null
                ? []
                : [{ key: '哪样帮扶', value: MEASURE_LABELS[answered.measure] }]),
              ...(answered.words === '' ? [] : [{ key: '说明', value: answered.words }]),
              { key: '谁答复的', value: `${answered.by}，${moment(answered.at)}` },
            ]}
          />
          {answered.caseId !== null && (
            <Row icon="doc" title="看这一件" onTap={() => go(CASE_PAGE, { caseId: answered.caseId ?? '' })} />
          )}
        </Section>
      )}
    </>
  );
}

const ANSWERS: { value: ClueAnswer; label: string; detail: string }[] = [
  { value: 'OPENED', label: '有难处，立一件', detail: '和他家自己来报一样办' },
  { value: 'HELPED', label: '已经帮上了', detail: '说清是哪样帮扶' },
  { value: 'NO_RISK', label: '没有风险', detail: '说清为什么' },
];

interface Form {
  headName: string;
  group: string;
  phone: string;
  risks: RiskType[];
  measure: MeasureCode | undefined;
  words: string;
}

type Said = Input<'clues.answer'>['answer'];

/** What is handed in, or what still has to be said, by field. */
function said(how: ClueAnswer, form: Form): Said | Record<string, string> {
  const words = form.words.trim();
  if (how === 'OPENED') {
    const { headName, group, phone, risks } = form;
    if (headName.trim() === '') return { headName: '户主叫什么？' };
    if (risks.length === 0) return { risks: '选一样难处。' };
    return { how, headName, group, phone: phone.trim() === '' ? null : phone, risks, words };
  }
  if (how === 'HELPED') {
    if (form.measure === undefined) return { measure: '选一样帮扶。' };
    return words === '' ? { words: '写一句，帮了什么。' } : { how, measure: form.measure, words };
  }
  return words === '' ? { words: '写一句，为什么没有风险。' } : { how, words };
}

const isAnswer = (one: Said | Record<string, string>): one is Said => 'how' in one;

function Answering({ clue }: { clue: ClueView }) {
  const [how, setHow] = useState<ClueAnswer>();
  const [form, setForm] = useState<Form>({
    headName: clue.known?.headName ?? clue.name,
    group: clue.known?.group ?? '',
    phone: '',
    risks: clue.risk === 'OTHER' ? [] : [clue.risk],
    measure: undefined,
    words: '',
  });
  const [problems, setProblems] = useState<Record<string, string>>({});
  const change = (next: Partial<Form>) => setForm((before) => ({ ...before, ...next }));
  const answering = useCommand((answer: Said, requestId: string) =>
    call('clues.answer', { clueId: clue.id, answer }, requestId),
  );
  const issues = issuesOf(answering.error);
  const told = (field: string) => problems[field] ?? issues[`answer.${field}`];
  useEffect(() => {
    if (Object.keys(problems).length > 0 || answering.error !== undefined) showProblem();
  }, [problems, answering.error]);
  const choose = (next: ClueAnswer) => {
    setHow(next);
    setProblems({});
  };
  const hand = async () => {
    if (how === undefined) return;
    const answer = said(how, form);
    setProblems(isAnswer(answer) ? {} : answer);
    if (!isAnswer(answer)) return;
    const done = await answering.run(answer);
    if (done === undefined) return;
    somethingWasDone();
    toast('答复了');
    if (done.caseId !== null) replace(CASE_PAGE, { caseId: done.caseId });
  };
  const whole = Object.keys(issues).length > 0 ? undefined : failureOf(answering.error);
  return (
    <Page
      title={TITLE}
      bar={
        <Bar
          primary={{
            children: how === 'OPENED' ? '立这一件' : '答复',
            onTap: hand,
            busy: answering.busy,
            busyText: '正在交…',
            ...(how === undefined && { off: '先选看过以后怎么样' }),
          }}
        />
      }
    >
      {whole !== undefined && <Note state="late" alert title={whole} />}
      <Head title={clue.name} hint={saidWhat(clue)} />
      <Facts clue={clue} />
      <Section title="看过以后怎么样？" pad>
        <Choices label="看过以后怎么样？" hideLabel choices={ANSWERS} value={how} onChange={choose} />
        {how === 'OPENED' && (
          <View className="sw-mt8">
            <Field
              label="户主"
              initial={form.headName}
              error={told('headName')}
              onInput={(headName) => change({ headName })}
            />
            <Field label="几组" optional initial={form.group} onInput={(group) => change({ group })} />
            <Field
              label="电话"
              type="tel"
              optional
              error={told('phone')}
              onInput={(phone) => change({ phone })}
            />
            <Chips
              label="哪样难处？最多选三样"
              chips={RISK_TYPES.map((value) => ({ value, label: TROUBLE_LABELS[value] }))}
              value={form.risks}
              max={3}
              onTooMany={() => toast('最多选三样')}
              error={told('risks')}
              onChange={(risks) => change({ risks })}
            />
          </View>
        )}
        {how === 'HELPED' && (
          <Chips
            label="哪样帮扶？"
            chips={MEASURE_CODES.map((value) => ({ value, label: MEASURE_LABELS[value] }))}
            value={form.measure === undefined ? [] : [form.measure]}
            error={told('measure')}
            onChange={(chosen) => change({ measure: chosen.at(-1) })}
          />
        )}
        {how !== undefined && (
          <Field
            key={how}
            label={WORDS[how]}
            type="textarea"
            maxLength={300}
            optional={how === 'OPENED'}
            initial={form.words}
            error={told('words')}
            onInput={(words) => change({ words })}
          />
        )}
      </Section>
      <View className="sw-pad sw-sub">{`${day(clue.dueOn)}前答复。谁答复的，都会记下来。`}</View>
    </Page>
  );
}

const WORDS: Record<ClueAnswer, string> = {
  OPENED: '看到了什么',
  HELPED: '帮了什么',
  NO_RISK: '为什么没有风险',
};
