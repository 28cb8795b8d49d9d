import { add, earlier, type Instant, type LocalDate, later, localDate, startOfDay } from '@shared/calendar';
import {
  type CaseClock,
  type ClockFacts,
  caseClock,
  forecast,
  type Profile,
  type StepKey,
  stepDueOn,
} from '@shared/procedure';
import { firstHelpOn } from './areas/green-channel';
import { isTownsToHandle, openObjections } from './areas/objection';
import type { Case, Objection, PauseKind } from './case';
import { type CaseState, isClosed } from './codes';
import { supplementDueOn, workingState } from './supplements';

/** Which office (or the family) a case waits for. */
export const HOLDERS = ['HOUSEHOLD', 'VILLAGE', 'TOWN', 'COUNTY', 'NOBODY'] as const;
export type Holder = (typeof HOLDERS)[number];

const STATE_STEP: Partial<Record<CaseState, StepKey>> = {
  SUBMITTED: 'accept',
  ACCEPTED: 'verify',
  VERIFYING: 'verify',
  DATA_CHECK: 'dataCheck',
  TRIAGE: 'triage',
  PROPOSE_REJECT: 'propose_reject',
  APPRAISAL: 'appraisal',
  PUBLICITY: 'publicity',
  TOWN_REVIEW: 'town',
  COUNTY_DECISION: 'county',
  ANNOUNCED: 'announce',
  SUPPLEMENT: 'supplement',
  OBJECTION: 'objection',
  REVIEW: 'review',
};

const STATE_HOLDER: Partial<Record<CaseState, Holder>> = {
  SUBMITTED: 'VILLAGE',
  ACCEPTED: 'VILLAGE',
  VERIFYING: 'VILLAGE',
  DATA_CHECK: 'COUNTY',
  TRIAGE: 'VILLAGE',
  PROPOSE_REJECT: 'TOWN',
  APPRAISAL: 'VILLAGE',
  PUBLICITY: 'VILLAGE',
  TOWN_REVIEW: 'TOWN',
  COUNTY_DECISION: 'COUNTY',
  ANNOUNCED: 'TOWN',
  SUPPLEMENT: 'HOUSEHOLD',
  OBJECTION: 'VILLAGE',
  REVIEW: 'TOWN',
};

/** Who has to act for the case to go on; NOBODY once it is closed. A withdrawal asked for waits for the village. */
export function holderOf(c: Case): Holder {
  if (isClosed(c.state)) return 'NOBODY';
  if (c.withdrawal !== null) return 'VILLAGE';
  if (c.falseStatement !== null) return c.falseStatement.hearing === null ? 'VILLAGE' : 'COUNTY';
  if (c.secondReturn !== null) return 'TOWN';
  if (c.state === 'OBJECTION' && openObjections(c).some(isTownsToHandle)) return 'TOWN';
  return STATE_HOLDER[c.state] ?? 'NOBODY';
}

export function stepOf(state: CaseState): StepKey | null {
  return STATE_STEP[state] ?? null;
}

/**
 * The facts that the procedure's clock needs, taken from the case; only pauses that the profile allows count. A case
 * that ends without a decision (withdrawn) stops its clock when it is closed, or it would turn red for ever.
 */
export function clockFacts(c: Case, profile: Profile): ClockFacts {
  const refusedAt = c.state === 'REVIEW' ? (c.review?.refusedAt ?? null) : null;
  const decidedAt = c.decidedAt ?? c.closedAt ?? refusedAt;
  const askedAgain = (c.dataCheck?.disputes ?? []).map(({ openedAt, closedAt }) => ({
    from: openedAt,
    to: closedAt ?? decidedAt,
  }));
  const pauses = [
    ...c.pauses.filter((pause) => counts(pause.kind, profile)),
    ...(profile.clock.pauseOn.includes('DISPUTED_CHECK') ? askedAgain : []),
  ];
  return { cluedAt: clockStart(c, profile), pauses, decidedAt };
}

/** A second publicity follows from an objection and counts as one; nobody answers for the days of a wrong refusal. */
function counts(kind: PauseKind, profile: Profile): boolean {
  if (kind === 'REVIEW') return true;
  return profile.clock.pauseOn.includes(kind === 'RERUN' ? 'OBJECTION' : kind);
}

/** The first clue; in the green channel the day of the first help (domain.md 3.1), unless the county counts otherwise. */
function clockStart(c: Case, profile: Profile): Instant {
  const helpOn = profile.clock.greenFrom === 'CLUE' ? null : firstHelpOn(c);
  const end = c.decidedAt ?? c.closedAt;
  // Help that came after the decision began nothing.
  return helpOn === null || (end !== null && helpOn > localDate(end)) ? c.cluedAt : startOfDay(helpOn);
}

/** Days used, gross and net, and the cap's date (domain.md 3.0). */
export function clockOf(c: Case, profile: Profile, now: Instant): CaseClock {
  return caseClock(clockFacts(c, profile), profile, now);
}

/**
 * The date by which the present step must be done, or null when nothing is due any more. Household and clerk both
 * read this very date. Posting a notice is due with the appraisal (same evening, domain.md 3.0); a posted notice is
 * due on its own last day.
 */
export function dueOn(c: Case, profile: Profile, now: Instant): LocalDate | null {
  const step = stepOf(c.state);
  if (step === null || isClosed(c.state)) return null;
  const facts = clockFacts(c, profile);
  if (c.state === 'PUBLICITY')
    return c.publicity !== null
      ? c.publicity.lastDay
      : stepDueOn('appraisal', c.steps.appraisal ?? c.steps.publicity ?? '', facts, profile, now);
  if (c.state === 'SUPPLEMENT') return supplementDueOn(c, profile);
  if (c.state === 'OBJECTION') return objectionDueOn(c, profile);
  const startedOn = c.steps[step];
  if (startedOn === undefined) return null;
  return stepDueOn(step, startedOn, facts, profile, now);
}

/** By when one objection is answered, as the profile counts (domain.md 3.3). */
export function answerDueOn({ filedAt }: Pick<Objection, 'filedAt'>, profile: Profile): LocalDate {
  const { limit, unit } = profile.steps.objection;
  return add(localDate(filedAt), limit, unit);
}

/** The first answer that is due to somebody who objected. */
function objectionDueOn(c: Case, profile: Profile): LocalDate | null {
  const dates = openObjections(c).map((o) => answerDueOn(o, profile));
  return dates.length === 0 ? null : dates.reduce(earlier);
}

/** Dates of this and all later steps up to the result, for the family's eight steps (ux.md 04). */
export function planOf(
  c: Case,
  profile: Profile,
  now: Instant,
): { step: StepKey | 'result'; dueOn: LocalDate }[] {
  const step = stepOf(workingState(c));
  if (step === null || isClosed(c.state)) return [];
  const facts = clockFacts(c, profile);
  if (step === 'publicity' && c.publicity !== null) {
    // A posted notice has its own last day, whatever an objection did to it.
    const { lastDay } = c.publicity;
    const next = { step: 'town' as const, startedOn: later(lastDay, localDate(now)) };
    return [{ step, dueOn: lastDay }, ...forecast(next, facts, profile, now)];
  }
  const startedOn = c.steps[step];
  return startedOn === undefined ? [] : forecast({ step, startedOn }, facts, profile, now);
}
