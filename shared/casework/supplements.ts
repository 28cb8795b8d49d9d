import { add, addDays, type LocalDate, localDate } from '@shared/calendar';
import type { Profile } from '@shared/procedure';
import type { Case, SupplementRound } from './case';
import type { CaseState } from './codes';
import type { SupplementItem } from './inputs';

type Answer = Pick<SupplementRound['provided'][string], 'askForHelp' | 'text' | 'voiceId' | 'attachmentIds'>;

/** Whether an answer has neither words nor a recording nor a photo. */
export const isEmptyAnswer = ({ text, voiceId, attachmentIds }: Omit<Answer, 'askForHelp'>): boolean =>
  text === '' && voiceId === undefined && attachmentIds.length === 0;

/** Whether an answer hands something in: asking the village to help does not by itself. */
export function isProvided(answer: Answer | undefined): boolean {
  return answer !== undefined && (!isEmptyAnswer(answer) || !answer.askForHelp);
}

/** What the family was asked for last and has not handed in yet (domain.md 3.2). */
export function openSupplementItems(c: Case): SupplementItem[] {
  const round = c.supplements.at(-1);
  if (round === undefined || round.completedAt !== null) return [];
  return round.items.filter((item) => !isProvided(round.provided[item.key]));
}

/** The step that is being worked on: while the family supplements, the one that asked and will go on. */
export function workingState(c: Case): CaseState {
  if (c.state === 'OBJECTION') return 'PUBLICITY';
  return c.state === 'SUPPLEMENT' ? (c.supplements.at(-1)?.resumeTo ?? 'VERIFYING') : c.state;
}

/** Last day for the papers: the profile's limit, once more when it was extended (domain.md 3.2). Null when none is asked. */
export function supplementDueOn(c: Case, profile: Profile): LocalDate | null {
  const round = c.supplements.at(-1);
  const startedOn = c.steps.supplement;
  if (round === undefined || startedOn === undefined) return null;
  const { limit, unit } = profile.steps.supplement;
  return add(startedOn, round.extendedAt === null ? limit : 2 * limit, unit);
}

/** Last day on which a case that lapsed may be taken up again (domain.md 3.1, row 17). */
export function reopenUntil(c: Case, profile: Profile): LocalDate | null {
  if (c.state !== 'EXPIRED' || c.closedAt === null) return null;
  return add(localDate(c.closedAt), profile.steps.reopen.limit, profile.steps.reopen.unit);
}

export interface ReminderDue {
  /** A message on the first and third day, on the fourth a task for a person (domain.md 3.2). */
  kind: 'MESSAGE' | 'PERSON';
  dueOn: LocalDate;
}

const MESSAGE_DAYS = [1, 3] as const;
const PERSON_DAY = 4;

/**
 * The reminders that a family's missing papers call for up to and including `today`, oldest first. Sending one twice is
 * for the sender to avoid; the PERSON reminder is left out once somebody has spoken with the family.
 */
export function supplementReminders(c: Case, today: LocalDate): ReminderDue[] {
  const startedOn = c.steps.supplement;
  const round = c.supplements.at(-1);
  if (c.state !== 'SUPPLEMENT' || startedOn === undefined || round === undefined) return [];
  const due: ReminderDue[] = MESSAGE_DAYS.map((n) => ({ kind: 'MESSAGE', dueOn: addDays(startedOn, n) }));
  if (round.reminders.length === 0) due.push({ kind: 'PERSON', dueOn: addDays(startedOn, PERSON_DAY) });
  return due.filter(({ dueOn }) => dueOn <= today);
}
