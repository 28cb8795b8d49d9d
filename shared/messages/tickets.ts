import type { TicketOutcome } from '@shared/tickets';

/** What came of a ticket, as the family reads it. */
export const TICKET_OUTCOME_LABELS: Record<TicketOutcome, string> = {
  PAID: '补发了',
  CORRECTED: '改过来了',
  RIGHT: '查过，没有错',
};
