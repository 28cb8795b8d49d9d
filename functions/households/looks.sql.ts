import { statement } from '../adapters';

export interface LookRow {
  on: string;
  person_id: string;
  name: string;
  what: 'READ' | 'LINK' | 'REVEAL' | 'PAPER';
  /** Of a reveal: a number, or a person as a supervisor sees one. */
  field: 'ID' | 'PHONE' | 'PERSON';
  times: number;
}

/** Kinds of entries that are looks; who of an office has a case in hand is none. */
const LOOKED =
  "a.county = $1 AND a.case_id = $2 AND a.at >= $3 AND a.what IN ('READ', 'LINK', 'REVEAL', 'PAPER')";

/** Looks of others than the family at its case, a line a day, person and kind. */
export const findLooks = statement<LookRow>(
  'households.looks',
  `SELECT (a.at AT TIME ZONE 'Asia/Shanghai')::date AS on, a.person_id, p.name, a.what,
          CASE WHEN a.what = 'REVEAL' THEN split_part(a.detail, ' ', 1) ELSE '' END AS field,
          count(*)::int AS times
     FROM audit a JOIN person p ON p.id = a.person_id
    WHERE ${LOOKED}
      AND NOT EXISTS (SELECT 1 FROM case_party c
                       WHERE c.county = a.county AND c.case_id = a.case_id AND c.person_id = a.person_id)
    GROUP BY 1, 2, 3, 4, 5 ORDER BY max(a.at) DESC LIMIT 200`,
);

export const countLooks = statement<{ times: number }>(
  'households.countLooks',
  `SELECT count(*)::int AS times FROM audit a
    WHERE ${LOOKED}
      AND NOT EXISTS (SELECT 1 FROM case_party c
                       WHERE c.county = a.county AND c.case_id = a.case_id AND c.person_id = a.person_id)`,
);

/** In which role and for which place these people serve a village: the nearest place first. */
export const findServing = statement<{ person_id: string; role: string; place: string }>(
  'households.serving',
  `SELECT g.person_id, g.role, r.name AS place FROM person_grant g JOIN region r ON r.code = rpad(g.region, 12, '0')
    WHERE g.county = $1 AND g.person_id = ANY($2::text[]) AND starts_with($3, g.region)
    ORDER BY length(g.region) DESC, g.role`,
);
