import { statement } from '../adapters';

/** Families on the list in a region, without those to which the caller is a party. */
export const findIncluded = statement<{
  id: string;
  case_no: string;
  head_name: string;
  village_group: string;
  village_name: string;
  member_count: number | null;
  included_at: string;
}>(
  'households.included',
  `SELECT r.id, r.case_no, r.head_name, r.village_group, v.name AS village_name, r.member_count,
          (SELECT max(e.at) FROM case_event e
            WHERE e.county = r.county AND e.case_id = r.id AND e.type = 'HouseholdIncluded') AS included_at
     FROM case_row r JOIN region v ON v.code = r.village
    WHERE r.county = $1 AND r.state = 'INCLUDED' AND starts_with(r.village, $2)
      AND NOT EXISTS (SELECT 1 FROM case_party p
                       WHERE p.county = r.county AND p.case_id = r.id AND p.person_id = $3)
    ORDER BY included_at DESC, r.id LIMIT $4`,
);
