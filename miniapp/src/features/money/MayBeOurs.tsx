import '@miniapp/styles/money.css';
import { POLICIES_PAGE } from '@miniapp/features/policies';
import { call, type Input } from '@miniapp/platform/api';
import { go } from '@miniapp/platform/navigate';
import { toast } from '@miniapp/platform/ui';
import { Button } from '@miniapp/ui/Button';
import { Link } from '@miniapp/ui/Link';
import { Note } from '@miniapp/ui/Note';
import { QueryView, sentenceOf } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Tag } from '@miniapp/ui/Tag';
import { useCommand } from '@miniapp/ui/useCommand';
import { day, money } from '@shared/messages/format';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { DISPUTE_PAGE, NOT_PAGE, POLICY_PAGE } from './pages';
import { type Entitlement, type Policies, usePolicies } from './queries';

/** At most so many questions at a time: nobody likes a form of seventeen. */
const AT_A_TIME = 3;

/** What the family may still be entitled to, with the reason first, and what has to be asked before. */
export function MayBeOurs({ caseId }: { caseId: string }) {
  const query = usePolicies(caseId);
  return (
    <QueryView query={query} rows={3}>
      {(found) => (
        <>
          {found.received.length > 0 && (
            <Section title="正在享受的" aside={`${found.received.length} 项`}>
              {found.received.map((one) => (
                <Comes key={`${one.code} ${one.member?.key ?? ''}`} one={one} caseId={caseId} />
              ))}
            </Section>
          )}
          {(found.maybe.length > 0 || found.questions.length > 0) && (
            <Section title="可能还能享受">
              {[...byPolicy(found.maybe)].map(([code, ones]) => (
                <May key={code} ones={ones} caseId={caseId} onAsked={query.reload} />
              ))}
              <Questions found={found} caseId={caseId} onAnswered={query.reload} />
            </Section>
          )}
          <Section>
            <Row title="有哪些补贴" detail="不管哪家，一项一项看" onTap={() => go(POLICIES_PAGE)} />
          </Section>
          {(found.not.length > 0 || found.askOffice.length > 0) && (
            <Section>
              <Row
                title="现在不能享受的"
                detail={notDetail(found)}
                onTap={() => go(NOT_PAGE, { case: caseId })}
              />
            </Section>
          )}
        </>
      )}
    </QueryView>
  );
}

function Comes({ one, caseId }: { one: Policies['received'][number]; caseId: string }) {
  const { code, name, member, lastOn, lastFen, afterwards } = one;
  return (
    <Row
      title={member === null ? name : `${name}（${member.name}）`}
      detail={`上一次 ${day(lastOn)}，${money(lastFen)}。${afterwards}`}
      right={
        <Link
          label={`没收到？ ${name}`}
          onTap={() => go(DISPUTE_PAGE, { case: caseId, kind: 'POLICY', line: code })}
        >
          没收到？
        </Link>
      }
    />
  );
}

function notDetail({ not, askOffice }: Policies): string {
  const [first] = not;
  const parts = [
    first && `${first.name}等 ${not.length} 项，点开看为什么`,
    askOffice.length > 0 && `${askOffice.length} 项要村里查一查`,
  ];
  return parts.filter(Boolean).join('；');
}

/** One policy is offered once, whomever of the family it may come to. */
function byPolicy(maybe: readonly Entitlement[]): Map<string, [Entitlement, ...Entitlement[]]> {
  const found = new Map<string, [Entitlement, ...Entitlement[]]>();
  for (const one of maybe) {
    const ones = found.get(one.policy.code);
    if (ones === undefined) found.set(one.policy.code, [one]);
    else ones.push(one);
  }
  return found;
}

interface MayProps {
  /** The same policy for each of the family that it may come to. */
  ones: readonly [Entitlement, ...Entitlement[]];
  caseId: string;
  onAsked: () => Promise<void>;
}

function May({ ones, caseId, onAsked }: MayProps) {
  const [{ policy }] = ones;
  const open = ones.filter(({ askedUntil }) => askedUntil === null);
  const asked = ones.flatMap(({ askedUntil }) => askedUntil ?? []).sort();
  const ask = useCommand((input: Input<'households.request'>, requestId: string) =>
    call('households.request', input, requestId),
  );
  const help = async () => {
    for (const { member } of open) {
      const sent = await ask.run({
        caseId,
        kind: 'POLICY',
        fact: policy.code,
        memberKey: member?.key ?? null,
      });
      // What went before it has arrived, and is not asked again.
      if (sent === undefined) break;
      toast(`村里收到了，${day(sent.request.dueOn)}前答复您`);
    }
    await onAsked();
  };
  return (
    <View className="sw-pad sw-stack sw-offer">
      <View className="sw-row__t">{policy.name}</View>
      {ones.map(({ member, reasons }) => (
        <View key={member?.key ?? ''}>{reasons.join('')}</View>
      ))}
      <View className="sw-sub">{`怎么办：${policy.how}${policy.confirmed ? '' : '钱数以县里的通知为准。'}`}</View>
      {ask.error !== undefined && (
        <Note state="late" alert inset title={sentenceOf(ask.error) ?? '没有网，没交上。再点一次。'} />
      )}
      <View className="sw-chips">
        {open.length > 0 ? (
          <Button kind="primary" size="small" busy={ask.busy} busyText="正在交…" onTap={help}>
            请村里帮我办
          </Button>
        ) : (
          <Tag state="doing">{`请过了，${day(asked.at(-1) ?? '')}前答复`}</Tag>
        )}
        <Button
          size="small"
          onTap={() => go(POLICY_PAGE, { case: caseId, code: policy.code })}
          label={`看怎么申请 ${policy.name}`}
        >
          看怎么申请
        </Button>
      </View>
    </View>
  );
}

function Questions({
  found,
  caseId,
  onAnswered,
}: {
  found: Policies;
  caseId: string;
  onAnswered: () => Promise<void>;
}) {
  const [shown, setShown] = useState(AT_A_TIME);
  const left = found.questions.length - shown;
  return (
    <>
      {found.questions.slice(0, shown).map((question) => (
        <Question
          key={`${question.fact} ${question.member?.key ?? ''}`}
          question={question}
          caseId={caseId}
          onAnswered={onAnswered}
        />
      ))}
      {left > 0 && (
        <Row
          title={`再问 ${left} 句`}
          detail="答一句，就多知道一项"
          onTap={() => setShown(shown + AT_A_TIME)}
        />
      )}
    </>
  );
}

const ANSWERS = [
  { answer: 'YES', word: '是' },
  { answer: 'NO', word: '不是' },
  { answer: 'UNSURE', word: '不清楚' },
] as const;

function Question({
  question: { fact, member, question, policies },
  caseId,
  onAnswered,
}: {
  question: Policies['questions'][number];
  caseId: string;
  onAnswered: () => Promise<void>;
}) {
  const tell = useCommand((input: Input<'policies.answer'>, requestId: string) =>
    call('policies.answer', input, requestId),
  );
  const [given, setGiven] = useState<string>();
  const say = async (answer: (typeof ANSWERS)[number]['answer']) => {
    setGiven(answer);
    if ((await tell.run({ caseId, fact, memberKey: member?.key ?? null, answer })) !== undefined)
      await onAnswered();
  };
  return (
    <View className="sw-pad sw-stack sw-offer">
      <View className="sw-row__t">
        {policies.slice(0, 2).join('、') + (policies.length > 2 ? ` 等 ${policies.length} 项` : '')}
      </View>
      <View>{`还要问您一句：${question}`}</View>
      {tell.error !== undefined && (
        <Note state="late" alert inset title={sentenceOf(tell.error) ?? '没有网，没记上。再点一次。'} />
      )}
      <View className="sw-chips sw-chips_3">
        {ANSWERS.map(({ answer, word }) => (
          <Button
            key={answer}
            size="small"
            busy={tell.busy && given === answer}
            busyText="正在记…"
            onTap={() => say(answer)}
            label={`${word}。${question}`}
          >
            {word}
          </Button>
        ))}
      </View>
    </View>
  );
}
