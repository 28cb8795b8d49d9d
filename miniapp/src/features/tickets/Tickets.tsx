import { useMe } from '@miniapp/features/account';
import { DESK_FROM_PX, More, Staffed, TICKET_PAGE } from '@miniapp/features/staff';
import { go } from '@miniapp/platform/navigate';
import { useWidth } from '@miniapp/platform/width';
import { DataTable } from '@miniapp/ui/desk/DataTable';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { Link } from '@miniapp/ui/Link';
import { Page } from '@miniapp/ui/Page';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Tabs } from '@miniapp/ui/Tabs';
import { Tag } from '@miniapp/ui/Tag';
import { day } from '@shared/messages';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { TICKET_TABS, type Ticket, type TicketTab, useTickets } from './queries';
import { lineWords, saidWords, ticketTag } from './words';

const TAB_LABELS: Record<TicketTab, string> = { OPEN: '要答复', ANSWERED: '答复过' };
const EMPTY: Record<TicketTab, string> = { OPEN: '都答复完了', ANSWERED: '还没有答复过的' };

/** 补贴不对的: what families say of lines of their money; a department sees those that it paid. */
export function Tickets() {
  const [tab, setTab] = useState<TicketTab>('OPEN');
  const list = useTickets(tab);
  const me = useMe().data;
  const wide = useWidth() >= DESK_FROM_PX;
  const found = list.query.data;
  const ofDepartment = me?.grants.length !== 0 && me?.grants.every(({ role }) => role === 'DEPT');
  const late = found === undefined || found.late === 0 ? '' : `晚了 ${found.late} 件。`;
  return (
    <Page title="补贴不对的">
      <Head
        title={found === undefined ? '补贴不对的' : `补贴不对的 ${found.open} 件`}
        hint={`${late}${ofDepartment ? '您部门发的，' : ''}查一查，写明查到什么，农户马上能看到。`}
      />
      <Tabs
        label="补贴不对的"
        value={tab}
        onChange={setTab}
        tabs={TICKET_TABS.map((key) => ({
          key,
          label: TAB_LABELS[key],
          ...(key === 'OPEN' && { count: found?.open }),
        }))}
      />
      <Staffed query={list.query} rows={5}>
        {() => (
          <Section flush>
            {list.rows.length === 0 && <Empty>{EMPTY[tab]}</Empty>}
            {list.rows.length > 0 && wide ? (
              <TicketTable tickets={list.rows} />
            ) : (
              list.rows.map((ticket) => <TicketRow key={ticket.id} ticket={ticket} />)
            )}
            <More list={list} />
          </Section>
        )}
      </Staffed>
    </Page>
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
