import { call, type Input } from '@miniapp/platform/api';
import { backOr, useParams } from '@miniapp/platform/navigate';
import { slot } from '@miniapp/platform/storage';
import { toast } from '@miniapp/platform/ui';
import { Bar } from '@miniapp/ui/Bar';
import { Choices } from '@miniapp/ui/Choices';
import { Empty } from '@miniapp/ui/Empty';
import { Field } from '@miniapp/ui/Field';
import { Head } from '@miniapp/ui/Head';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { QueryView, sentenceOf } from '@miniapp/ui/QueryView';
import { useCommand } from '@miniapp/ui/useCommand';
import { day, money } from '@shared/messages/format';
import { DISPUTE_LABELS, DISPUTES, type Dispute as What } from '@shared/messages/payments';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { MONEY_PAGE } from './pages';
import { type Payment, usePayments } from './queries';

/** 「不对？」 of one payment. What was written stays when the network is away. */
export function Dispute() {
  const { case: caseId = '', payment: id = '', year = '' } = useParams<'case' | 'payment' | 'year'>();
  const query = usePayments(caseId, Number(year));
  const payment = query.data?.payments.find((one) => one.id === id);
  if (payment !== undefined) return <Form payment={payment} caseId={caseId} onSent={query.reload} />;
  return (
    <Page title="这笔不对">
      <Head title="这笔不对" read="没有找到这一笔。回到我家的补贴，再点一次。" />
      <QueryView query={query}>{() => <Empty>没有找到这一笔。</Empty>}</QueryView>
    </Page>
  );
}

function Form({
  payment,
  caseId,
  onSent,
}: {
  payment: Payment;
  caseId: string;
  onSent: () => Promise<void>;
}) {
  const kept = slot<string>(`dispute:${payment.id}`);
  const [what, setWhat] = useState<What>();
  const [text, setText] = useState(() => kept.get() ?? '');
  const send = useCommand((input: Input<'payments.dispute'>, requestId: string) =>
    call('payments.dispute', input, requestId),
  );
  const hand = async () => {
    if (what === undefined) return;
    const sent = await send.run({ caseId, paymentId: payment.id, what, text });
    if (sent === undefined) return;
    kept.remove();
    toast(`村里收到了，${day(sent.dueOn)}前答复您`);
    await onSent();
    await backOr(MONEY_PAGE, { case: caseId });
  };
  const failed =
    send.error === undefined ? undefined : (sentenceOf(send.error) ?? '没有网，没交上。写的还在，再点一次。');
  return (
    <Page
      title="这笔不对"
      white
      bar={
        <Bar
          primary={{
            children: '交给村里',
            busy: send.busy,
            busyText: '正在交…',
            off: what === undefined ? '先选哪里不对' : undefined,
            onTap: hand,
          }}
        />
      }
    >
      <Head
        top={`${payment.item} · ${money(payment.fen)} · ${day(payment.paidOn)}`}
        title="哪里不对？"
        hint="村里去查，10 天内答复您。别的补贴照常发。"
        read="哪里不对？没收到、钱数不对，还是不是您的？选一样，交给村里。"
      />
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
