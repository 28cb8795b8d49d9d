import type { Dispute } from '@shared/messages/payments';
import type { TicketLine, TicketOutcome } from '@shared/tickets';
import { statement } from '../adapters';

export interface TicketRow {
  county: string;
  id: string;
  case_id: string;
  village: string;
  village_name: string;
  department: string | null;
  line_kind: TicketLine;
  line_id: string;
  what: Dispute;
  key_id: string;
  sealed: Buffer;
  asked_at: string;
  due_on: string;
  again_of: string | null;
  outcome: TicketOutcome | null;
  answerer: string | null;
  answered_as: string | null;
  answered_at: string | null;
  answer_key: string | null;
  answer: Buffer | null;
  said_again: boolean;
  /** Whether the family spoke of the same line again since: then that ticket is the one that counts. */
  overtaken: boolean;
}

const TICKET = `SELECT t.county, t.id, t.case_id, t.village, v.name AS village_name, t.department, t.line_kind, t.line_id,
       t.what, t.key_id, t.sealed, t.asked_at, t.due_on, t.again_of, t.outcome, a.name AS answerer, t.answered_as,
       t.answered_at, t.answer_key, t.answer,
       EXISTS (SELECT 1 FROM line_ticket n WHERE n.county = t.county AND n.again_of = t.id) AS said_again,
       EXISTS (SELECT 1 FROM line_ticket n
                WHERE n.county = t.county AND n.case_id = t.case_id AND n.line_kind = t.line_kind AND n.line_id = t.line_id
                  AND (n.again_of = t.id OR n.asked_at > t.asked_at)) AS overtaken
  FROM line_ticket t JOIN region v ON v.code = t.village LEFT JOIN person a ON a.id = t.answered_by`;

/** Who is a party to a case sees its tickets as the family does, not as staff. */
const NOT_OWN = `NOT EXISTS (SELECT 1 FROM case_party c
                  WHERE c.county = t.county AND c.case_id = t.case_id AND c.person_id = $3)`;

/** Of a region ($2 its digits), or of departments ($4) when those are given. */
const MINE = `t.county = $1 AND starts_with(t.village, $2) AND ($4::text[] IS NULL OR t.department = ANY ($4)) AND ${NOT_OWN}`;

export const insertTicket = statement(
  'tickets.insert',
  `INSERT INTO line_ticket (county, id, case_id, village, department, line_kind, line_id, what, key_id, sealed, asked_by,
                            asked_at, due_on, again_of)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) ON CONFLICT DO NOTHING`,
);

export const findTicket = statement<TicketRow>('tickets.one', `${TICKET} WHERE t.county = $1 AND t.id = $2`);

export const findOfCase = statement<TicketRow>(
  'tickets.ofCase',
  `${TICKET} WHERE t.county = $1 AND t.case_id = $2 ORDER BY t.asked_at DESC, t.id DESC LIMIT 200`,
);

export const findOpen = statement<TicketRow>(
  'tickets.open',
  `${TICKET} WHERE ${MINE} AND t.outcome IS NULL AND (t.due_on, t.id) > ($5::date, $6)
   ORDER BY t.due_on, t.id LIMIT $7`,
);

export const findAnswered = statement<TicketRow>(
  'tickets.answered',
  `${TICKET} WHERE ${MINE} AND t.outcome IS NOT NULL AND (t.answered_at, t.id) < ($5::timestamptz, $6)
   ORDER BY t.answered_at DESC, t.id DESC LIMIT $7`,
);

export const countOpen = statement<{ open: number; late: number }>(
  'tickets.count',
  `SELECT count(*)::int AS open, count(*) FILTER (WHERE due_on < $5::date)::int AS late
     FROM (SELECT t.due_on FROM line_ticket t WHERE ${MINE} AND t.outcome IS NULL ORDER BY t.due_on LIMIT 999) AS waiting`,
);

/** Whoever answers second changes nothing. */
export const answerTicket = statement(
  'tickets.answer',
  `UPDATE line_ticket SET outcome = $3, answered_by = $4, answered_as = $5, answered_at = $6, answer_key = $7, answer = $8
    WHERE county = $1 AND id = $2 AND outcome IS NULL`,
);

export interface EarlierRow {
  county: string;
  ticket_id: string;
  nth: number;
  outcome: TicketOutcome;
  answerer: string;
  answered_at: string;
  answer_key: string;
  answer: Buffer;
}

export const findEarlier = statement<EarlierRow>(
  'tickets.earlier',
  `SELECT e.county, e.ticket_id, e.nth, e.outcome, p.name AS answerer, e.answered_at, e.answer_key, e.answer
     FROM line_ticket_answer e JOIN person p ON p.id = e.answered_by
    WHERE e.county = $1 AND e.ticket_id = ANY ($2::text[]) ORDER BY e.ticket_id, e.nth`,
);

/** Keeps the answer that stands as the nth; of two who put one right at once the second finds it kept already. */
export const keepAnswer = statement(
  'tickets.keepAnswer',
  `INSERT INTO line_ticket_answer (county, ticket_id, nth, outcome, answered_by, answered_as, answered_at, answer_key, answer)
   SELECT county, id, $3, outcome, answered_by, answered_as, answered_at, answer_key, answer
     FROM line_ticket WHERE county = $1 AND id = $2 AND outcome IS NOT NULL
   ON CONFLICT DO NOTHING`,
);

export const amendTicket = statement(
  'tickets.amend',
  `UPDATE line_ticket SET outcome = $3, answered_by = $4, answered_as = $5, answered_at = $6, answer_key = $7, answer = $8,
                          family_told = false
    WHERE county = $1 AND id = $2 AND outcome IS NOT NULL`,
);

/** It was theirs after all: it stands on statement, ledgers and the next card again. */
export const takeBack = statement(
  'tickets.takeBack',
  `UPDATE payment_not_theirs SET taken_back_at = $4, taken_back_by = $3
    WHERE county = $1 AND payment_id = $2 AND taken_back_at IS NULL`,
);

/** A payment of the family, to be said something of. */
export const findPayment = statement<{
  id: string;
  payer: string;
  paid_on: string;
  amount_fen: string;
  key_id: string;
  sealed: Buffer;
  member: number;
}>(
  'tickets.payment',
  `SELECT p.id, p.payer, p.paid_on, p.amount_fen, p.key_id, p.sealed, array_position($3::bytea[], p.digest) AS member
     FROM payment_received p WHERE p.county = $1 AND p.id = $2 AND p.digest = ANY ($3::bytea[])`,
);

/** A payment that was somebody else's: it stays as it was reported, and is nobody's of this family any more. */
export const setAside = statement(
  'tickets.setAside',
  `INSERT INTO payment_not_theirs (county, payment_id, nth, place, ticket_id, found_by, found_as, found_at)
   SELECT county, id, 1 + (SELECT count(*)::int FROM payment_not_theirs n WHERE n.county = $1 AND n.payment_id = $2),
          place, $3, $4, $5, $6 FROM payment WHERE county = $1 AND id = $2
   ON CONFLICT (county, payment_id) WHERE taken_back_at IS NULL DO NOTHING`,
);

/** Somebody's part in a case: who has one is no staff to it. */
export const findParty = statement<{ person_id: string }>(
  'tickets.party',
  'SELECT person_id FROM case_party WHERE county = $1 AND case_id = $2 AND person_id = $3',
);
