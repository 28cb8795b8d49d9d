import type { FamilyFact, RequestKind, RequestOutcome } from '@shared/casework';
import { statement } from '../adapters';

export interface RequestRow {
  id: string;
  case_id: string;
  person_id: string;
  kind: RequestKind;
  fact: FamilyFact | string;
  member_key: string;
  key_id: string;
  sealed: Buffer;
  asked_at: string;
  due_on: string;
  outcome: RequestOutcome | null;
  answered_at: string | null;
  answered_name: string | null;
  answer_key_id: string | null;
  answer: Buffer | null;
  asked_name: string;
  case_no: string;
  head_name: string;
  village_group: string;
  village_name: string;
}

const SELECT = `SELECT q.id, q.case_id, q.person_id, q.kind, q.fact, q.member_key, q.key_id, q.sealed, q.asked_at,
       q.due_on, q.outcome, q.answered_at, q.answer_key_id, q.answer, p.name AS asked_name, a.name AS answered_name,
       r.case_no, r.head_name, r.village_group, v.name AS village_name
  FROM household_request q
  JOIN case_row r ON r.county = q.county AND r.id = q.case_id
  JOIN region v ON v.code = q.village
  JOIN person p ON p.id = q.person_id
  LEFT JOIN person a ON a.id = q.answered_by`;

/** Who is a party to a case sees its requests as the family does, not as staff. */
const NOT_OWN = `NOT EXISTS (SELECT 1 FROM case_party c
                  WHERE c.county = q.county AND c.case_id = q.case_id AND c.person_id = $3)`;

export const findRequestsOfCase = statement<RequestRow>(
  'households.requestsOfCase',
  `${SELECT} WHERE q.county = $1 AND q.case_id = $2 ORDER BY q.asked_at DESC, q.id DESC LIMIT 100`,
);

export const findRequest = statement<RequestRow>(
  'households.findRequest',
  `${SELECT} WHERE q.county = $1 AND q.id = $2`,
);

export const findOpenRequests = statement<RequestRow>(
  'households.openRequests',
  `${SELECT} WHERE q.county = $1 AND starts_with(q.village, $2) AND ${NOT_OWN} AND q.outcome IS NULL
   ORDER BY q.due_on, q.id LIMIT 200`,
);

export const findAnsweredRequests = statement<RequestRow>(
  'households.answeredRequests',
  `${SELECT} WHERE q.county = $1 AND starts_with(q.village, $2) AND ${NOT_OWN} AND q.outcome IS NOT NULL
   ORDER BY q.answered_at DESC, q.id LIMIT 30`,
);

/** Whoever answers second changes nothing. */
export const answerRequest = statement(
  'households.answer',
  `UPDATE household_request SET outcome = $3, answered_at = $4, answered_by = $5, answer_key_id = $6, answer = $7
    WHERE county = $1 AND id = $2 AND outcome IS NULL`,
);
