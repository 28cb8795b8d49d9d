import { day, money } from '@shared/messages';
import { DISPUTE_LABELS } from '@shared/messages/payments';
import { TICKET_OUTCOME_LABELS } from '@shared/messages/tickets';
import type { Ticket } from './queries';

/** 「医疗救助 5,800 元」 */
export const lineWords = ({ line: { title, fen } }: Ticket): string =>
  [title, fen !== null && money(fen)].filter(Boolean).join(' ');

/** 「没收到：卡上没有这笔」 */
export const saidWords = ({ what, text, again }: Ticket): string =>
  [again ? `第二次说${DISPUTE_LABELS[what]}` : DISPUTE_LABELS[what], text].filter(Boolean).join('：');

export function ticketTag({ answer, lateDays, dueOn }: Ticket): {
  state: 'ok' | 'off' | 'late' | 'doing';
  text: string;
} {
  if (answer !== null)
    return {
      state: answer.outcome === 'RIGHT' ? 'off' : 'ok',
      text: TICKET_OUTCOME_LABELS[answer.outcome],
    };
  return lateDays > 0
    ? { state: 'late', text: `晚了 ${lateDays} 天` }
    : { state: 'doing', text: `${day(dueOn)}前` };
}
