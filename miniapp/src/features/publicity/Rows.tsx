import { Staffed, somethingWasDone, useFreshAfterActs } from '@miniapp/features/staff';
import { call, type Input, type Output } from '@miniapp/platform/api';
import { slot } from '@miniapp/platform/storage';
import { toast } from '@miniapp/platform/ui';
import { Button } from '@miniapp/ui/Button';
import { Choices } from '@miniapp/ui/Choices';
import { Empty } from '@miniapp/ui/Empty';
import { Field } from '@miniapp/ui/Field';
import { Head } from '@miniapp/ui/Head';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { failureOf } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Tag } from '@miniapp/ui/Tag';
import { useCommand } from '@miniapp/ui/useCommand';
import { useQuery } from '@miniapp/ui/useQuery';
import { day } from '@shared/messages';
import { View } from '@tarojs/components';
import { useState } from 'react';

type Request = Output<'notices.requests'>['open'][number];
type Outcome = Input<'notices.decide'>['outcome'];

const OUTCOMES: Record<Outcome, string> = { CORRECTED: '改过来了', REMOVED: '撤下了', KEPT: '没有改' };

/** What people asked of their own rows of a notice: hidden first, decided by the office above. */
export function Rows() {
  const query = useFreshAfterActs(useQuery('row-requests', () => call('notices.requests', {})));
  return (
    <Page title="本人要改名单">
      <Head title="本人要改名单" hint="一个工作日内先撤下，五个工作日内定。贴公示的不能自己定。" />
      <Staffed query={query} rows={3}>
        {({ open, decided }) => (
          <>
            {open.length === 0 && (
              <Section flush>
                <Empty>现在没有要办的。</Empty>
              </Section>
            )}
            {open.map((request) => (
              <Open key={request.id} request={request} />
            ))}
            {decided.length > 0 && (
              <Section title="定过的">
                {decided.map(({ id, name, villageName, title, answer }) => (
                  <Row
                    key={id}
                    title={`${villageName} · ${name}`}
                    detail={`${title}。${answer?.by ?? ''}：${answer?.text ?? ''}`}
                    tag={<Tag state="off">{answer === null ? '' : OUTCOMES[answer.outcome]}</Tag>}
                  />
                ))}
              </Section>
            )}
          </>
        )}
      </Staffed>
    </Page>
  );
}

function Open({ request }: { request: Request }) {
  const { kind, name, group, villageName, title, text, frozenAt, late } = request;
  const dueOn = frozenAt === null ? request.freezeDueOn : request.decideDueOn;
  return (
    <Section flush>
      <Row
        title={`${name} · ${kind === 'REMOVE' ? '要撤下来' : '说写错了'}`}
        detail={
          <>
            <View>{text}</View>
            <View>{[villageName, group, title].filter(Boolean).join(' · ')}</View>
          </>
        }
        tag={
          <Tag state={late ? 'late' : 'doing'}>
            {late ? '晚了' : `${day(dueOn)}前${frozenAt === null ? '撤下' : '定'}`}
          </Tag>
        }
      />
      {request.mayFreeze && <Freeze request={request} />}
      {request.mayDecide && <Decide request={request} />}
    </Section>
  );
}

function Freeze({ request }: { request: Request }) {
  const freeze = useCommand((requestId: string, id: string) => call('notices.freeze', { requestId }, id));
  const failed = failureOf(freeze.error);
  const hand = async () => {
    if ((await freeze.run(request.id)) === undefined) return;
    toast('撤下了，谁也看不到了。公示栏要换纸');
    somethingWasDone();
  };
  return (
    <View className="sw-in sw-stack">
      {failed !== undefined && <Note state="late" alert inset title={failed} />}
      <Button
        kind="primary"
        label={`先撤下${request.name}这一行`}
        busy={freeze.busy}
        busyText="正在撤…"
        onTap={hand}
      >
        先撤下这一行
      </Button>
    </View>
  );
}

function Decide({ request }: { request: Request }) {
  const kept = slot<string>(`decide-row:${request.id}`);
  const [outcome, setOutcome] = useState<Outcome>();
  const [text, setText] = useState(() => kept.get() ?? '');
  const decide = useCommand((input: Input<'notices.decide'>, id: string) =>
    call('notices.decide', input, id),
  );
  const failed = failureOf(decide.error);
  const hand = async () => {
    if (outcome === undefined) return;
    if ((await decide.run({ requestId: request.id, outcome, text })) === undefined) return;
    kept.remove();
    toast('定了，本人马上能看到');
    somethingWasDone();
  };
  const off =
    outcome === undefined ? '先选怎么定' : text.trim() === '' ? '写一句给本人的话，就能交' : undefined;
  return (
    <View className="sw-in sw-stack">
      {failed !== undefined && <Note state="late" alert inset title={failed} />}
      <Choices<Outcome>
        label="怎么定"
        value={outcome}
        onChange={setOutcome}
        choices={[
          { value: 'CORRECTED', label: '改过来了', detail: '村里先换上更正的公示' },
          { value: 'REMOVED', label: '不再挂出来', detail: '正在公示的，这一户要重新看' },
          { value: 'KEPT', label: '不改，接着公示', detail: '还剩几天，就再公示几天' },
        ]}
      />
      <Field
        label="给本人的话"
        type="textarea"
        maxLength={300}
        initial={text}
        placeholder="比如：组已经改成 3 组，重新公示五天"
        onInput={(value) => {
          kept.set(value);
          setText(value);
        }}
      />
      <Button kind="primary" busy={decide.busy} busyText="正在交…" off={off} onTap={hand}>
        这样定
      </Button>
    </View>
  );
}
