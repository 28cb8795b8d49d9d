import { type Statement, statement } from '../adapters';

/** A county is read from one index, a township, and what lies in it, from another. */
export type GlanceLevel = 'COUNTY' | 'TOWN';

const each = <Row>(name: string, text: (inRegion: (table: string) => string) => string) =>
  ({
    COUNTY: statement<Row>(
      `${name}.county`,
      text((t) => `${t}.county = $1 AND starts_with(${t}.village, $2)`),
    ),
    TOWN: statement<Row>(
      `${name}.town`,
      text((t) => `${t}.county = $1 AND ${t}.town = left($2, 9) AND starts_with(${t}.village, $2)`),
    ),
  }) satisfies Record<GlanceLevel, Statement<Row>>;

/*
 * In every statement: $1 county, $2 region, $3 cases to which the caller is a party. Those are nobody's number here, as in
 * the queue. A number and its list are read from the same words, so that they cannot differ.
 */

/**
 * Counts of a whole county are planned for the very days and region that are asked for: a plan for any of them goes through
 * an index and costs twice as much from the sixth time on. For the rest of the transaction.
 */
export const planAnew = statement(
  'glance.planAnew',
  "SELECT set_config('plan_cache_mode', 'force_custom_plan', true)",
);

/** What a move counts as; $4 first and $5 last day of the period, $6 states in which a case is over. */
const MOVES = {
  CAME_IN: "m.type = 'ReportSubmitted'",
  WENT_OUT: 'm.to_state = ANY ($6::text[]) AND m.from_state <> ALL ($6::text[])',
  DECIDED: 'm.first_decision',
  ON_TIME: 'm.first_decision AND m.on_time',
  STEP: 'm.days IS NOT NULL AND NOT m.paused',
} as const;
export type MoveCount = keyof typeof MOVES;

const MOVED = 'm.on_day BETWEEN $4 AND $5 AND m.case_id <> ALL ($3::text[])';

/**
 * By village what came in and was decided; and, in the same reading, how often a step took so many days: then `village` is
 * null.
 */
export const countMoves = each<
  { village: string | null; state: string | null; days: number | null; times: number } & Record<
    'CAME_IN' | 'DECIDED' | 'ON_TIME',
    number
  >
>(
  'glance.moves',
  (inRegion) => `
  SELECT m.village, m.from_state AS state, m.days, count(*) FILTER (WHERE ${MOVES.STEP}) AS times,
         count(*) FILTER (WHERE ${MOVES.CAME_IN}) AS "CAME_IN",
         count(*) FILTER (WHERE ${MOVES.DECIDED}) AS "DECIDED", count(*) FILTER (WHERE ${MOVES.ON_TIME}) AS "ON_TIME"
    FROM case_move m WHERE ${inRegion('m')} AND ${MOVED} GROUP BY GROUPING SETS ((m.village), (m.from_state, m.days))`,
);

/** A case that ended twice in the period is counted once. By itself: counting what is distinct sorts all that it reads. */
export const countOut = each<{ village: string; WENT_OUT: number }>(
  'glance.out',
  (inRegion) => `
  SELECT o.village, count(*) AS "WENT_OUT"
    FROM (SELECT DISTINCT m.village, m.case_id
            FROM case_move m WHERE ${inRegion('m')} AND ${MOVED} AND ${MOVES.WENT_OUT}) AS o
   GROUP BY o.village`,
);

/** Open cases by village; $4 today, $5 the day up to which a case is due soon. Every open case stands in the list ALL. */
export const countOpen = each<{ village: string; OPEN: number; OVERDUE: number; DUE_SOON: number }>(
  'glance.open',
  (inRegion) => `
  SELECT l.village, count(*) AS "OPEN", count(*) FILTER (WHERE l.due_key < $4::date) AS "OVERDUE",
         count(*) FILTER (WHERE l.due_key BETWEEN $4::date AND $5::date) AS "DUE_SOON"
    FROM case_list l WHERE ${inRegion('l')} AND l.list = 'ALL' AND l.case_id <> ALL ($3::text[])
   GROUP BY l.village`,
);

/** Late cases by who holds them; $4 today. */
export const countLate = each<{
  holder: string;
  person: string | null;
  name: string | null;
  cases: number;
  since: string;
}>(
  'glance.late',
  (inRegion) => `
  SELECT late.*, p.name
    FROM (SELECT r.holder, r.holder_id AS person, count(*) AS cases, min(l.due_key) AS since
            FROM case_list l JOIN case_row r ON r.county = l.county AND r.id = l.case_id
           WHERE ${inRegion('l')} AND l.list = 'ALL' AND l.due_key < $4::date AND l.case_id <> ALL ($3::text[])
           GROUP BY r.holder, r.holder_id) AS late
    LEFT JOIN person p ON p.id = late.person
   ORDER BY late.cases DESC, late.since, late.holder, p.name NULLS FIRST`,
);

export interface ListedRow {
  id: string;
  seq: number | null;
  case_no: string;
  head_name: string;
  village_name: string;
  state: string;
  due_on: string | null;
  due_key: string;
  on_day: string | null;
  days: number | null;
}

const LISTED = `r.id, r.case_no, r.head_name, v.name AS village_name, r.state, r.due_on, r.due_key`;

/**
 * A page of open cases, the first due first: $4 and $5 days between which they are due, $6 who holds them or '', $7 in whose
 * hands, '' for all and '-' for nobody's, $8 village or '', $9 and $10 where the page before ended, $11 how many.
 */
export const listOpen = each<ListedRow>(
  'glance.listOpen',
  (inRegion) => `
  SELECT ${LISTED}, NULL::int AS seq, NULL::date AS on_day, NULL::int AS days
    FROM case_list l JOIN case_row r ON r.county = l.county AND r.id = l.case_id JOIN region v ON v.code = r.village
   WHERE ${inRegion('l')} AND l.list = 'ALL' AND l.due_key BETWEEN $4::date AND $5::date AND l.case_id <> ALL ($3::text[])
     AND ($6 = '' OR r.holder = $6) AND ($7 = '' OR coalesce(r.holder_id, '-') = $7) AND ($8 = '' OR l.village = $8)
     AND (l.due_key, l.case_id) > ($9::date, $10)
   ORDER BY l.due_key, l.case_id LIMIT $11`,
);

/** A page of moves by case; $7 the state that was left or '', $8 village or '', $9 and $10 where the page before ended, $11 how many. */
const listMoved = (what: MoveCount) =>
  each<ListedRow>(
    `glance.list.${what}`,
    (inRegion) => `
  SELECT ${LISTED}, page.seq, page.on_day, page.days
    FROM (SELECT m.case_id, ${what === 'WENT_OUT' ? 'max(m.seq) AS seq, max(m.on_day) AS on_day' : 'm.seq, m.on_day'},
                 ${what === 'STEP' ? 'm.days' : 'NULL::int AS days'}
            FROM case_move m
           WHERE ${inRegion('m')} AND ${MOVED} AND ($6::text[]) IS NOT NULL AND ${MOVES[what]}
             AND ($7 = '' OR m.from_state = $7) AND ($8 = '' OR m.village = $8) AND (m.case_id, m.seq) > ($9, $10::int)
           ${what === 'WENT_OUT' ? 'GROUP BY m.case_id' : ''}
           ORDER BY m.case_id, seq LIMIT $11) AS page
    JOIN case_row r ON r.county = $1 AND r.id = page.case_id JOIN region v ON v.code = r.village
   ORDER BY page.case_id, page.seq`,
  );

export const listMoves = {
  CAME_IN: listMoved('CAME_IN'),
  WENT_OUT: listMoved('WENT_OUT'),
  DECIDED: listMoved('DECIDED'),
  ON_TIME: listMoved('ON_TIME'),
  STEP: listMoved('STEP'),
} satisfies Record<MoveCount, unknown>;
