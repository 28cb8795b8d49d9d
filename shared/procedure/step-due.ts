import { add, earlier, type Instant, type LocalDate, later } from '@shared/calendar';
import { type ClockFacts, caseClock } from './case-clock';
import { pausedDays } from './pauses';
import { BUDGET_STEPS, type BudgetStep, type Profile, type StepKey } from './profile';

function isBudgetStep(step: StepKey): step is BudgetStep {
  return (BUDGET_STEPS as readonly StepKey[]).includes(step);
}

/**
 * The day by whose end a step must be done (domain.md 3.0 and 3.1). `startedOn` is day 0: for publicity the day of
 * posting, for the township's review the last day of publicity.
 *
 * - A step between the clue and the decision is due after its own limit or on its day in the budget, whichever is
 *   first. Late cases have no budget left: then the limit alone, but not beyond the cap, and never before the start.
 * - Paused days inside the step push its limit out, those since the clue push the budget and the cap out.
 * - Publicity must last its full days, so neither the budget nor the cap can shorten it.
 * - The family's time for papers, an objection's inquiry and what follows the decision run on their own limit: the
 *   first two are themselves pauses, the others lie outside the cap.
 */
export function stepDueOn(
  step: StepKey,
  startedOn: LocalDate,
  facts: ClockFacts,
  profile: Profile,
  now: Instant,
): LocalDate {
  const until = facts.decidedAt ?? now;
  const limit = profile.steps[step];
  const own = (days: number, unit: typeof limit.unit) =>
    add(startedOn, days + pausedDays(facts.pauses, startedOn, until, unit), unit);

  if (step === 'publicity') return own(profile.publicity.days, profile.publicity.unit);
  if (!isBudgetStep(step) && step !== 'propose_reject') return add(startedOn, limit.limit, limit.unit);

  const clock = caseClock(facts, profile, now);
  const limitOn = own(limit.limit, limit.unit);
  if (isBudgetStep(step)) {
    const budgetOn = add(clock.cluedOn, profile.budget[step] + clock.pausedDays, profile.clock.unit);
    if (budgetOn >= startedOn) return earlier(limitOn, budgetOn);
  }
  return later(startedOn, earlier(limitOn, clock.capDueOn));
}
