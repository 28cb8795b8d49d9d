import { Staffed, somethingWasDone, TICKETS_PAGE, useFreshAfterActs } from '@miniapp/features/staff';
import { call, type Input } from '@miniapp/platform/api';
import { backOr, useParams } from '@miniapp/platform/navigate';
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
import { useCommand } from '@miniapp/ui/useCommand';
import { useQuery } from '@miniapp/ui/useQuery';
import { day, fullDay } from '@shared/messages';
import { TICKET_OUTCOME_LABELS } from '@shared/messages/tickets';
import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Ticket } from './queries';
import { lineWords, saidWords } from './words';

type Outcome = Input<'tickets.answer'>['outcome'];

const CHOICES: { value: Outcome; label: string; detail: string }[] = [
  { value: 'PAID', label: '补发了', detail: '写上哪天、打到哪里' },
  { value: 'CORRECTED', label: '改过来了', detail: '写上原来错在哪里' },
  { value: 'RIGHT', label: '查过，没有错', detail: '写清楚查了什么' },
];

/** One line that a family says is wrong, and the answer that it will read. */
export function OneTicket() {
  const { ticket: id = '' } = useParams<'ticket'>();
  const query = useFreshAfterActs(
    useQuery(
      id === '' ? undefined : `ticket:${id}`,
      async () => (await call('tickets.get', { ticketId: id })).ticket,
    ),
  );
  const [amending, setAmending] = useState(false);
  if (query.data?.mayAnswer || (amending && query.data?.mayAmend))
    return <Answering ticket={query.data} onLeave={() => setAmending(false)} />;
  return (
    <Page title="答复农户">
      <Head title={query.data === undefined ? '答复农户' : lineWords(query.data)} />
      <Staffed query={query} rows={4}>
        {(ticket) => (
          <>
            <Facts ticket={ticket} />
            {ticket.mayAmend && (
              <Section flush>
                <Row
                  title="答复错了，改过来"
                  detail="原来的答复留着，农户会收到新的"
                  onTap={() => setAmending(true)}
                />
              </Section>
            )}
          </>
        )}
      </Staffed>
    </Page>
  );
}

function Facts({ ticket }: { ticket: Ticket }) {
  const { line, answer, earlier, villageName, group, askedOn } = ticket;
  return (
    <Section flush>
      <KeyValue
        facts={[
          { key: '发给谁', value: `${line.member}，${[villageName, group].filter(Boolean).join(' ')}` },
          { key: '谁发的', value: line.payer },
          ...(line.on === null ? [] : [{ key: '哪天发的', value: fullDay(line.on) }]),
          ...(line.cardTail === '' ? [] : [{ key: '卡尾号', value: line.cardTail }]),
          { key: '怎么说的', value: `${saidWords(ticket)}（${day(askedOn)}）` },
          ...earlier.map((one, at) => ({
            id: `earlier ${at}`,
            key: earlier.length > 1 ? `第 ${at + 1} 次答复` : '原来的答复',
            value: `${TICKET_OUTCOME_LABELS[one.outcome]}。${one.text}（${one.by}，${day(one.on)}）`,
          })),
          ...(answer === null
            ? []
            : [
                {
                  key: earlier.length > 0 ? '现在的结果' : '结果',
                  value: TICKET_OUTCOME_LABELS[answer.outcome],
                },
                { key: '答复', value: answer.text },
                { key: '谁答复的', value: `${answer.by}，${day(answer.on)}` },
              ]),
        ]}
      />
    </Section>
  );
}

/** The first answer, or one in the place of an answer that was wrong. */
function Answering({ ticket, onLeave }: { ticket: Ticket; onLeave: () => void }) {
  const amends = ticket.answer !== null;
  const kept = slot<string>(`ticket${amends ? '-amend' : ''}:${ticket.id}`);
  const [outcome, setOutcome] = useState<Outcome>();
  const [text, setText] = useState(() => kept.get() ?? '');
  const answer = useCommand((input: Input<'tickets.answer'>, requestId: string) =>
    amends
      ? call('tickets.amend', { ...input, earlier: ticket.earlier.length }, requestId)
      : call('tickets.answer', input, requestId),
  );
  const hand = async () => {
    if (outcome === undefined) return;
    if ((await answer.run({ ticketId: ticket.id, outcome, text })) === undefined) return;
    kept.remove();
    somethingWasDone();
    toast(amends ? '改好了，农户马上能看到' : '答复了，农户马上能看到');
    await backOr(TICKETS_PAGE);
  };
  const off =
    outcome === undefined ? '先选查到什么' : text.trim() === '' ? '写一句给农户的话，就能答复' : undefined;
  const failed = failureOf(answer.error);
  const title = amends ? '改答复' : '答复农户';
  const late = ticket.lateDays > 0 ? `，晚了 ${ticket.lateDays} 天` : '';
  return (
    <Page
      title={title}
      white
      bar={
        <Bar
          primary={{
            children: amends ? '改答复' : '答复',
            busy: answer.busy,
            busyText: '正在交…',
            off,
            onTap: hand,
          }}
          {...(amends && { link: { text: '不改了', onTap: onLeave } })}
        />
      }
    >
      <Head
        title={lineWords(ticket)}
        hint={amends ? '写新的答复，原来的留着备查' : `${day(ticket.dueOn)}前要答复${late}`}
      />
      <Facts ticket={ticket} />
      <View className="sw-pad sw-stack">
        {failed !== undefined && <Note state="late" alert inset title={failed} />}
        <Choices<Outcome> label="查到什么" value={outcome} onChange={setOutcome} choices={CHOICES} />
        {amends && outcome !== undefined && ticket.kind === 'PAYMENT' && ticket.what === 'NOT_MINE' && (
          <Note
            state="need"
            inset
            title={outcome === 'CORRECTED' ? '这一笔不算这家的' : '这一笔会回到这家的账上'}
          />
        )}
        <Field
          label="给农户的话"
          type="textarea"
          maxLength={300}
          initial={text}
          placeholder="比如：卡号写错了，4月28日重新打到您卡上"
          onInput={(value) => {
            kept.set(value);
            setText(value);
          }}
        />
      </View>
    </Page>
  );
}
