import { type Pages, usePages } from '@miniapp/features/staff';
import { call, type Output } from '@miniapp/platform/api';

export type Ticket = Output<'tickets.list'>['tickets'][number];
type Page = Omit<Output<'tickets.list'>, 'tickets'> & { rows: Ticket[] };

export type TicketTab = 'OPEN' | 'ANSWERED';

const PAGE = 50;

/** One tab of the tickets, a page at a time. */
export function useTickets(state: TicketTab): Pages<Ticket, Page> {
  return usePages<Ticket, Page>(`tickets:${state}`, async (cursor) => {
    const { tickets: rows, ...page } = await call('tickets.list', { state, cursor, limit: PAGE });
    return { ...page, rows };
  });
}
