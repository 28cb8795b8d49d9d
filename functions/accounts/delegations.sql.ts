import type { StaffRole } from '@shared/access';
import { statement } from '../adapters';

export interface DelegationRow {
  id: string;
  from_person: string;
  from_name: string;
  to_name: string;
  role: StaffRole;
  region: string;
  region_name: string;
  from_day: string;
  until_day: string;
  ended_at: string | null;
}

/** What a person gave or was given, the newest first; what was over a year ago is left out. */
export const findDelegations = statement<DelegationRow>(
  'delegations.mine',
  `SELECT d.id, d.from_person, f.name AS from_name, t.name AS to_name, d.role, d.region, r.name AS region_name,
          d.from_day, d.until_day, d.ended_at
     FROM delegation d
     JOIN person f ON f.id = d.from_person
     JOIN person t ON t.id = d.to_person
     JOIN region r ON r.code = rpad(d.region, 12, '0')
    WHERE (d.from_person = $1 OR d.to_person = $1) AND d.until_day >= $2::date - 365
    ORDER BY d.from_day DESC, d.id DESC LIMIT 100`,
);

/** Who holds an office of that very region himself today, without the caller. */
export const findOffice = statement<{ person_id: string; name: string }>(
  'delegations.office',
  `SELECT DISTINCT g.person_id, p.name FROM person_grant g JOIN person p ON p.id = g.person_id
    WHERE g.county = $1 AND g.region = $2 AND g.person_id <> $3 AND g.role = ANY ($5::text[])
      AND g.from_day <= $4 AND (g.until_day IS NULL OR g.until_day >= $4)
    ORDER BY p.name, g.person_id`,
);

/** Two at once by one person wait for each other, so that the second sees the first. */
export const lockGiver = statement(
  'delegations.lock',
  "SELECT pg_advisory_xact_lock(hashtextextended('delegation ' || $1, 0))",
);

export const findOverlap = statement<{ id: string }>(
  'delegations.overlap',
  `SELECT id FROM delegation
    WHERE from_person = $1 AND role = $2 AND region = $3 AND ended_at IS NULL
      AND from_day <= $5 AND until_day >= $4 LIMIT 1`,
);

export const insertDelegation = statement(
  'delegations.insert',
  `INSERT INTO delegation (county, id, from_person, to_person, role, region, from_day, until_day, given_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);

export const endDelegation = statement(
  'delegations.end',
  `UPDATE delegation SET ended_at = $4
    WHERE county = $1 AND id = $2 AND from_person = $3 AND ended_at IS NULL`,
);
