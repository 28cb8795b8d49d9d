import { useMe } from '@miniapp/features/account';
import { OpenOrDone, TICKET_PAGE } from '@miniapp/features/staff';
import { go } from '@miniapp/platform/navigate';
import { DataTable } from '@miniapp/ui/desk/DataTable';
import { Link } from '@miniapp/ui/Link';
import { Row } from '@miniapp/ui/Row';
import { Tag } from '@miniapp/ui/Tag';
import { day } from '@shared/messages';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { type Ticket, type TicketTab, useTickets } from './queries';
import { lineWords, saidWords, ticketTag } from './words';

const TABS: Record<TicketTab, { label: string; empty: string }> = {
  OPEN: { label: '要答复', empty: '都答复完了' },
  ANSWERED: { label: '答复过', empty: '还没有答复过的' },
};

/** 补贴不对的: what families say of lines of their money; a department sees those that it paid. */
export function Tickets() {
  const [tab, setTab] = useState<TicketTab>('OPEN');
  const list = useTickets(tab);
  const me = useMe().data;
  const ofDepartment = me?.grants.length !== 0 && me?.grants.every(({ role }) => role === 'DEPT');
  return (
    <OpenOrDone
      title="补贴不对的"
      unit="件"
      wide
      hint={`${ofDepartment ? '您部门发的，' : ''}查一查，写明查到什么，农户马上能看到。`}
      tabs={TABS}
      tab={tab}
      onTab={setTab}
      list={list}
      row={(ticket) => <TicketRow key={ticket.id} ticket={ticket} />}
      table={(tickets) => <TicketTable tickets={tickets} />}
    />
  );
}

const open = ({ id }: Ticket) => go(TICKET_PAGE, { ticket: id });
const placeOf = ({ villageName, group }: Ticket) => [villageName, group].filter(Boolean).join(' ');

function TicketRow({ ticket }: { ticket: Ticket }) {
  const { line } = ticket;
  const tag = ticketTag(ticket);
  return (
    <Row
      title={`${line.member} · ${lineWords(ticket)}`}
      detail={
        <>
          <View>{saidWords(ticket)}</View>
          <View>{[placeOf(ticket), line.payer].filter(Boolean).join(' · ')}</View>
        </>
      }
      tag={<Tag state={tag.state}>{tag.text}</Tag>}
      onTap={() => open(ticket)}
    />
  );
}

function TicketTable({ tickets }: { tickets: readonly Ticket[] }) {
  return (
    <DataTable
      caption="补贴不对的"
      rowKey={({ id }) => id}
      rows={[...tickets]}
      columns={[
        {
          title: '发给谁',
          heading: true,
          cell: (ticket) => (
            <Link edge label={`${ticket.line.member} ${lineWords(ticket)}`} onTap={() => open(ticket)}>
              {ticket.line.member}
            </Link>
          ),
        },
        { title: '村组', cell: placeOf },
        { title: '哪一项', cell: lineWords },
        { title: '哪天发的', cell: ({ line }) => (line.on === null ? '' : day(line.on)) },
        { title: '谁发的', cell: ({ line }) => line.payer },
        { title: '怎么说的', cell: saidWords },
        {
          title: '到哪了',
          cell: (ticket) => <Tag state={ticketTag(ticket).state}>{ticketTag(ticket).text}</Tag>,
        },
      ]}
    />
  );
}
