import { statement } from '../adapters';

export interface SupervisedCaseRow {
  id: string;
  case_no: string;
  village: string;
  village_name: string;
  member_count: number | null;
  state: string;
  holder: string;
  due_on: string | null;
  due_key: string;
  paused: boolean;
}

/** Cases of a region but those of the caller's own family. $1 county, $2 region, $3 caller, $4 today. */
const OF_REGION = `
       FROM case_row r
      WHERE r.county = $1 AND starts_with(r.village, $2)
        AND NOT EXISTS (SELECT 1 FROM case_party p
                         WHERE p.county = r.county AND p.case_id = r.id AND p.person_id = $3)`;

const COLUMNS = `r.id, r.case_no, r.village, (SELECT name FROM region WHERE code = r.village) AS village_name,
            r.member_count, r.state, r.holder, r.due_on, r.due_key, r.paused`;

/** What each tab holds; list and counts take the same words. */
const TABS = { OPEN: 'r.open', OVERDUE: 'r.open AND r.due_key < $4::date', CLOSED: 'NOT r.open' } as const;

const list = (tab: keyof typeof TABS) =>
  statement<SupervisedCaseRow>(
    `supervision.${tab}`,
    `SELECT ${COLUMNS} ${OF_REGION} AND ${TABS[tab]} AND $4::date IS NOT NULL
        AND (r.due_key, r.id) > ($5::date, $6) ORDER BY r.due_key, r.id LIMIT $7`,
  );

export const findSupervised = { OPEN: list('OPEN'), OVERDUE: list('OVERDUE'), CLOSED: list('CLOSED') };

/** Drawn by lot, the same ones all day: who looks again sees what was drawn, and cannot draw until it suits. */
export const findSample = statement<SupervisedCaseRow>(
  'supervision.sample',
  `SELECT ${COLUMNS} ${OF_REGION} ORDER BY md5(r.id || $4::date::text), r.id LIMIT $5`,
);

export const countSupervised = statement<{ open: number; overdue: number; closed: number }>(
  'supervision.counts',
  `SELECT count(*) FILTER (WHERE ${TABS.OPEN})::int AS open, count(*) FILTER (WHERE ${TABS.OVERDUE})::int AS overdue,
          count(*) FILTER (WHERE ${TABS.CLOSED})::int AS closed ${OF_REGION}`,
);
