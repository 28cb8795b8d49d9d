import { useVillagePhone } from '@miniapp/features/account';
import { photographPaper, sendFile } from '@miniapp/features/attachments';
import { CARD_PAGE } from '@miniapp/features/card';
import { call } from '@miniapp/platform/api';
import { go, useParams } from '@miniapp/platform/navigate';
import { callPhone, toast } from '@miniapp/platform/ui';
import { Bar } from '@miniapp/ui/Bar';
import { Button } from '@miniapp/ui/Button';
import { CallRow } from '@miniapp/ui/CallRow';
import { Empty } from '@miniapp/ui/Empty';
import { Field } from '@miniapp/ui/Field';
import { Head } from '@miniapp/ui/Head';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { failureOf, QueryView } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Tag } from '@miniapp/ui/Tag';
import { useCommand } from '@miniapp/ui/useCommand';
import { type Query, useQuery } from '@miniapp/ui/useQuery';
import { day } from '@shared/messages/format';
import { NEED_LABELS } from '@shared/messages/staff-labels';
import { View } from '@tarojs/components';
import { useState } from 'react';
import {
  asksUs,
  groupsOf,
  type OurHelp as Help,
  linesOf,
  type OurMeasure,
  planToSign,
  readAloud,
  standingOf,
} from './help';

/** 帮我家的: who helps, with what, where each stands; the family agrees to the plan and says what came. */
export function OurHelp() {
  const { case: caseId = '' } = useParams<'case'>();
  const query = useQuery(
    caseId === '' ? undefined : `our-help:${caseId}`,
    async () => (await call('measures.ours', { caseId })).help,
    { keep: true },
  );
  const help = query.data;
  const plan = help === undefined ? null : planToSign(help);
  return (
    <Page title="帮我家的" bar={help && plan && <SignBar help={help} planId={plan.id} onSaid={query.set} />}>
      <Head title="帮我家的" hint="谁在帮，帮什么，办到哪了。" read={help && (() => readAloud(help))} />
      <QueryView query={query} rows={5} phone={useVillagePhone()}>
        {(found) => <Content help={found} query={query} />}
      </QueryView>
    </Page>
  );
}

function Content({ help, query }: { help: Help; query: Query<Help> }) {
  const { helper, plan, measures, today, caseId } = help;
  const waiting = measures.filter(asksUs);
  return (
    <>
      {planToSign(help) !== null && (
        <Note state="need" title="计划写好了，请您看一遍">
          没有不对，就点最下面的同意。
        </Note>
      )}
      {waiting.length > 0 && <Note state="need" title={`${waiting.length} 项办好了，请说收到没有`} />}
      <Section flush>
        {helper === null ? (
          <Row icon="user" title="还没有定谁联系您家" detail="定了会发消息告诉您。有事先打村委会电话。" />
        ) : (
          <CallRow over="联系您家的干部" title={helper.name} number={helper.phone} also={helper.unit} />
        )}
      </Section>
      {measures.length === 0 && (
        <Section>
          <Empty>还没有写下来的帮扶。有了会写在这里。</Empty>
        </Section>
      )}
      {groupsOf(measures).map(({ title, measures: some }) => (
        <Section key={title} title={title} aside={some.length > 1 ? `${some.length} 项` : undefined}>
          {some.map((one) => (
            <One key={one.id} one={one} help={help} onSaid={query.set} today={today} />
          ))}
        </Section>
      ))}
      {plan !== null && (
        <Section title="给您家的计划" pad>
          <View>{`最想要的：${plan.needs.map((need) => NEED_LABELS[need]).join('、')}。`}</View>
          {plan.words !== '' && <View>{plan.words}</View>}
          <View className="sw-sub sw-mt8">
            {`${plan.madeBy} ${day(plan.madeOn)}写的${plan.signedOn === null ? '' : `，${day(plan.signedOn)}您家同意了`}`}
          </View>
        </Section>
      )}
      <Section>
        <Row
          icon="book"
          title="帮扶明白卡"
          detail="收到的，一项一项看"
          onTap={() => go(CARD_PAGE, { case: caseId })}
        />
      </Section>
    </>
  );
}

/** Who speaks for a family without a phone of its own shows the signed paper. */
async function paperOf(
  help: Help,
): Promise<{ how: 'TICK' | 'PAPER'; attachmentId: string | null } | string | undefined> {
  if (!help.maySign) return { how: 'TICK', attachmentId: null };
  const taken = await photographPaper();
  if (typeof taken !== 'object') return taken;
  return { how: 'PAPER', attachmentId: await sendFile(taken, 'AUTH_FORM') };
}

interface SayProps {
  help: Help;
  onSaid: (help: Help) => void;
}

function SignBar({ help, planId, onSaid }: SayProps & { planId: string }) {
  const sign = useCommand(async (_: null, requestId) => {
    const said = await paperOf(help);
    if (said === undefined || typeof said === 'string') return said;
    return (await call('measures.signPlan', { caseId: help.caseId, planId, ...said }, requestId)).help;
  });
  const agree = async () => {
    const done = await sign.run(null);
    if (done === undefined) return;
    if (typeof done === 'string') return toast(done);
    onSaid(done);
    toast('您同意了，接着就办');
  };
  const { helper } = help;
  return (
    <Bar
      pair={helper !== null}
      primary={{
        children: help.maySign ? '同意，拍签字的纸' : '同意这个计划',
        busy: sign.busy,
        busyText: '正在交…',
        onTap: agree,
      }}
      {...(helper !== null && { second: { children: '先打电话说', onTap: () => callPhone(helper.phone) } })}
      reason={failureOf(sign.error)}
    />
  );
}

function One({ one, help, today, onSaid }: SayProps & { one: OurMeasure; today: string }) {
  const standing = standingOf(one, today, planToSign(help) !== null);
  return (
    <>
      <Row
        title={one.name}
        tag={<Tag state={standing.state}>{standing.text}</Tag>}
        detail={linesOf(one).map((line) => <View key={line}>{line}</View>)}
      />
      {asksUs(one) && <Received one={one} help={help} onSaid={onSaid} />}
    </>
  );
}

const NOT_YET = '还没有收到。';

/** 收到了, 还没有, or 不对: the last one is said in a sentence. */
function Received({ one, help, onSaid }: SayProps & { one: OurMeasure }) {
  const [wrong, setWrong] = useState(false);
  const [text, setText] = useState('');
  const [silent, setSilent] = useState(false);
  const say = useCommand(async (words: string | null, requestId) => {
    const of = { caseId: help.caseId, measureId: one.id };
    if (words !== null)
      return (await call('measures.confirm', { ...of, received: false, text: words }, requestId)).help;
    const said = await paperOf(help);
    if (said === undefined || typeof said === 'string') return said;
    return (await call('measures.confirm', { ...of, received: true, ...said }, requestId)).help;
  });
  const hand = async (words: string | null) => {
    const done = await say.run(words);
    if (done === undefined) return;
    if (typeof done === 'string') return toast(done);
    onSaid(done);
    toast(words === null ? '记下了，您收到了' : '记下了，请他们去查');
  };
  const tellWrong = async () => {
    setSilent(text.trim() === '');
    if (text.trim() !== '') await hand(text.trim());
  };
  const failed = failureOf(say.error, 'act');
  return (
    <View className="sw-pad sw-stack sw-pb">
      {failed !== undefined && <Note state="late" alert inset title={failed} />}
      <View className="sw-cols3">
        <Button
          size="small"
          kind="primary"
          label={`收到了，${one.name}`}
          busy={say.busy}
          busyText="正在交…"
          onTap={() => hand(null)}
        >
          收到了
        </Button>
        <Button size="small" label={`还没有，${one.name}`} busy={say.busy} onTap={() => hand(NOT_YET)}>
          还没有
        </Button>
        <Button size="small" label={`${wrong ? '收起' : '不对'}，${one.name}`} onTap={() => setWrong(!wrong)}>
          {wrong ? '收起' : '不对'}
        </Button>
      </View>
      {wrong && (
        <>
          <Field
            label="哪里不对"
            type="textarea"
            maxLength={300}
            initial={text}
            placeholder="比如：说是 600 元，只到了 300 元"
            error={silent ? '写一句哪里不对，他们好去查。' : undefined}
            onInput={setText}
          />
          <Button size="small" kind="primary" busy={say.busy} busyText="正在交…" onTap={tellWrong}>
            告诉他们
          </Button>
        </>
      )}
    </View>
  );
}
