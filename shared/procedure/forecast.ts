import { type Instant, type LocalDate, later, localDate } from '@shared/calendar';
import { type ClockFacts, caseClock } from './case-clock';
import type { Profile, StepKey } from './profile';
import { stepDueOn } from './step-due';

export interface ForecastEntry {
  step: StepKey | 'result';
  dueOn: LocalDate;
}

const AFTER_CHECKS = [
  'triage',
  'appraisal',
  'publicity',
  'town',
  'county',
] as const satisfies readonly StepKey[];

/**
 * The dates that a family is told (ux.md 04): the current step, every later one on the straight path, and the cap as
 * `result`. Verification and data comparison run side by side; each later step starts when the one before is due, but
 * not before today, so an overdue step does not promise dates that have passed. `current.startedOn` is day 0 of the
 * step, as in {@link stepDueOn}. A step beside the straight path (a supplement, an objection, a proposed refusal) is
 * given with the result only, because nobody knows yet where it leads.
 */
export function forecast(
  current: { step: StepKey; startedOn: LocalDate },
  facts: ClockFacts,
  profile: Profile,
  now: Instant,
): ForecastEntry[] {
  const today = localDate(now);
  const entries: ForecastEntry[] = [];
  const plan = (step: StepKey, startedOn: LocalDate): LocalDate => {
    const dueOn = stepDueOn(step, startedOn, facts, profile, now);
    entries.push({ step, dueOn });
    return later(dueOn, today);
  };

  let reached: LocalDate;
  let rest: readonly StepKey[] = AFTER_CHECKS;
  switch (current.step) {
    case 'accept': {
      const accepted = plan('accept', current.startedOn);
      reached = later(plan('verify', accepted), plan('dataCheck', accepted));
      break;
    }
    case 'verify':
      reached = later(plan('verify', current.startedOn), plan('dataCheck', current.startedOn));
      break;
    case 'dataCheck':
      reached = plan('dataCheck', current.startedOn);
      break;
    default: {
      reached = plan(current.step, current.startedOn);
      const at = (AFTER_CHECKS as readonly StepKey[]).indexOf(current.step);
      rest = at === -1 ? [] : AFTER_CHECKS.slice(at + 1);
    }
  }
  for (const step of rest) reached = plan(step, reached);

  entries.push({ step: 'result', dueOn: caseClock(facts, profile, now).capDueOn });
  return entries;
}
