import { addDays, type LocalDate } from '@shared/calendar/dates';
import type { Guarantee, RiskType } from '@shared/casework/codes';
import type { Profile } from '@shared/procedure';
import type { FollowTaskKind, FollowUpResult } from './codes';

/** Something that has to be done after a follow-up or a change, once for each `about`. */
export interface FollowTask {
  kind: FollowTaskKind;
  /** Of whom or what: a member's key, a guarantee, a risk. */
  about: string;
  dueOn: LocalDate;
}

/** Natural days for each kind. No source names them [D]; a plan has the profile's own (domain.md 3.4). */
const DAYS: Record<Exclude<FollowTaskKind, 'REPLAN' | 'GUARANTEE'>, number> = {
  RELAPSE: 3,
  FIND_FAMILY: 7,
  STOP_PAYMENTS: 5,
  RESUME_PAYMENTS: 5,
  REASSESS_LABOUR: 10,
  PAPERS_OF_CHANGE: 30,
};

export function followTask(
  kind: Exclude<FollowTaskKind, 'REPLAN' | 'GUARANTEE'>,
  about: string,
  today: LocalDate,
): FollowTask {
  return { kind, about, dueOn: addDays(today, DAYS[kind]) };
}

/** How many times in a row nobody was found before somebody is asked to look for the family (domain.md 3.5). */
export const TRIES = 2;

/** One of the three guarantees, or water, with who sees to it (domain.md 4.6). */
export interface GuaranteeProblem {
  what: Guarantee;
  dueOn: LocalDate;
}

export interface Found {
  result: FollowUpResult;
  /** Risks that the family has beside those for which it is on the list. */
  newRisks: readonly RiskType[];
  guarantees: readonly GuaranteeProblem[];
}

/**
 * What follows from a follow-up (domain.md 3.5): a new risk asks for a new plan, a relapse for the township, a second try in
 * vain for a search, each guarantee that is broken for whoever mends it. Nothing is decided by it.
 * @param unreachedBefore follow-ups in a row that found nobody, just before this one
 */
export function tasksAfter(
  found: Found,
  unreachedBefore: number,
  profile: Pick<Profile, 'support'>,
  today: LocalDate,
): FollowTask[] {
  const tasks: FollowTask[] = found.guarantees.map(({ what, dueOn }) => ({
    kind: 'GUARANTEE',
    about: what,
    dueOn,
  }));
  if (found.result === 'NEW_RISK')
    tasks.push({
      kind: 'REPLAN',
      about: found.newRisks.join('.'),
      dueOn: addDays(today, profile.support.planDays),
    });
  if (found.result === 'RELAPSE') tasks.push(followTask('RELAPSE', '', today));
  if (found.result === 'UNREACHABLE' && unreachedBefore + 1 >= TRIES)
    tasks.push(followTask('FIND_FAMILY', '', today));
  return tasks;
}

/** Risks after a follow-up: those that are new come last, none twice, at most five (domain.md 4.7). */
export const MAX_RISKS = 5;
export const withRisks = (risks: readonly RiskType[], fresh: readonly RiskType[]): RiskType[] =>
  [...new Set([...risks, ...fresh])].slice(0, MAX_RISKS);
