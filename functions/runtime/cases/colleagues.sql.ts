import { statement } from '../../adapters/postgres/statement';

/** Somebody of an office, and in whose stead when the role is lent during leave; the own role counts before a lent one. */
interface ServingRow {
  person_id: string;
  name: string;
  office: string;
  stead_of: string | null;
}

export const findColleagues = statement<ServingRow>(
  'reviews.colleagues',
  `SELECT DISTINCT ON (g.person_id) g.person_id, p.name, r.name AS office, g.stead_of
     FROM serving g JOIN person p ON p.id = g.person_id
     JOIN region r ON r.code = rpad(g.region, 12, '0')
    WHERE g.county = $1 AND starts_with($2, g.region) AND g.role IN ('VILLAGE', 'TASKFORCE')
      AND g.from_day <= $3 AND (g.until_day IS NULL OR g.until_day >= $3)
    ORDER BY g.person_id, g.stead_of NULLS FIRST, length(g.region) DESC`,
);

/** Who may look at a family again: staff of the village and the township's clerks. */
export const findReviewers = statement<ServingRow>(
  'reviews.reviewers',
  `SELECT DISTINCT ON (g.person_id) g.person_id, p.name, r.name AS office, g.stead_of
     FROM serving g JOIN person p ON p.id = g.person_id
     JOIN region r ON r.code = rpad(g.region, 12, '0')
    WHERE g.county = $1 AND starts_with($2, g.region) AND g.role IN ('VILLAGE', 'TASKFORCE', 'TOWN_CLERK')
      AND g.from_day <= $3 AND (g.until_day IS NULL OR g.until_day >= $3)
    ORDER BY g.person_id, g.stead_of NULLS FIRST, length(g.region) DESC`,
);

/** Anybody who serves the village in any role. */
export const findStaffMember = statement<ServingRow>(
  'reviews.staffMember',
  `SELECT g.person_id, p.name, r.name AS office, g.stead_of
     FROM serving g JOIN person p ON p.id = g.person_id
     JOIN region r ON r.code = rpad(g.region, 12, '0')
    WHERE g.county = $1 AND starts_with($2, g.region) AND g.person_id = $3
    ORDER BY length(g.region) DESC LIMIT 1`,
);
