import { Photos } from '@miniapp/features/review/kit';
import { CASE_PAGE, Staffed, somethingWasDone, useFreshAfterActs, usePhotos } from '@miniapp/features/staff';
import { call } from '@miniapp/platform/api';
import { go, useParams } from '@miniapp/platform/navigate';
import { slot } from '@miniapp/platform/storage';
import { toast } from '@miniapp/platform/ui';
import { Bar } from '@miniapp/ui/Bar';
import { Choices } from '@miniapp/ui/Choices';
import { Field } from '@miniapp/ui/Field';
import { Head } from '@miniapp/ui/Head';
import { KeyValue } from '@miniapp/ui/KeyValue';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { failureOf } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Shot } from '@miniapp/ui/Shot';
import { Tag } from '@miniapp/ui/Tag';
import { useCommand } from '@miniapp/ui/useCommand';
import { type Query, useQuery } from '@miniapp/ui/useQuery';
import type { ProblemView } from '@shared/contract';
import { day, fullDay } from '@shared/messages';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { problemTag, whereWords } from './words';

const TITLE = '一个问题';

/** One problem: what was found and where it stands, and the one thing that the reader does next. */
export function OneProblem() {
  const { problemId = '' } = useParams<'problemId'>();
  const query = useFreshAfterActs(
    useQuery(
      problemId === '' ? undefined : `problem:${problemId}`,
      async () => (await call('problems.get', { problemId })).problem,
    ),
  );
  const problem = query.data;
  if (problem?.may.claim) return <Claiming problem={problem} query={query} />;
  if (problem?.may.mend) return <Mending problem={problem} query={query} />;
  if (problem?.may.close) return <Closing problem={problem} query={query} />;
  return (
    <Page title={TITLE}>
      <Head title={TITLE} {...(problem && { hint: whereWords(problem) })} />
      <Staffed query={query} rows={5}>
        {(one) => <Facts problem={one} />}
      </Staffed>
    </Page>
  );
}

interface PartProps {
  problem: ProblemView;
  query: Query<ProblemView>;
}

function Facts({ problem }: { problem: ProblemView }) {
  const { words, family, entered, dueOn, claimed, mended, looked, closed, givenBack } = problem;
  const tag = problemTag(problem);
  const photoIds = mended?.photoIds ?? [];
  return (
    <Section flush>
      <KeyValue
        facts={[
          { key: '问题', value: words },
          { key: '谁登记的', value: `${entered.by}，${day(entered.on)}` },
          { key: '哪天前改好', value: fullDay(dueOn) },
          { key: '到哪了', value: <Tag state={tag.state}>{tag.text}</Tag> },
          ...(claimed === null ? [] : [{ key: '谁认领', value: `${claimed.by}，${day(claimed.on)}` }]),
          ...(mended === null
            ? []
            : [{ key: '怎么改的', value: `${mended.words}（${mended.by}，${day(mended.on)}）` }]),
          ...(looked === ''
            ? []
            : [{ key: givenBack > 0 && closed === null ? '为什么退回' : '看的人说', value: looked }]),
          ...(closed === null ? [] : [{ key: '销号', value: `${closed.by}，${day(closed.on)}` }]),
        ]}
      />
      {family !== null && (
        <Row
          icon="doc"
          title={`${family.headName}家`}
          detail={family.caseNo}
          onTap={() => go(CASE_PAGE, { caseId: family.caseId })}
        />
      )}
      {photoIds.length > 0 && (
        <View className="sw-pad sw-pb">
          <Photos ids={photoIds} name="改好的照片" />
        </View>
      )}
    </Section>
  );
}

function Claiming({ problem, query }: PartProps) {
  const claim = useCommand((problemId: string, id: string) => call('problems.claim', { problemId }, id));
  const take = async () => {
    const answer = await claim.run(problem.id);
    if (answer === undefined) return;
    query.set(answer.problem);
    somethingWasDone();
    toast('您认领了，改好了来写一句');
  };
  const failed = failureOf(claim.error);
  return (
    <Page
      title={TITLE}
      bar={<Bar primary={{ children: '我来改', busy: claim.busy, busyText: '正在记…', onTap: take }} />}
    >
      {failed !== undefined && <Note state="late" alert title={failed} />}
      <Head title={TITLE} hint={whereWords(problem)} />
      <Facts problem={problem} />
    </Page>
  );
}

function Mending({ problem, query }: PartProps) {
  const kept = slot<string>(`problem:${problem.id}`);
  const [words, setWords] = useState(() => kept.get() ?? '');
  const photos = usePhotos(`problem-${problem.id}`);
  const mend = useCommand((input: { words: string; photoIds: string[] }, id: string) =>
    call('problems.mend', { problemId: problem.id, ...input }, id),
  );
  const hand = async () => {
    const answer = await mend.run({ words, photoIds: photos.ids() });
    if (answer === undefined) return;
    kept.remove();
    photos.forget();
    query.set(answer.problem);
    somethingWasDone();
    toast('交上去了，有人来看');
  };
  const failed = failureOf(mend.error);
  const off =
    photos.waiting > 0 ? '照片正在传，传完再交' : words.trim() === '' ? '写一句怎么改的，就能交' : undefined;
  return (
    <Page
      title={TITLE}
      bar={
        <Bar
          primary={{
            children: '改好了，交上去',
            busy: mend.busy,
            busyText: '正在交…',
            ...(off !== undefined && { off }),
            onTap: hand,
          }}
        />
      }
    >
      {failed !== undefined && <Note state="late" alert title={failed} />}
      <Head title={TITLE} hint={whereWords(problem)} />
      <Facts problem={problem} />
      <Section title="怎么改的？" pad>
        <View className="sw-stack">
          <Field
            label="做了什么"
            type="textarea"
            maxLength={500}
            initial={words}
            placeholder="比如：补了三月的走访记录，两个人都签了字"
            onInput={(value) => {
              kept.set(value);
              setWords(value);
            }}
          />
          <View className="sw-out">
            <Shot
              title="改好的照片"
              hint="不拍人脸。没有就不拍"
              example="scene"
              max={9}
              {...photos.shot('OTHER')}
            />
          </View>
        </View>
      </Section>
    </Page>
  );
}

function Closing({ problem, query }: PartProps) {
  const [right, setRight] = useState<'YES' | 'NO'>();
  const [words, setWords] = useState('');
  const close = useCommand((input: { right: boolean; words: string }, id: string) =>
    call('problems.close', { problemId: problem.id, ...input }, id),
  );
  const hand = async () => {
    const answer = await close.run({ right: right === 'YES', words });
    if (answer === undefined) return;
    query.set(answer.problem);
    somethingWasDone();
    toast(right === 'YES' ? '销号了' : '退回去了，请他再改');
  };
  const failed = failureOf(close.error);
  const off =
    right === undefined
      ? '先选改好没有'
      : right === 'NO' && words.trim() === ''
        ? '写清还差什么，才能退回'
        : undefined;
  return (
    <Page
      title={TITLE}
      bar={
        <Bar
          primary={{
            children: right === 'NO' ? '退回再改' : '销号',
            busy: close.busy,
            busyText: '正在交…',
            ...(off !== undefined && { off }),
            onTap: hand,
          }}
        />
      }
    >
      {failed !== undefined && <Note state="late" alert title={failed} />}
      <Head title={TITLE} hint={whereWords(problem)} />
      <Facts problem={problem} />
      <Section title="改好没有？" pad>
        <View className="sw-stack">
          <Choices<'YES' | 'NO'>
            label="改好没有？"
            hideLabel
            value={right}
            onChange={setRight}
            choices={[
              { value: 'YES', label: '改好了，可以销号' },
              { value: 'NO', label: '还没改好，退回去', detail: '写清还差什么' },
            ]}
          />
          <Field
            label={right === 'NO' ? '还差什么' : '看到什么'}
            type="textarea"
            maxLength={300}
            {...(right !== 'NO' && { optional: true })}
            onInput={setWords}
          />
        </View>
      </Section>
    </Page>
  );
}
