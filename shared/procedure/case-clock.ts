import { add, between, type Instant, type LocalDate, localDate } from '@shared/calendar';
import { type Pause, pausedDays } from './pauses';
import type { Profile } from './profile';

/** What the clock of a case runs on. `pauses` are those that the profile allows (`clock.pauseOn`). */
export interface ClockFacts {
  /** The first clue: submission, a cadre's report or a department's alert. */
  cluedAt: Instant;
  pauses: { from: Instant; to: Instant | null }[];
  /** The county's decision, which stops the clock. */
  decidedAt?: Instant | null;
}

/** Days are counted to the decision, or to now, in `profile.clock.unit`. */
export interface CaseClock {
  cluedOn: LocalDate;
  capDueOn: LocalDate;
  grossDays: number;
  netDays: number;
  pausedDays: number;
  paused: boolean;
  severity: 'NORMAL' | 'AMBER' | 'RED';
}

function isOpen(pause: Pause, at: Instant): boolean {
  return pause.from <= at && (pause.to === null || pause.to > at);
}

/**
 * How much of the cap a case has used (domain.md 3.0). The cap's last day moves by the paused days. Severity: RED once
 * that day is over, else NORMAL while decided or paused, else AMBER from `clock.warnAt` of the cap on. Past its cap a
 * case stays workable (I6): the colour is all that changes.
 */
export function caseClock(facts: ClockFacts, profile: Profile, now: Instant): CaseClock {
  const { capDays, unit, warnAt } = profile.clock;
  const cluedOn = localDate(facts.cluedAt);
  const decided = facts.decidedAt != null;
  const until = facts.decidedAt ?? now;
  const today = localDate(until);

  const paused = !decided && facts.pauses.some((pause) => isOpen(pause, until));
  const stopped = pausedDays(facts.pauses, cluedOn, until, unit);
  const grossDays = between(cluedOn, today, unit);
  const netDays = grossDays - stopped;
  const capDueOn = add(cluedOn, capDays + stopped, unit);

  const severity =
    today > capDueOn ? 'RED' : !decided && !paused && netDays / capDays >= warnAt ? 'AMBER' : 'NORMAL';
  return { cluedOn, capDueOn, grossDays, netDays, pausedDays: stopped, paused, severity };
}
