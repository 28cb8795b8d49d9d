import type { RequestKind, RequestOutcome } from '@shared/casework';
import type { FollowUpResult, QuarterState, WorkChange } from '@shared/followups';
import type { Dispute } from '@shared/messages/payments';
import type { ProblemSource } from '@shared/problems';
import type { TicketOutcome } from '@shared/tickets';
import { statement } from '../adapters';

/** Villages of a unit with their township, those that are no more among them: cases keep their place. */
export const findPlaces = statement<{ code: string; village: string; town: string }>(
  'ledgers.places',
  `SELECT v.code, v.name AS village, t.name AS town FROM region v JOIN region t ON t.code = v.parent
    WHERE v.county = $1 AND v.level = 'VILLAGE' AND starts_with(v.code, $2) ORDER BY v.code`,
);

const dayOf = (instant: string) => `(${instant} AT TIME ZONE 'Asia/Shanghai')::date`;

/** Ids of cases of a unit that may make a line, a page from an id on: county, unit, from, to, after, how many. */
const cases = (name: string, where: string) =>
  statement<{ id: string }>(
    `ledgers.cases.${name}`,
    `SELECT r.id FROM case_row r
      WHERE r.county = $1 AND starts_with(r.village, $2) AND r.id > $5 AND ${where} ORDER BY r.id LIMIT $6`,
  );

const happened = (types: readonly string[]) =>
  `EXISTS (SELECT 1 FROM case_event e
            WHERE e.county = r.county AND e.case_id = r.id AND e.type IN (${types.map((type) => `'${type}'`).join(', ')})
              AND ${dayOf('e.at')} BETWEEN $3::date AND $4::date)`;

export const findReported = cases('reported', `${dayOf('r.clued_at')} BETWEEN $3::date AND $4::date`);

/** Families that a measure reached in the period, or should have. */
export const findHelped = cases(
  'helped',
  `EXISTS (SELECT 1 FROM support_measure m
            WHERE m.county = r.county AND m.case_id = r.id AND m.state NOT IN ('CANCELLED', 'NOT_NEEDED')
              AND coalesce(m.landed_on, m.due_on) BETWEEN $3::date AND $4::date)`,
);

/** Who helps these families now. */
export const findHelpers = statement<{ case_id: string; name: string }>(
  'ledgers.helpers',
  `SELECT h.case_id, p.name FROM helper_assignment h JOIN person p ON p.id = h.person_id
    WHERE h.county = $1 AND h.case_id = ANY ($2::text[]) AND h.ended_at IS NULL`,
);

export const findRefused = cases('refused', happened(['CaseRejected']));

export const findDisputed = cases(
  'disputed',
  happened(['ObjectionFiled', 'CaseReturned', 'FalseStatementReported', 'FamilyReminded']),
);

/** Families known by the last day, the newest case first: before '~' there is every id. ($3 is no bound: who was poor before is.) */
export const findFamilies = statement<{ id: string }>(
  'ledgers.families',
  `SELECT r.id FROM case_row r
    WHERE r.county = $1 AND starts_with(r.village, $2) AND r.id < coalesce(nullif($5, ''), '~')
      AND $3::date IS NOT NULL AND ${dayOf('r.clued_at')} <= $4::date
      AND r.state NOT IN ('MERGED', 'TRANSFERRED', 'NOT_ACCEPTED', 'WITHDRAWN', 'EXPIRED') ORDER BY r.id DESC LIMIT $6`,
);

/** What payers reported of these people in a period, by policy; the place of the digest in the question, from 1. */
export const sumPaid = statement<{ place: number; policy: string | null; fen: string }>(
  'ledgers.paid',
  `SELECT d.place, p.policy, sum(p.amount_fen) AS fen
     FROM unnest($2::bytea[]) WITH ORDINALITY AS d(digest, place)
     JOIN payment_received p ON p.county = $1 AND p.digest = d.digest
    WHERE p.paid_on BETWEEN $3::date AND $4::date GROUP BY 1, 2`,
);

export interface AskedRow {
  id: string;
  case_id: string;
  village: string;
  case_no: string;
  head_name: string;
  village_group: string;
  kind: RequestKind;
  key_id: string;
  sealed: Buffer;
  asked_on: string;
  due_on: string;
  outcome: RequestOutcome | null;
  answered_on: string | null;
  answered_name: string | null;
  answer_key_id: string | null;
  answer: Buffer | null;
}

/** What families asked of their villages, but those of which the caller, or who lent the role, is one ($7). */
export const findAsked = statement<AskedRow>(
  'ledgers.asked',
  `SELECT q.id, q.case_id, q.village, r.case_no, r.head_name, r.village_group, q.kind, q.key_id, q.sealed,
          ${dayOf('q.asked_at')} AS asked_on, q.due_on, q.outcome, ${dayOf('q.answered_at')} AS answered_on,
          a.name AS answered_name, q.answer_key_id, q.answer
     FROM household_request q JOIN case_row r ON r.county = q.county AND r.id = q.case_id
     LEFT JOIN person a ON a.id = q.answered_by
    WHERE q.county = $1 AND starts_with(q.village, $2) AND q.id > $5 AND ${dayOf('q.asked_at')} BETWEEN $3::date AND $4::date
      AND NOT EXISTS (SELECT 1 FROM case_party c
                       WHERE c.county = q.county AND c.case_id = q.case_id AND c.person_id = ANY ($7::text[]))
    ORDER BY q.id LIMIT $6`,
);

export interface TicketRow extends Omit<AskedRow, 'kind' | 'outcome' | 'answer_key_id'> {
  county: string;
  what: Dispute;
  outcome: TicketOutcome | null;
  answer_key: string | null;
}

/** What families said of lines of their money, as above. */
export const findTickets = statement<TicketRow>(
  'ledgers.tickets',
  `SELECT t.county, t.id, t.case_id, t.village, r.case_no, r.head_name, r.village_group, t.what, t.key_id, t.sealed,
          ${dayOf('t.asked_at')} AS asked_on, t.due_on, t.outcome, ${dayOf('t.answered_at')} AS answered_on,
          a.name AS answered_name, t.answer_key, t.answer
     FROM line_ticket t JOIN case_row r ON r.county = t.county AND r.id = t.case_id
     LEFT JOIN person a ON a.id = t.answered_by
    WHERE t.county = $1 AND starts_with(t.village, $2) AND t.id > $5 AND ${dayOf('t.asked_at')} BETWEEN $3::date AND $4::date
      AND NOT EXISTS (SELECT 1 FROM case_party c
                       WHERE c.county = t.county AND c.case_id = t.case_id AND c.person_id = ANY ($7::text[]))
    ORDER BY t.id LIMIT $6`,
);

export interface FoundRow {
  county: string;
  id: string;
  case_id: string | null;
  town: string;
  village: string;
  case_no: string | null;
  head_name: string | null;
  source: ProblemSource;
  key_id: string;
  sealed: Buffer;
  entered_on: string;
  due_on: string;
  claimed_by: string | null;
  mended_on: string | null;
  photos: number;
  closed_by: string | null;
  closed_on: string | null;
}

/** What was found by inspection and the like, as above. */
export const findFound = statement<FoundRow>(
  'ledgers.found',
  `SELECT q.county, q.id, q.case_id, CASE g.level WHEN 'VILLAGE' THEN t.name WHEN 'TOWN' THEN g.name ELSE '' END AS town,
          CASE g.level WHEN 'VILLAGE' THEN g.name ELSE '' END AS village, r.case_no, r.head_name, q.source, q.key_id, q.sealed,
          ${dayOf('q.entered_at')} AS entered_on, q.due_on, c.name AS claimed_by, ${dayOf('q.mended_at')} AS mended_on,
          cardinality(q.photo_ids) AS photos, z.name AS closed_by, ${dayOf('q.closed_at')} AS closed_on
     FROM problem q JOIN region g ON g.code = q.region LEFT JOIN region t ON t.code = g.parent
     LEFT JOIN case_row r ON r.county = q.county AND r.id = q.case_id
     LEFT JOIN person c ON c.id = q.claimed_by LEFT JOIN person z ON z.id = q.closed_by
    WHERE q.county = $1 AND starts_with(q.region, $2) AND q.id > $5 AND ${dayOf('q.entered_at')} BETWEEN $3::date AND $4::date
      AND NOT EXISTS (SELECT 1 FROM case_party k
                       WHERE k.county = q.county AND k.case_id = q.case_id AND k.person_id = ANY ($7::text[]))
    ORDER BY q.id LIMIT $6`,
);

export const findFindings = statement<{ village: string; month: string; found: number; mended: number }>(
  'ledgers.findings',
  `SELECT village, month, count(*)::int AS found, count(*) FILTER (WHERE mended)::int AS mended FROM notice_finding
    WHERE county = $1 AND starts_with(village, $2) AND month BETWEEN left($3, 7) AND left($4, 7)
    GROUP BY village, month ORDER BY village, month`,
);

/** Families of the register of which something was proposed, or ended, in the period or is under way. */
export const findLeaving = cases(
  'leaving',
  `EXISTS (SELECT 1 FROM elimination_event e
            WHERE e.county = r.county AND e.case_id = r.id AND e.type IN ('Proposed', 'Marked', 'ProposalEnded')
              AND ${dayOf('e.at')} BETWEEN $3::date AND $4::date)`,
);

/** Families with a sheet of one of the quarters ($3 and $4 are days of the first and the last one). */
export const findFollowed = cases(
  'followed',
  `EXISTS (SELECT 1 FROM quarterly_ledger q
            WHERE q.county = r.county AND q.case_id = r.id AND NOT q.superseded
              AND q.quarter BETWEEN to_char($3::date, 'YYYY"Q"Q') AND to_char($4::date, 'YYYY"Q"Q'))`,
);

export interface SheetRow {
  case_id: string;
  quarter: string;
  revision: number;
  state: QuarterState;
  income_a: string;
  income_b: string;
  income_c: string;
  income_d: string;
  cost_e: string;
  net: string;
  rigid: string;
  heads: number[];
  housing: boolean;
  water: boolean;
  school: boolean;
  insurance: boolean;
  work: WorkChange;
  result: FollowUpResult;
  signed: 'SCREEN' | 'PAPER' | 'FINGERPRINT' | 'NOBODY';
  recorder: string;
  visits: string[];
  key_id: string;
  sealed: Buffer;
}

/** The sheets of these families as they stand, with the days on which somebody looked after them in the quarter. */
export const findSheets = statement<SheetRow>(
  'ledgers.sheets',
  `SELECT q.case_id, q.quarter, q.revision, q.state, q.income_a, q.income_b, q.income_c, q.income_d, q.cost_e, q.net, q.rigid,
          q.heads, q.housing, q.water, q.school, q.insurance, q.work, q.result, q.signed, p.name AS recorder, q.key_id,
          q.sealed,
          ARRAY(SELECT DISTINCT f.on_day::text FROM follow_up f
                 WHERE f.county = q.county AND f.case_id = q.case_id AND to_char(f.on_day, 'YYYY"Q"Q') = q.quarter
                   AND f.result <> 'UNREACHABLE' ORDER BY 1) AS visits
     FROM quarterly_ledger q JOIN person p ON p.id = q.recorded_by
    WHERE q.county = $1 AND q.case_id = ANY ($2::text[]) AND NOT q.superseded
      AND q.quarter BETWEEN to_char($3::date, 'YYYY"Q"Q') AND to_char($4::date, 'YYYY"Q"Q')
    ORDER BY q.case_id, q.quarter`,
);

/** Of each of these families the newest sheet that the township has confirmed, filled in by a day. */
export const findConfirmed = statement<{
  case_id: string;
  quarter: string;
  revision: number;
  on_day: string;
  key_id: string;
  sealed: Buffer;
}>(
  'ledgers.confirmed',
  `SELECT DISTINCT ON (case_id) case_id, quarter, revision, on_day, key_id, sealed FROM quarterly_ledger
    WHERE county = $1 AND case_id = ANY ($2::text[]) AND NOT superseded AND state = 'DONE' AND on_day <= $3
    ORDER BY case_id, quarter DESC`,
);

export interface CheckedRow {
  code: string;
  meetings: string[];
  clues: number;
  opened: number;
  answered: number;
  signers: string[];
  notices: string[];
  due: number | null;
  done: number | null;
}

const IN_PERIOD = 'BETWEEN $3::date AND $4::date';
const CLUE = `FROM clue c WHERE c.county = v.county AND c.village = v.code AND ${dayOf('c.reported_at')} ${IN_PERIOD}`;
/** Reports that a round of checks brought in by themselves, with no clue before them. */
const FOUND = `FROM case_row r WHERE r.county = v.county AND r.village = v.code AND r.channel IN ('CADRE', 'CENTRAL_CHECK', 'DEPT_ALERT')
       AND ${dayOf('r.clued_at')} ${IN_PERIOD} AND NOT EXISTS (SELECT 1 FROM clue k WHERE k.county = r.county AND k.answer_case = r.id)`;

/** Rounds of checks that have a day in the period and were not withdrawn. */
const ROUND = 'FROM check_village k JOIN check_round o ON o.county = k.county AND o.id = k.round_id';
const ROUND_DAYS = 'o.first_day <= $4::date AND o.last_day >= $3::date AND o.withdrawn_at IS NULL';

/** A village a row, counted from its own records; of rounds the days of the period. */
export const findChecked = statement<CheckedRow>(
  'ledgers.checked',
  `SELECT v.code,
          ARRAY(SELECT ${dayOf('m.met_at')}::text FROM appraisal_meeting m
                 WHERE m.county = v.county AND m.village = v.code AND ${dayOf('m.met_at')} ${IN_PERIOD} ORDER BY 1) AS meetings,
          ((SELECT count(*) ${CLUE}) + (SELECT count(*) ${FOUND}))::int AS clues,
          ((SELECT count(*) ${CLUE} AND c.answer = 'OPENED')
            + (SELECT count(*) ${FOUND} AND r.state NOT IN ('SUBMITTED', 'NOT_ACCEPTED', 'MERGED')))::int AS opened,
          (SELECT count(*)::int ${CLUE} AND c.answer IN ('HELPED', 'NO_RISK')) AS answered,
          ARRAY(SELECT DISTINCT p.name FROM (SELECT c.reported_by AS person ${CLUE} AND c.channel = 'CADRE'
                  UNION SELECT c.answered_by ${CLUE} AND c.answered_by IS NOT NULL) AS s
                  JOIN person p ON p.id = s.person WHERE q.signers = '{}' ORDER BY p.name) || q.signers AS signers,
          q.due, q.done,
          ARRAY(SELECT n.first_day::text FROM notice n
                 WHERE n.county = v.county AND n.village = v.code AND n.first_day ${IN_PERIOD} ORDER BY 1) AS notices
     FROM region v CROSS JOIN LATERAL (
      SELECT CASE WHEN bool_and(k.due IS NOT NULL) THEN sum(k.due)::int END AS due, sum(n.households)::int AS done,
             ARRAY(SELECT p.name FROM person p
                    WHERE p.id = ANY (array_agg(k.reported_by) || array_agg(k.signed_by)) ORDER BY p.name) AS signers
        ${ROUND} CROSS JOIN LATERAL (
          SELECT coalesce(sum(d.households), 0) AS households FROM check_day d
           WHERE d.county = k.county AND d.round_id = k.round_id AND d.village = k.village AND d.day ${IN_PERIOD}) AS n
       WHERE k.county = v.county AND k.village = v.code AND ${ROUND_DAYS}) AS q
    WHERE v.county = $1 AND v.level = 'VILLAGE' AND starts_with(v.code, $2) AND v.valid_to IS NULL ORDER BY v.code`,
);

/** What villages reported of these rounds, sealed, once both have signed. */
export const findCheckReports = statement<{
  round_id: string;
  village: string;
  name: string;
  key_id: string;
  sealed: Buffer;
}>(
  'ledgers.checkReports',
  `SELECT k.round_id, k.village, o.name, k.key_id, k.sealed ${ROUND}
    WHERE k.county = $1 AND starts_with(k.village, $2) AND ${ROUND_DAYS} AND k.signed_at IS NOT NULL
    ORDER BY k.village, o.first_day, o.id`,
);
