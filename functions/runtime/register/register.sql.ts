import type { HouseholdType, RiskType } from '@shared/casework';
import type { ExitStep } from '@shared/elimination';
import type { EliminationMode } from '@shared/publicity/codes';
import type { RegisterStatus } from '@shared/register';
import { statement } from '../../adapters/postgres/statement';

export interface RegisterRow {
  case_id: string;
  village: string;
  status: RegisterStatus;
  household_type: HouseholdType | null;
  risks: RiskType[];
  identified_on: string;
  entries: number;
  previous_case_id: string | null;
  mode: EliminationMode | null;
  eliminated_on: string | null;
  observe_until: string | null;
  closed_on: string | null;
  version: number;
}

const COLUMNS = `case_id, village, status, household_type, risks, identified_on, entries, previous_case_id, mode, eliminated_on,
       observe_until, closed_on, version`;

export const findEntry = statement<RegisterRow>(
  'register.entry',
  `SELECT ${COLUMNS} FROM monitored_household WHERE county = $1 AND case_id = $2`,
);

/** Of a region (a code's leading digits), those with one of the statuses, in order of case, a page from behind `$4` on. */
export const findEntries = statement<RegisterRow>(
  'register.entries',
  `SELECT ${COLUMNS} FROM monitored_household
    WHERE county = $1 AND starts_with(village, $2) AND status = ANY ($3::text[]) AND case_id > $4
    ORDER BY case_id LIMIT $5`,
);

/** Facts of the entry for a page of the register. */
export interface ListedRow extends RegisterRow {
  head_name: string;
  village_group: string;
  member_count: number | null;
  village_name: string;
  step: ExitStep | null;
  due_on: string | null;
}

/** Nobody works on a family of her own: what `$4` is a party of is neither listed nor counted. */
const NOT_ONES_OWN = `NOT EXISTS (SELECT 1 FROM case_party p
                       WHERE p.county = m.county AND p.case_id = m.case_id AND p.person_id = $4)`;

const listed = (where: string) =>
  `SELECT ${COLUMNS.split(', ')
    .map((column) => `m.${column.trim()}`)
    .join(', ')}, m.step, m.due_on, r.head_name, r.village_group, r.member_count, v.name AS village_name
     FROM monitored_household m JOIN case_row r ON r.county = m.county AND r.id = m.case_id
     JOIN region v ON v.code = m.village
    WHERE m.county = $1 AND starts_with(m.village, $2) AND m.case_id > $3
      AND ${NOT_ONES_OWN}
      AND ${where}
    ORDER BY m.case_id LIMIT $5`;

/** Lists of the register's page, each by case: on the list, on the way off or back, off it, gone. */
export const listEntries = {
  MONITORED: statement<ListedRow>('register.monitored', listed('m.monitored AND m.step IS NULL')),
  MOVING: statement<ListedRow>('register.moving', listed('m.step IS NOT NULL')),
  ELIMINATED: statement<ListedRow>(
    'register.eliminated',
    listed("m.status = 'ELIMINATED' AND m.step IS NULL"),
  ),
  GONE: statement<ListedRow>('register.gone', listed('m.closed_on IS NOT NULL')),
} as const;

/** How long each list is, `$4` as there, and how many are late on a day. */
export const countEntries = statement<{
  monitored: number;
  moving: number;
  eliminated: number;
  gone: number;
  late: number;
}>(
  'register.count',
  `SELECT count(*) FILTER (WHERE monitored AND step IS NULL)::int AS monitored,
          count(*) FILTER (WHERE step IS NOT NULL)::int AS moving,
          count(*) FILTER (WHERE status = 'ELIMINATED' AND step IS NULL)::int AS eliminated,
          count(*) FILTER (WHERE closed_on IS NOT NULL)::int AS gone,
          count(*) FILTER (WHERE step IS NOT NULL AND due_on < $3)::int AS late
     FROM monitored_household m WHERE county = $1 AND starts_with(village, $2) AND ${NOT_ONES_OWN}`,
);

/** Publicity of eliminations whose last day is over. */
export const findExitOver = statement<{ case_id: string }>(
  'register.exitOver',
  `SELECT case_id FROM monitored_household
    WHERE county = $1 AND step = 'PUBLICITY' AND publicity_until < $2 ORDER BY case_id LIMIT 500`,
);

/** Families that are still visited after the mark, from the day after it on. */
export const findObserved = statement<{ case_id: string }>(
  'register.observed',
  `SELECT m.case_id FROM monitored_household m
    WHERE m.county = $1 AND m.status = 'ELIMINATED' AND m.observe_until >= $2 AND m.eliminated_on < $2
      AND NOT EXISTS (SELECT 1 FROM warning_given w
                       WHERE w.county = m.county AND w.case_id = m.case_id AND w.key = 'observe:' || left($2::text, 7))
    ORDER BY m.case_id LIMIT 500`,
);

/** Proposals past their day, or due on it; each is said once a day in the digest of its office. */
export const findExitDue = statement<{ parties: string[]; village: string; step: ExitStep; due_on: string }>(
  'register.exitDue',
  `SELECT village, step, due_on,
          ARRAY(SELECT p.person_id FROM case_party p WHERE p.county = m.county AND p.case_id = m.case_id) AS parties
     FROM monitored_household m
    WHERE county = $1 AND step IS NOT NULL AND due_on <= $2 ORDER BY due_on, case_id LIMIT 2000`,
);

/** Entries of before the register lack what is sealed in their case. */
export const findUntyped = statement<{ case_id: string }>(
  'register.untyped',
  'SELECT case_id FROM monitored_household WHERE county = $1 AND household_type IS NULL ORDER BY case_id LIMIT 200',
);

export const fillEntry = statement(
  'register.fill',
  'UPDATE monitored_household SET household_type = $3, risks = $4 WHERE county = $1 AND case_id = $2',
);

export const insertEntry = statement(
  'register.insert',
  `INSERT INTO monitored_household (county, case_id, village, status, household_type, risks, identified_on, entries,
                                    previous_case_id, updated_at)
   VALUES ($1, $2, $3, 'ACTIVE', $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
);

export interface ExitEventRow {
  seq: number;
  from_status: RegisterStatus;
  to_status: RegisterStatus;
  actor_person: string;
  actor_role: string;
  at: string;
  key_id: string;
  sealed: Buffer;
}

export const findExitEvents = statement<ExitEventRow>(
  'register.exitEvents',
  `SELECT seq, from_status, to_status, actor_person, actor_role, at, key_id, sealed
     FROM elimination_event WHERE county = $1 AND case_id = $2 ORDER BY seq`,
);

export const insertExitEvents = statement(
  'register.insertExitEvents',
  `INSERT INTO elimination_event (county, case_id, village, request_id, actor_person, actor_role, at,
                                  seq, type, from_status, to_status, key_id, sealed)
   SELECT $1, $2, $3, $4, $5, $6, $7, e.*
     FROM unnest($8::int[], $9::text[], $10::text[], $11::text[], $12::text[], $13::bytea[])
       AS e(seq, type, from_status, to_status, key_id, sealed)`,
);

/** Over the version that was read alone: whoever comes second writes nothing. */
export const updateEntry = statement(
  'register.update',
  `UPDATE monitored_household
      SET status = $4, step = $5, due_on = $6, publicity_until = $7, mode = $8, eliminated_on = $9, observe_until = $10,
          closed_on = $11, version = $12, updated_at = $13
    WHERE county = $1 AND case_id = $2 AND version = $3`,
);

/** A family that was struck off is on no way out any more: who proposed it finds the version gone. */
export const strikeOff = statement(
  'register.strikeOff',
  `UPDATE monitored_household
      SET status = 'RECTIFIED_REMOVED', closed_on = $3, due_on = NULL, step = NULL, version = version + 1, updated_at = $4
    WHERE county = $1 AND case_id = $2 AND closed_on IS NULL`,
);
