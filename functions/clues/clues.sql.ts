import { statement } from '../adapters';

export interface ClueRecord {
  county: string;
  id: string;
  village: string;
  village_name: string;
  channel: string;
  /** The round of checks in which it was found. */
  check_round: string | null;
  department: string | null;
  warning: string | null;
  risk: string;
  known_case: string | null;
  known_head: string | null;
  known_group: string | null;
  known_state: string | null;
  key_id: string;
  sealed: Buffer;
  reporter: string;
  reported_at: string;
  due_on: string;
  answer: string | null;
  answerer: string | null;
  answered_at: string | null;
  answer_case: string | null;
  answer_key: string | null;
  answer_words: Buffer | null;
}

const CLUE = `SELECT c.county, c.id, c.village, v.name AS village_name, c.channel, c.check_round, c.department, c.warning, c.risk,
         k.id AS known_case, k.head_name AS known_head, k.village_group AS known_group, k.state AS known_state,
         c.key_id, c.sealed, p.name AS reporter, c.reported_at, c.due_on, c.answer, a.name AS answerer, c.answered_at,
         c.answer_case, c.answer_key, c.answer_words
    FROM clue c JOIN region v ON v.code = c.village JOIN person p ON p.id = c.reported_by
    LEFT JOIN person a ON a.id = c.answered_by
    LEFT JOIN case_row k ON k.county = c.county AND k.id = c.known_case`;

/** The column that each level of region is an exact value of, as in the queue of cases. */
const LEVELS = { 6: 'c.county = $2', 9: 'c.town = $2', 12: 'c.village = $2' } as const;
export type Digits = keyof typeof LEVELS;

const byDigits = <T>(make: (where: string, digits: number) => T): Record<Digits, T> => ({
  6: make(LEVELS[6], 6),
  9: make(LEVELS[9], 9),
  12: make(LEVELS[12], 12),
});

export const findOpen = byDigits((where, digits) =>
  statement<ClueRecord>(
    `clues.open.${digits}`,
    `${CLUE} WHERE c.county = $1 AND ${where} AND c.answered_at IS NULL AND ($3 = 'ALL' OR c.channel = $3)
       AND (c.due_on, c.id) > ($4::date, $5) ORDER BY c.due_on, c.id LIMIT $6`,
  ),
);

/** Answered ones, the newest first; $4 is the instant before which they were answered. */
export const findAnswered = statement<ClueRecord>(
  'clues.answered',
  `${CLUE} WHERE c.county = $1 AND starts_with(c.village, $2) AND c.answered_at IS NOT NULL
      AND ($3 = 'ALL' OR c.channel = $3) AND (c.answered_at, c.id) < ($4::timestamptz, $5)
    ORDER BY c.answered_at DESC, c.id DESC LIMIT $6`,
);

export const countOpen = byDigits((where, digits) =>
  statement<{ all: number; dept: number; cadre: number; late: number }>(
    `clues.count.${digits}`,
    `SELECT count(*) AS all, count(*) FILTER (WHERE c.channel = 'DEPT_ALERT') AS dept,
            count(*) FILTER (WHERE c.channel = 'CADRE') AS cadre, count(*) FILTER (WHERE c.due_on < $3::date) AS late
       FROM clue c WHERE c.county = $1 AND ${where} AND c.answered_at IS NULL`,
  ),
);

export const findClue = statement<ClueRecord>('clues.one', `${CLUE} WHERE c.county = $1 AND c.id = $2`);

/** Whoever answers holds it: a second one waits, then finds it answered. */
export const lockClue = statement<{ id: string }>(
  'clues.lock',
  'SELECT id FROM clue WHERE county = $1 AND id = $2 FOR UPDATE',
);

export const answerClue = statement(
  'clues.answer',
  `UPDATE clue SET answer = $3, answered_by = $4, answered_as = $5, answered_at = $6, answer_case = $7,
          answer_key = $8, answer_words = $9
    WHERE county = $1 AND id = $2 AND answered_at IS NULL`,
);

export const findFamilies = statement<{
  id: string;
  head_name: string;
  village_group: string;
  included: boolean;
}>(
  'clues.families',
  `SELECT id, head_name, village_group, state = 'INCLUDED' AS included FROM (
     SELECT DISTINCT ON (r.head_name, r.village_group) r.* FROM case_row r
      WHERE r.county = $1 AND r.village = $2 AND r.state NOT IN ('MERGED', 'TRANSFERRED')
      ORDER BY r.head_name, r.village_group, r.open DESC, r.id DESC) AS newest
    WHERE NOT open ORDER BY included DESC, head_name, id LIMIT 300`,
);

export const insertClues = statement<{ id: string }>(
  'clues.insert',
  `INSERT INTO clue (county, channel, department, reported_by, reported_at, due_on, id, village, warning, risk, digest,
                     known_case, key_id, sealed, check_round)
   SELECT $1, $2, $3, $4, $5, $6, c.*, $15
     FROM unnest($7::text[], $8::text[], $9::text[], $10::text[], $11::bytea[], $12::text[], $13::text[], $14::bytea[])
       AS c(id, village, warning, risk, digest, known_case, key_id, sealed)
   ON CONFLICT (county, digest, warning) WHERE answered_at IS NULL AND warning IS NOT NULL DO NOTHING
   RETURNING id`,
);

/** A round of checks that reaches a village and was not withdrawn. Who withdraws it meanwhile waits, and finds the clue. */
export const findCheck = statement<{ village: string }>(
  'clues.check',
  `SELECT v.village FROM check_village v JOIN check_round r ON r.county = v.county AND r.id = v.round_id
    WHERE v.county = $1 AND v.round_id = $2 AND v.village = $3 AND r.withdrawn_at IS NULL FOR UPDATE OF v`,
);

/** Two files of one county are matched one slice after the other. */
export const lockCounty = statement(
  'clues.lockCounty',
  "SELECT pg_advisory_xact_lock(hashtextextended('clue/' || $1, 0))",
);

export interface KnownPerson {
  /** Place of the digest in the question, from 1. */
  place: number;
  open: boolean;
  case_id: string;
  village: string;
}

/** Of each person the open case, else the newest that was not merged or sent elsewhere. */
export const findKnown = statement<KnownPerson>(
  'clues.known',
  `SELECT d.place, k.open, k.case_id, k.village
     FROM unnest($2::bytea[]) WITH ORDINALITY AS d(digest, place)
     CROSS JOIN LATERAL (
       SELECT i.open, i.case_id, r.village
         FROM case_person_index i JOIN case_row r ON r.county = i.county AND r.id = i.case_id
        WHERE i.county = $1 AND i.kind = 'ID' AND i.digest = d.digest AND r.state NOT IN ('MERGED', 'TRANSFERRED')
        ORDER BY i.open DESC, i.case_id DESC LIMIT 1) AS k`,
);

/** Which of these warnings wait already, or were sent since that moment. */
export const findSent = statement<{ place: number }>(
  'clues.sent',
  `SELECT d.place FROM unnest($2::bytea[], $3::text[]) WITH ORDINALITY AS d(digest, warning, place)
    WHERE EXISTS (SELECT 1 FROM clue c
                   WHERE c.county = $1 AND c.digest = d.digest AND c.warning = d.warning
                     AND (c.answered_at IS NULL OR c.reported_at >= $4))`,
);

export const findVillages = statement<{ code: string; name: string; town: string }>(
  'clues.villages',
  `SELECT v.code, v.name, t.name AS town FROM region v JOIN region t ON t.code = v.parent
    WHERE v.county = $1 AND v.level = 'VILLAGE' AND v.valid_to IS NULL`,
);
