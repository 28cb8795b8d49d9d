import type { StaffRole } from '@shared/access';
import type { ExitKind, ExitStep } from '@shared/elimination';

const VILLAGE: readonly StaffRole[] = ['VILLAGE', 'TASKFORCE'];
const TOWN: readonly StaffRole[] = ['TOWN_CLERK', 'TOWN_LEADER'];
const COUNTY: readonly StaffRole[] = ['COUNTY_CLERK', 'COUNTY_LEADER'];

/** Whose desk a step of the way off the register lies on. */
export const EXIT_DESKS: Record<ExitStep, readonly StaffRole[]> = {
  PROPOSED: VILLAGE,
  VERIFY: VILLAGE,
  APPRAISAL: VILLAGE,
  PUBLICITY: ['VILLAGE'],
  TOWN: ['TOWN_LEADER'],
  COUNTY: ['COUNTY_LEADER'],
  MARK: TOWN,
};

/** Who hears what somebody suggests: the village, which may propose it; of a mark that may not hold the township too. */
export const EXIT_SUGGESTED: Record<ExitKind, readonly StaffRole[]> = {
  ELIMINATION: VILLAGE,
  ROLLBACK: [...VILLAGE, ...TOWN],
};

/** Who hears of one that is late, beside the desk. */
export const EXIT_ABOVE: Record<ExitStep, readonly StaffRole[]> = {
  PROPOSED: TOWN,
  VERIFY: TOWN,
  APPRAISAL: TOWN,
  PUBLICITY: TOWN,
  TOWN: COUNTY,
  COUNTY: [],
  MARK: COUNTY,
};
