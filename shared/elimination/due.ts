import { add, type LocalDate, later } from '@shared/calendar';
import type { Profile, StepKey } from '@shared/procedure';
import type { ExitStep } from './codes';
import type { Round } from './exit';

/** Limits of the steps (domain.md 3.6), as the county's profile has them. */
const LIMITS: Record<Exclude<ExitStep, 'PROPOSED' | 'PUBLICITY'>, StepKey> = {
  VERIFY: 'elimVerify',
  APPRAISAL: 'elimAppraisal',
  TOWN: 'elimTown',
  COUNTY: 'elimCounty',
  MARK: 'elimMark',
};

/**
 * By when the step is due: day 0 is the day on which it began. The second word on a proposal is asked within the days of
 * a visit. Publicity is due when its last day is over, and not before every objection has its answer.
 */
export function exitDueOn(
  { step, stepSince, publicity, objections }: Round,
  { steps }: Pick<Profile, 'steps'>,
): LocalDate {
  if (step === 'PUBLICITY') {
    const hung = publicity?.lastDay ?? add(stepSince, steps.elimMark.limit, steps.elimMark.unit);
    return objections.reduce(
      (last, { heard, answer }) =>
        answer === null
          ? later(last, add(heard.at.slice(0, 10), steps.objection.limit, steps.objection.unit))
          : last,
      hung,
    );
  }
  const { limit, unit } = steps[step === 'PROPOSED' ? 'elimVerify' : LIMITS[step]];
  return add(stepSince, limit, unit);
}
