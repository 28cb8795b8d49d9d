import { issuesOf, Staffed, somethingWasDone, useFreshAfterActs } from '@miniapp/features/staff';
import { call, type Output } from '@miniapp/platform/api';
import { confirm, toast } from '@miniapp/platform/ui';
import { Button } from '@miniapp/ui/Button';
import { Choices } from '@miniapp/ui/Choices';
import { Empty } from '@miniapp/ui/Empty';
import { Field, type FieldHandle } from '@miniapp/ui/Field';
import { Head } from '@miniapp/ui/Head';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { failureOf, sentenceOf } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Tag } from '@miniapp/ui/Tag';
import { useCommand } from '@miniapp/ui/useCommand';
import { useQuery } from '@miniapp/ui/useQuery';
import { day, ROLE_LABELS } from '@shared/messages';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';

type Known = Output<'accounts.delegations'>;
type Delegation = Known['delegations'][number];

/** 我的委托: who stands in for the reader during leave and for whom the reader stands in; given and ended here. */
export function Leave() {
  const query = useFreshAfterActs(useQuery('delegations', () => call('accounts.delegations', {})));
  return (
    <Page title="我的委托">
      <Head title="我的委托" hint="请假时，请同单位的人替您办。到日子自己停。" />
      <Staffed query={query} rows={4}>
        {(known) => (
          <>
            <Section flush title="现在的委托">
              {known.delegations.length === 0 && <Empty>没有委托别人，也没有人委托您。</Empty>}
              {known.delegations.map((one) => (
                <One key={one.id} one={one} />
              ))}
            </Section>
            <Give known={known} />
          </>
        )}
      </Staffed>
    </Page>
  );
}

const STATES = {
  COMING: { state: 'need', text: '还没到' },
  RUNNING: { state: 'doing', text: '正在替' },
  OVER: { state: 'off', text: '到期了' },
  ENDED: { state: 'off', text: '收回了' },
} as const;

function One({ one }: { one: Delegation }) {
  const { state, text } = STATES[one.state];
  const open = one.state === 'COMING' || one.state === 'RUNNING';
  const ending = useCommand((_: null, requestId: string) =>
    call('accounts.endDelegation', { delegationId: one.id }, requestId),
  );
  const end = async () => {
    const sure = await confirm({
      title: `不再请${one.to}替您办？`,
      text: `收回以后，${one.to}就不能用您的名义办了。`,
      yes: '收回委托',
    });
    if (!sure || (await ending.run(null)) === undefined) return;
    toast('收回了');
    somethingWasDone();
  };
  return (
    <>
      <Row
        title={one.given ? `请${one.to}替我` : `我替${one.from}`}
        detail={`${one.regionName} ${ROLE_LABELS[one.role]} · ${day(one.fromDay)}到${day(one.untilDay)}`}
        tag={<Tag state={state}>{text}</Tag>}
        quiet={!open}
      />
      {open && one.given && (
        <View className="sw-in">
          {ending.error !== undefined && (
            <Note state="late" alert inset>
              {sentenceOf(ending.error) ?? '没有收回，再点一次。'}
            </Note>
          )}
          <Button
            size="small"
            busy={ending.busy}
            busyText="正在收回…"
            onTap={end}
            label={`收回给${one.to}的委托`}
          >
            收回
          </Button>
        </View>
      )}
    </>
  );
}

/** One own role goes to a colleague of the same office. */
function Give({ known: { mayGive, today, maxDays } }: { known: Known }) {
  const [office, setOffice] = useState(0);
  const [to, setTo] = useState<string>();
  const from = useRef<FieldHandle>(null);
  const until = useRef<FieldHandle>(null);
  const [missing, setMissing] = useState('');
  const giving = useCommand((input: { to: string; fromDay: string; untilDay: string }, requestId: string) => {
    const { role, region } = mayGive[office] ?? { role: 'VILLAGE' as const, region: '' };
    return call('accounts.delegate', { role, region, ...input }, requestId);
  });
  const chosen = mayGive[office];
  if (chosen === undefined) return null;
  const issues = issuesOf(giving.error);
  const give = async () => {
    const fromDay = from.current?.value() ?? '';
    const untilDay = until.current?.value() ?? '';
    const lacks =
      to === undefined
        ? '选一下请谁替您办。'
        : fromDay === '' || untilDay === ''
          ? '选一下从哪天到哪天。'
          : '';
    setMissing(lacks);
    if (lacks !== '' || to === undefined) return;
    if ((await giving.run({ to, fromDay, untilDay })) === undefined) return;
    setTo(undefined);
    toast('委托好了');
    somethingWasDone();
  };
  const whole = Object.keys(issues).length === 0 ? failureOf(giving.error) : undefined;
  const problem = missing !== '' ? missing : whole;
  return (
    <Section title="请人替我办" pad>
      <View className="sw-stack">
        {mayGive.length > 1 && (
          <Choices
            label="哪个岗位？"
            choices={mayGive.map(({ role, regionName }, index) => ({
              value: String(index),
              label: `${regionName} ${ROLE_LABELS[role]}`,
            }))}
            value={String(office)}
            onChange={(value) => {
              setOffice(Number(value));
              setTo(undefined);
            }}
          />
        )}
        {chosen.colleagues.length === 0 ? (
          <Note state="off" inset>
            您单位里没有别的人可以替您办。
          </Note>
        ) : (
          <>
            <Choices
              label="请谁替您办？"
              error={issues.to}
              choices={chosen.colleagues.map(({ personId, name }) => ({ value: personId, label: name }))}
              value={to}
              onChange={(chosenOne) => {
                setTo(chosenOne);
                setMissing('');
              }}
            />
            <Field ref={from} label="从哪天起" type="date" initial={today} error={issues.fromDay} />
            <Field
              ref={until}
              label="到哪天为止"
              type="date"
              hint={`最多 ${maxDays} 天。他替您办的，写两个人的名字。`}
              error={issues.untilDay}
            />
            {problem !== undefined && (
              <Note state="late" alert inset>
                {problem}
              </Note>
            )}
            <Button kind="primary" busy={giving.busy} busyText="正在交…" onTap={give}>
              委托
            </Button>
          </>
        )}
      </View>
    </Section>
  );
}
