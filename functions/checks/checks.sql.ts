import type { CheckTarget } from '@shared/checks';
import { statement } from '../adapters';

export interface RoundRow {
  id: string;
  name: string;
  region: string;
  places: string[];
  target: CheckTarget;
  first_day: string;
  last_day: string;
  opened_by: string;
  withdrawn_at: string | null;
  villages: number;
  closed: number;
  reported: number;
  due: number | null;
  done: number;
  clues: number;
}

const DONE = `(SELECT coalesce(sum(d.households), 0) FROM check_day d
                WHERE d.county = v.county AND d.round_id = v.round_id AND d.village = v.village)`;
const CLUES = `(SELECT count(*) FROM clue c
                 WHERE c.county = v.county AND c.check_round = v.round_id AND c.village = v.village)`;
const ROUND = `SELECT r.id, r.name, r.region,
         ARRAY(SELECT g.name FROM unnest(r.places) AS place JOIN region g ON g.code = rpad(place, 12, '0') ORDER BY place) AS places,
         r.target, r.first_day, r.last_day, p.name AS opened_by, r.withdrawn_at,
         count(*)::int AS villages, count(v.signed_at)::int AS closed, count(v.reported_at)::int AS reported,
         CASE WHEN bool_and(v.due IS NOT NULL) THEN sum(v.due)::int END AS due,
         sum(${DONE})::int AS done, sum(${CLUES})::int AS clues
    FROM check_round r JOIN person p ON p.id = r.opened_by
    JOIN check_village v ON v.county = r.county AND v.round_id = r.id`;

/** Rounds with what the villages of a scope have of them. */
export const findRounds = statement<RoundRow>(
  'checks.rounds',
  `${ROUND} WHERE r.county = $1 AND starts_with(v.village, $2)
   GROUP BY r.county, r.id, p.name ORDER BY r.first_day DESC, r.id DESC LIMIT 100`,
);

export const findRound = statement<RoundRow>(
  'checks.round',
  `${ROUND} WHERE r.county = $1 AND r.id = $2 GROUP BY r.county, r.id, p.name`,
);

export interface VillageRow {
  county: string;
  round_id: string;
  village: string;
  village_name: string;
  town_name: string;
  name: string;
  target: CheckTarget;
  first_day: string;
  last_day: string;
  withdrawn_at: string | null;
  due: number | null;
  done: number;
  clues: number;
  key_id: string | null;
  sealed: Buffer | null;
  reported_by: string | null;
  reported_by_name: string | null;
  reported_for: string | null;
  reported_at: string | null;
  signed_by_name: string | null;
  signed_at: string | null;
}

const VILLAGE = `SELECT v.county, v.round_id, v.village, g.name AS village_name, t.name AS town_name, r.name, r.target, r.first_day,
         r.last_day, r.withdrawn_at, v.due, ${DONE}::int AS done, ${CLUES}::int AS clues, v.key_id, v.sealed, v.reported_by,
         a.name AS reported_by_name, v.reported_for, v.reported_at, b.name AS signed_by_name, v.signed_at
    FROM check_village v JOIN check_round r ON r.county = v.county AND r.id = v.round_id
    JOIN region g ON g.code = v.village JOIN region t ON t.code = g.parent
    LEFT JOIN person a ON a.id = v.reported_by LEFT JOIN person b ON b.id = v.signed_by`;

/** Those that still go round first, by code. */
export const findVillages = statement<VillageRow>(
  'checks.villages',
  `${VILLAGE} WHERE v.county = $1 AND v.round_id = $2 ORDER BY v.signed_at IS NOT NULL, v.village`,
);

export const findVillage = statement<VillageRow>(
  'checks.village',
  `${VILLAGE} WHERE v.county = $1 AND v.round_id = $2 AND v.village = $3`,
);

/** Whoever writes holds the village's row: two who note at once are added one after the other. */
export const lockVillage = statement<{ village: string }>(
  'checks.lock',
  'SELECT village FROM check_village WHERE county = $1 AND round_id = $2 AND village = $3 FOR UPDATE',
);

/** Whoever changes the round as a whole holds all of its villages: nobody notes anything meanwhile. */
export const lockRound = statement<{ village: string }>(
  'checks.lockRound',
  'SELECT village FROM check_village WHERE county = $1 AND round_id = $2 ORDER BY village FOR UPDATE',
);

export const extendRound = statement(
  'checks.extendRound',
  'UPDATE check_round SET last_day = $3 WHERE county = $1 AND id = $2 AND withdrawn_at IS NULL',
);

export const insertExtension = statement(
  'checks.insertExtension',
  `INSERT INTO check_extension (county, round_id, number, region, was, last_day, by_id, at, key_id, sealed)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);

/** How often a round that is held was put off. */
export const countExtensions = statement<{ times: number }>(
  'checks.countExtensions',
  'SELECT count(*)::int AS times FROM check_extension WHERE county = $1 AND round_id = $2',
);

export const findExtensions = statement<{
  number: number;
  was: string;
  last_day: string;
  by_name: string;
  at: string;
  key_id: string;
  sealed: Buffer;
}>(
  'checks.extensions',
  `SELECT e.number, e.was, e.last_day, p.name AS by_name, e.at, e.key_id, e.sealed
     FROM check_extension e JOIN person p ON p.id = e.by_id
    WHERE e.county = $1 AND e.round_id = $2 ORDER BY e.number DESC`,
);

export const withdrawRound = statement(
  'checks.withdrawRound',
  `UPDATE check_round SET withdrawn_by = $3, withdrawn_at = $4, key_id = $5, withdrawn = $6
    WHERE county = $1 AND id = $2 AND withdrawn_at IS NULL`,
);

export const findWithdrawal = statement<{ by_name: string; at: string; key_id: string; sealed: Buffer }>(
  'checks.withdrawal',
  `SELECT p.name AS by_name, r.withdrawn_at AS at, r.key_id, r.withdrawn AS sealed
     FROM check_round r JOIN person p ON p.id = r.withdrawn_by WHERE r.county = $1 AND r.id = $2`,
);

export const findDays = statement<{ day: string; households: number; noted_by: string; name: string }>(
  'checks.days',
  `SELECT d.day, d.households, d.noted_by, p.name FROM check_day d JOIN person p ON p.id = d.noted_by
    WHERE d.county = $1 AND d.round_id = $2 AND d.village = $3 ORDER BY d.day DESC, d.noted_at DESC`,
);

export const insertRound = statement(
  'checks.insertRound',
  `INSERT INTO check_round (county, id, region, name, target, first_day, last_day, opened_by, opened_at, places)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);

/** Every village of the places; of a round of families on the list those that have some, with how many. */
export const insertVillages = statement(
  'checks.insertVillages',
  `INSERT INTO check_village (county, round_id, village, due)
   SELECT $1, $2, v.code, CASE WHEN $4 = 'REGISTER' THEN m.families END
     FROM region v CROSS JOIN LATERAL (
       SELECT count(*)::int AS families FROM monitored_household h
        WHERE h.county = $1 AND h.village = v.code AND h.monitored) AS m
    WHERE v.county = $1 AND v.level = 'VILLAGE' AND v.valid_to IS NULL
      AND EXISTS (SELECT 1 FROM unnest($3::text[]) AS place WHERE starts_with(v.code, place))
      AND ($4 = 'ALL' OR m.families > 0)`,
);

export const setDue = statement(
  'checks.setDue',
  'UPDATE check_village SET due = $4 WHERE county = $1 AND round_id = $2 AND village = $3',
);

export const noteDay = statement(
  'checks.note',
  `INSERT INTO check_day (county, round_id, village, day, noted_by, households, noted_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7)
   ON CONFLICT (county, round_id, village, day, noted_by)
   DO UPDATE SET households = EXCLUDED.households, noted_at = EXCLUDED.noted_at`,
);

export const reportVillage = statement(
  'checks.report',
  `UPDATE check_village SET key_id = $4, sealed = $5, reported_by = $6, reported_for = $7, reported_at = $8
    WHERE county = $1 AND round_id = $2 AND village = $3 AND reported_by IS NULL`,
);

export const signVillage = statement(
  'checks.sign',
  `UPDATE check_village SET signed_by = $4, signed_at = $5
    WHERE county = $1 AND round_id = $2 AND village = $3 AND reported_by IS NOT NULL AND signed_by IS NULL`,
);
