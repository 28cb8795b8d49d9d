import { statement } from '../adapters';

export const findVillage = statement<{ code: string }>(
  'reviews.village',
  "SELECT code FROM region WHERE code = $1 AND level = 'VILLAGE' AND valid_to IS NULL",
);

export interface QueueRowRow {
  id: string;
  case_no: string;
  head_name: string;
  village_group: string;
  village: string;
  village_name: string;
  member_count: number | null;
  state: string;
  channel: string;
  holder: string;
  due_on: string | null;
  due_key: string;
  cap_due_on: string;
  paused: boolean;
  withdrawal_asked: boolean;
  waiting_for: string;
  reminded: boolean;
  returned: boolean;
  holder_id: string | null;
  holder_name: string | null;
}

/**
 * Lists from which to read, by the level of their regions: each level has an index that is in order of due date within
 * one list of one region, and one branch of the statement. `key` says for what it is read.
 */
const SOURCES = 'unnest($1::text[], $2::text[], $3::text[], $4::date[])';
const LEVELS = {
  6: 'l.county = s.region::char(6)',
  9: 'l.town = s.region',
  12: 'l.village = s.region',
} as const;

/** $5 cases to which the caller is a party (a party is never the handler), $6 and $7 where the page before ended, $8 how many at most of each source. */
const ENTRIES = Object.entries(LEVELS)
  .map(
    ([digits, inRegion]) => `
       SELECT s.key, e.due_key, e.case_id
         FROM ${SOURCES} AS s(key, region, list, until)
        CROSS JOIN LATERAL (
              SELECT l.due_key, l.case_id FROM case_list l
               WHERE ${inRegion} AND l.list = s.list AND l.due_key <= s.until
                 AND (l.due_key, l.case_id) > ($6::date, $7)
                 AND l.case_id <> ALL ($5::text[])
               ORDER BY l.due_key, l.case_id LIMIT $8) AS e
        WHERE length(s.region) = ${digits}`,
  )
  .join(' UNION ALL');

/**
 * Lists are read in the order of their index, whether a county has ten cases or a hundred thousand: what is faster for
 * ten (read all, then sort) is what grows. For the rest of the transaction.
 */
export const readInOrder = statement(
  'reviews.readInOrder',
  "SELECT set_config('enable_bitmapscan', 'off', true), set_config('enable_seqscan', 'off', true)",
);

/** The columns of a row as a queue and a search show it; `r` is the row of the case. */
export const QUEUE_LINE = `r.id, r.case_no, r.head_name, r.village_group, r.village,
          (SELECT name FROM region WHERE code = r.village) AS village_name, r.member_count,
          r.state, r.channel, r.holder, r.due_on, r.due_key, r.cap_due_on, r.paused, r.withdrawal_asked,
          r.waiting_for, r.reminded, r.returned, r.holder_id,
          (SELECT name FROM person WHERE id = r.holder_id) AS holder_name`;

/** A page of a queue. A case that stands in two of its lists is there once. */
export const findQueue = statement<QueueRowRow>(
  'reviews.queue',
  `SELECT ${QUEUE_LINE}
     FROM (SELECT DISTINCT e.due_key, e.case_id FROM (${ENTRIES}) AS e ORDER BY 1, 2 LIMIT $8) AS page
     JOIN case_row r ON r.county = left(page.case_id, 6)::char(6) AND r.id = page.case_id
    ORDER BY page.due_key, page.case_id`,
);

/** How many there are of each key, but no more than $8. */
export const countQueues = statement<{ key: string; n: number }>(
  'reviews.counts',
  `SELECT e.key, count(DISTINCT e.case_id) AS n FROM (${ENTRIES}) AS e GROUP BY e.key`,
);

/** Cases of the caller's own family, or which the caller reported for another one. */
export const findOwnCases = statement<{ case_id: string }>(
  'reviews.ownCases',
  'SELECT case_id FROM case_party WHERE person_id = $1',
);
