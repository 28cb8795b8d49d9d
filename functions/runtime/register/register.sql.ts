import type { HouseholdType, RiskType } from '@shared/casework';
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

export const insertEntry = statement(
  'register.insert',
  `INSERT INTO monitored_household (county, case_id, village, status, household_type, risks, identified_on, entries,
                                    previous_case_id, updated_at)
   VALUES ($1, $2, $3, 'ACTIVE', $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
);

/** A family that was struck off is on no way out any more: who proposed it finds the version gone. */
export const strikeOff = statement(
  'register.strikeOff',
  `UPDATE monitored_household
      SET status = 'RECTIFIED_REMOVED', closed_on = $3, due_on = NULL, version = version + 1, updated_at = $4
    WHERE county = $1 AND case_id = $2 AND closed_on IS NULL`,
);
