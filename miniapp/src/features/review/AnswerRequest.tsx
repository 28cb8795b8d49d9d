import { CASE_PAGE, REQUESTS_PAGE, Staffed, somethingWasDone } from '@miniapp/features/staff';
import { call, type Input } from '@miniapp/platform/api';
import { backOr, go, useParams } from '@miniapp/platform/navigate';
import { slot } from '@miniapp/platform/storage';
import { toast } from '@miniapp/platform/ui';
import { Bar } from '@miniapp/ui/Bar';
import { Choices } from '@miniapp/ui/Choices';
import { Empty } from '@miniapp/ui/Empty';
import { Field } from '@miniapp/ui/Field';
import { Head } from '@miniapp/ui/Head';
import { KeyValue } from '@miniapp/ui/KeyValue';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { failureOf } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { useCommand } from '@miniapp/ui/useCommand';
import { day } from '@shared/messages';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { aboutOf, type StaffRequest, titleOf, useRequests } from './Requests';

type Outcome = Input<'households.answerRequest'>['outcome'];
interface Choice {
  value: Outcome;
  label: string;
  detail?: string;
}

/** One request of a family, and its answer with the reason: the family reads exactly these words. */
export function AnswerRequest() {
  const { request: id = '' } = useParams<'request'>();
  const query = useRequests();
  const request = query.data?.open.find((one) => one.id === id);
  if (request !== undefined) return <Form request={request} />;
  return (
    <Page title="答复农户">
      <Head title="答复农户" />
      <Staffed query={query} rows={3}>
        {() => <Empty>这一件已经答复过了。</Empty>}
      </Staffed>
    </Page>
  );
}

const VISIT_CHOICE = { value: 'VISIT', label: '再去家里看', detail: '写上哪天去' } as const;
const CORRECTION_CHOICES: Choice[] = [
  { value: 'CORRECTED', label: '改过来了' },
  VISIT_CHOICE,
  { value: 'KEPT', label: '不改', detail: '写清楚为什么' },
];
const HELP_CHOICES: Choice[] = [
  { value: 'HELPED', label: '帮着办了', detail: '写上办到哪一步' },
  VISIT_CHOICE,
  { value: 'KEPT', label: '办不了', detail: '写清楚为什么' },
];

function Form({ request }: { request: StaffRequest }) {
  const kept = slot<string>(`answer:${request.id}`);
  const [outcome, setOutcome] = useState<Outcome>();
  const [text, setText] = useState(() => kept.get() ?? '');
  const answer = useCommand((input: Input<'households.answerRequest'>, requestId: string) =>
    call('households.answerRequest', input, requestId),
  );
  const hand = async () => {
    if (outcome === undefined) return;
    const done = await answer.run({ requestId: request.id, outcome, text });
    if (done === undefined) return;
    kept.remove();
    somethingWasDone();
    toast('答复了，农户马上能看到');
    await backOr(REQUESTS_PAGE);
  };
  const off =
    outcome === undefined ? '先选怎么办' : text.trim() === '' ? '写一句给农户的话，就能答复' : undefined;
  const failed = failureOf(answer.error);
  return (
    <Page
      title="答复农户"
      white
      bar={<Bar primary={{ children: '答复', busy: answer.busy, busyText: '正在交…', off, onTap: hand }} />}
    >
      <Head title={titleOf(request)} hint={`${day(request.dueOn)}前要答复`} />
      <Section flush>
        <KeyValue
          facts={[
            { key: '谁说的', value: `${request.askedBy}，${day(request.askedOn)}` },
            { key: '哪一项', value: aboutOf(request) },
            {
              key: '说什么',
              value: request.text || (request.kind === 'POLICY' ? '请村里帮着办' : '请干部再来看一次'),
            },
          ]}
        />
        <Row
          title="看案卷"
          detail="记着什么，改在案卷里"
          onTap={() => go(CASE_PAGE, { caseId: request.caseId })}
        />
      </Section>
      <View className="sw-pad sw-stack">
        {failed !== undefined && <Note state="late" alert inset title={failed} />}
        <Choices<Outcome>
          label="怎么办"
          value={outcome}
          onChange={setOutcome}
          choices={request.kind === 'POLICY' ? HELP_CHOICES : CORRECTION_CHOICES}
        />
        <Field
          label="给农户的话"
          type="textarea"
          maxLength={300}
          initial={text}
          placeholder="比如：已经加上您儿媳，一共 5 口人"
          onInput={(value) => {
            kept.set(value);
            setText(value);
          }}
        />
      </View>
    </Page>
  );
}
