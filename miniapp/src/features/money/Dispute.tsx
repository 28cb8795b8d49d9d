import { type CardLine, useCard } from '@miniapp/features/card';
import { call, type Input } from '@miniapp/platform/api';
import { backOr, replace, useParams } from '@miniapp/platform/navigate';
import { slot } from '@miniapp/platform/storage';
import { toast } from '@miniapp/platform/ui';
import { Bar } from '@miniapp/ui/Bar';
import { Button } from '@miniapp/ui/Button';
import { Choices } from '@miniapp/ui/Choices';
import { Field } from '@miniapp/ui/Field';
import { Head } from '@miniapp/ui/Head';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { QueryView, sentenceOf } from '@miniapp/ui/QueryView';
import { useCommand } from '@miniapp/ui/useCommand';
import type { Query } from '@miniapp/ui/useQuery';
import { day, money } from '@shared/messages/format';
import { DISPUTE_LABELS, DISPUTES, type Dispute as What } from '@shared/messages/payments';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { MONEY_PAGE } from './pages';
import { type Payments, type Policies, thisYear, usePayments, usePolicies } from './queries';

type Kind = Input<'tickets.file'>['kind'];

/** A line that the family says something of. */
interface Line {
  kind: Kind;
  id: string;
  /** 「医疗救助 · 5,800 元 · 3月20日」 */
  words: string;
}

/** 「不对？」 of one payment, of a line of the card, or of a policy that should come. */
export function Dispute() {
  const {
    case: caseId = '',
    kind = 'PAYMENT',
    line: id = '',
    year = '',
  } = useParams<'case' | 'kind' | 'line' | 'year'>();
  const payments = usePayments(kind === 'PAYMENT' ? caseId : '', Number(year) || thisYear());
  const card = useCard(kind === 'MEASURE' ? caseId : '');
  const policies = usePolicies(kind === 'POLICY' ? caseId : '');
  const query = kind === 'PAYMENT' ? payments : kind === 'MEASURE' ? card : policies;
  const line =
    linesOfMoney(payments.data).find((one) => one.id === id) ??
    linesOfCard(card.data?.card?.lines).find((one) => one.id === id) ??
    linesOfPolicies(policies.data).find((one) => one.id === id);
  if (line !== undefined) return <Form line={line} caseId={caseId} onSent={query.reload} />;
  return (
    <Page title="这项不对">
      <Head title="这项不对" read="没有找到这一项。回到上一页，再点一次。" />
      <QueryView query={query as Query<unknown>}>
        {() => (
          <Note
            title="没有找到这一项"
            action={<Button onTap={() => replace(MONEY_PAGE, { case: caseId })}>看我家的补贴</Button>}
          />
        )}
      </QueryView>
    </Page>
  );
}

const linesOfMoney = (found: Payments | undefined): Line[] =>
  (found?.payments ?? []).map(({ id, item, fen, paidOn }) => ({
    kind: 'PAYMENT',
    id,
    words: `${item} · ${money(fen)} · ${day(paidOn)}`,
  }));

const linesOfCard = (lines: readonly CardLine[] = []): Line[] =>
  lines.map(({ kind, id, title, fen, on }) => ({
    kind,
    id,
    words: [title, fen !== null && money(fen), day(on)].filter(Boolean).join(' · '),
  }));

const linesOfPolicies = (found: Policies | undefined): Line[] =>
  (found?.received ?? []).map(({ code, name, lastOn }) => ({
    kind: 'POLICY',
    id: code,
    words: `${name} · 上一次 ${day(lastOn)}`,
  }));

function Form({ line, caseId, onSent }: { line: Line; caseId: string; onSent: () => Promise<void> }) {
  const kept = slot<string>(`dispute:${line.id}`);
  const [what, setWhat] = useState<What>();
  const [text, setText] = useState(() => kept.get() ?? '');
  const send = useCommand((input: Input<'tickets.file'>, requestId: string) =>
    call('tickets.file', input, requestId),
  );
  const hand = async () => {
    if (what === undefined) return;
    const sent = await send.run({ caseId, kind: line.kind, lineId: line.id, what, text });
    if (sent === undefined) return;
    kept.remove();
    toast(`收到了，${day(sent.ticket.dueOn)}前答复您`);
    await onSent();
    await backOr(MONEY_PAGE, { case: caseId });
  };
  const failed =
    send.error === undefined ? undefined : (sentenceOf(send.error) ?? '没有网，没交上。写的还在，再点一次。');
  return (
    <Page
      title="这项不对"
      white
      bar={
        <Bar
          primary={{
            children: '交上去',
            busy: send.busy,
            busyText: '正在交…',
            off: what === undefined ? '先选哪里不对' : undefined,
            onTap: hand,
          }}
        />
      }
    >
      <Head
        title="哪里不对？"
        hint="发钱的部门或村里去查，到期前答复您。别的照常发。"
        read={`${line.words.replaceAll(' · ', '，')}。哪里不对？没收到、钱数不对，还是不是您的？选一样，交上去。`}
      >
        <View className="sw-b sw-mt8">{line.words}</View>
      </Head>
      <View className="sw-pad sw-stack">
        {failed !== undefined && <Note state="late" alert inset title={failed} />}
        <Choices<What>
          label="哪里不对"
          hideLabel
          value={what}
          onChange={setWhat}
          choices={DISPUTES.map((value) => ({ value, label: DISPUTE_LABELS[value] }))}
        />
        <Field
          label="还想说的"
          type="textarea"
          maxLength={200}
          optional
          initial={text}
          placeholder="比如：卡上只到了 300 元"
          onInput={(value) => {
            kept.set(value);
            setText(value);
          }}
        />
      </View>
    </Page>
  );
}
