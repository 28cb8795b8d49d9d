import { useVillagePhone } from '@miniapp/features/account';
import { call, type Input, type Output } from '@miniapp/platform/api';
import { useParams } from '@miniapp/platform/navigate';
import { toast } from '@miniapp/platform/ui';
import { Button } from '@miniapp/ui/Button';
import { Empty } from '@miniapp/ui/Empty';
import { Field } from '@miniapp/ui/Field';
import { Head } from '@miniapp/ui/Head';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { QueryView, sentenceOf } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Tag } from '@miniapp/ui/Tag';
import { useCommand } from '@miniapp/ui/useCommand';
import { useQuery } from '@miniapp/ui/useQuery';
import { day, money } from '@shared/messages/format';
import { DISPUTE_LABELS } from '@shared/messages/payments';
import { TICKET_OUTCOME_LABELS } from '@shared/messages/tickets';
import { View } from '@tarojs/components';
import { useState } from 'react';

type Ticket = Output<'tickets.ours'>['tickets'][number];

/** What the family said of its lines, each with its date or its answer; an answer that is wrong is said so once. */
export function Said() {
  const { case: caseId = '' } = useParams<'case'>();
  const query = useQuery(caseId === '' ? undefined : `tickets:${caseId}`, () =>
    call('tickets.ours', { caseId }),
  );
  const tickets = query.data?.tickets;
  return (
    <Page title="我说过的">
      <Head
        title="我说过的"
        hint="哪一项不对，谁来查，怎么答复的，都在这里。"
        read={tickets && (() => readAloud(tickets))}
      />
      <QueryView query={query} rows={3} phone={useVillagePhone()}>
        {(found) => (
          <Section flush>
            {found.tickets.length === 0 && <Empty>还没有说过。没收到、钱数不对，点那一项就能说。</Empty>}
            {found.tickets.map((ticket) => (
              <One key={ticket.id} ticket={ticket} onSaid={query.reload} />
            ))}
          </Section>
        )}
      </QueryView>
    </Page>
  );
}

function One({ ticket, onSaid }: { ticket: Ticket; onSaid: () => Promise<void> }) {
  const { line, what, text, again, answer, earlier } = ticket;
  const said = [DISPUTE_LABELS[what], text].filter(Boolean).join('。');
  return (
    <>
      <Row
        title={[line.title, line.fen !== null && money(line.fen)].filter(Boolean).join(' ')}
        tag={<Tag state={toneOf(ticket)}>{tagOf(ticket)}</Tag>}
        detail={
          <>
            <View>{`${again ? '您又说' : '您说'}：${said}`}</View>
            {earlier.map((one, at) => (
              <View
                key={String(at)}
                className="sw-sub"
              >{`${one.by} ${day(one.on)}答复：${one.text}（后来改了）`}</View>
            ))}
            {answer !== null && (
              <View>{`${answer.by} ${day(answer.on)}${earlier.length > 0 ? '改了答复' : '答复'}：${answer.text}`}</View>
            )}
          </>
        }
      />
      {ticket.maySayAgain && <Again ticket={ticket} onSaid={onSaid} />}
    </>
  );
}

function Again({ ticket, onSaid }: { ticket: Ticket; onSaid: () => Promise<void> }) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const say = useCommand((input: Input<'tickets.again'>, requestId: string) =>
    call('tickets.again', input, requestId),
  );
  const hand = async () => {
    const sent = await say.run({ ticketId: ticket.id, text });
    if (sent === undefined) return;
    toast(`收到了，${day(sent.ticket.dueOn)}前再答复您`);
    await onSaid();
  };
  if (!open)
    return (
      <View className="sw-pad sw-pb">
        <Button size="small" label={`还是不对，${ticket.line.title}`} onTap={() => setOpen(true)}>
          还是不对
        </Button>
      </View>
    );
  return (
    <View className="sw-pad sw-stack sw-pb">
      {say.error !== undefined && (
        <Note state="late" alert inset title={sentenceOf(say.error) ?? '没有网，没交上。再点一次。'} />
      )}
      <Field
        label="还有哪里不对"
        hint="只能再说一次，县里也会看到。"
        type="textarea"
        maxLength={200}
        optional
        onInput={setText}
      />
      <Button kind="primary" size="small" busy={say.busy} busyText="正在交…" onTap={hand}>
        再说一次
      </Button>
    </View>
  );
}

function toneOf({ answer, lateDays }: Ticket): 'ok' | 'off' | 'late' | 'doing' {
  if (answer !== null) return answer.outcome === 'RIGHT' ? 'off' : 'ok';
  return lateDays > 0 ? 'late' : 'doing';
}

function tagOf({ answer, lateDays, dueOn }: Ticket): string {
  if (answer !== null) return TICKET_OUTCOME_LABELS[answer.outcome];
  return lateDays > 0 ? `晚了 ${lateDays} 天` : `${day(dueOn)}前答复`;
}

const readAloud = (tickets: readonly Ticket[]): string =>
  tickets.length === 0
    ? '还没有说过。'
    : tickets
        .slice(0, 10)
        .map(
          (one) =>
            `${one.line.title}，您说${DISPUTE_LABELS[one.what]}，${tagOf(one)}。${one.answer?.text ?? ''}`,
        )
        .join('');
