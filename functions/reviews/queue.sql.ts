import { statement } from '../adapters';

export const findColleagues = statement<{ person_id: string; name: string; office: string }>(
  'reviews.colleagues',
  `SELECT DISTINCT ON (g.person_id) g.person_id, p.name, r.name AS office
     FROM person_grant g JOIN person p ON p.id = g.person_id
     JOIN region r ON r.code = rpad(g.region, 12, '0')
    WHERE g.county = $1 AND starts_with($2, g.region) AND g.role IN ('VILLAGE', 'TASKFORCE')
      AND g.from_day <= $3 AND (g.until_day IS NULL OR g.until_day >= $3)
    ORDER BY g.person_id, length(g.region) DESC`,
);

/** Who may look at a family again: staff of the village and the township's clerks. */
export const findReviewers = statement<{ person_id: string; name: string; office: string }>(
  'reviews.reviewers',
  `SELECT DISTINCT ON (g.person_id) g.person_id, p.name, r.name AS office
     FROM person_grant g JOIN person p ON p.id = g.person_id
     JOIN region r ON r.code = rpad(g.region, 12, '0')
    WHERE g.county = $1 AND starts_with($2, g.region) AND g.role IN ('VILLAGE', 'TASKFORCE', 'TOWN_CLERK')
      AND g.from_day <= $3 AND (g.until_day IS NULL OR g.until_day >= $3)
    ORDER BY g.person_id, length(g.region) DESC`,
);

/** Anybody who serves the village in any role. */
export const findStaffMember = statement<{ person_id: string; name: string; office: string }>(
  'reviews.staffMember',
  `SELECT g.person_id, p.name, r.name AS office
     FROM person_grant g JOIN person p ON p.id = g.person_id
     JOIN region r ON r.code = rpad(g.region, 12, '0')
    WHERE g.county = $1 AND starts_with($2, g.region) AND g.person_id = $3
    ORDER BY length(g.region) DESC LIMIT 1`,
);

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
}

/** What each tab holds. List and counts take these same words, so that they cannot differ. */
const TABS = {
  MINE: `r.desks && $6::text[] OR EXISTS (
           SELECT 1 FROM unnest($7::text[], $8::text[]) AS g(region, role)
            WHERE starts_with(r.village, g.region) AND g.role = ANY (r.desks))`,
  OVERDUE: 'r.due_key < $4::date',
  DUE_THIS_WEEK: 'r.due_key <= $5::date',
  WAITING_FAMILY: "r.holder = 'HOUSEHOLD'",
} as const;
export type Tab = keyof typeof TABS;

/** The column that each level of region is an exact value of: an index is in order of due date within it. */
const LEVELS = { 6: 'r.county = $2', 9: 'r.town = $2', 12: 'r.village = $2' } as const;
export type Digits = keyof typeof LEVELS;

/**
 * Open cases of a region, without those to which the caller is a party (a party is never the handler), each with the
 * tabs that it is in. $1 county, $2 region, $3 caller, $4 today, $5 Sunday of this week, $6 roles held in the whole
 * region, $7 and $8 smaller regions and the role held there.
 */
const openCases = (digits: Digits) => `
       FROM case_row r CROSS JOIN LATERAL (
              SELECT ${Object.entries(TABS)
                .map(([tab, condition]) => `(${condition}) AS "${tab}"`)
                .join(', ')}) AS tabs
      WHERE r.county = $1 AND ${LEVELS[digits]} AND r.open
        AND NOT EXISTS (SELECT 1 FROM case_party p
                         WHERE p.county = r.county AND p.case_id = r.id AND p.person_id = $3)`;

const list = (tab: Tab, digits: Digits) =>
  statement<QueueRowRow>(
    `reviews.queue.${tab}.${digits}`,
    `SELECT r.id, r.case_no, r.head_name, r.village_group, r.village,
            (SELECT name FROM region WHERE code = r.village) AS village_name, r.member_count,
            r.state, r.channel, r.holder, r.due_on, r.due_key, r.cap_due_on, r.paused, r.withdrawal_asked,
            r.waiting_for, r.reminded ${openCases(digits)}
        AND tabs."${tab}" AND (r.due_key, r.id) > ($9::date, $10)
      ORDER BY r.due_key, r.id LIMIT $11`,
  );

const counts = (digits: Digits) =>
  statement<Record<Tab, number>>(
    `reviews.counts.${digits}`,
    `SELECT ${Object.keys(TABS)
      .map((tab) => `count(*) FILTER (WHERE tabs."${tab}") AS "${tab}"`)
      .join(', ')} ${openCases(digits)}`,
  );

const byDigits = <T>(make: (digits: Digits) => T): Record<Digits, T> => ({
  6: make(6),
  9: make(9),
  12: make(12),
});

export const findQueue = Object.fromEntries(
  (Object.keys(TABS) as Tab[]).map((tab) => [tab, byDigits((digits) => list(tab, digits))]),
) as Record<Tab, Record<Digits, ReturnType<typeof list>>>;

export const countQueue = byDigits(counts);
