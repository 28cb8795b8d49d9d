import type { StaffRole } from '@shared/access';
import { addDays, daysBetween, type Instant, type LocalDate, localDate } from '@shared/calendar';
import type { Profile, StepKey } from '@shared/procedure';
import { helpPapersDueOn, helpWithoutPapers } from './areas/green-channel';
import type { Case } from './case';
import { isClosed } from './codes';
import { clockOf, dueOn, type Holder, holderOf, stepOf } from './deadlines';

/** Something that is getting late, and who must be told. Nothing is decided by it (domain.md 3.0, I6). */
export interface Escalation {
  what: StepKey | 'cap';
  severity: 'AMBER' | 'RED';
  dueOn: LocalDate;
  tell: StaffRole[];
}

const AT: Record<Holder, readonly StaffRole[]> = {
  HOUSEHOLD: ['GRID', 'VILLAGE'],
  VILLAGE: ['VILLAGE', 'TASKFORCE'],
  TOWN: ['TOWN_CLERK', 'TOWN_LEADER'],
  COUNTY: ['COUNTY_CLERK', 'COUNTY_LEADER'],
  NOBODY: [],
};

const ABOVE: Record<Holder, readonly Holder[]> = {
  HOUSEHOLD: ['VILLAGE', 'TOWN'],
  VILLAGE: ['TOWN', 'COUNTY'],
  TOWN: ['COUNTY'],
  COUNTY: [],
  NOBODY: [],
};

/** So many days late, the level after the next is told as well. */
const FURTHER_UP_AFTER_DAYS = 3;

/**
 * What is due soon (from `warnAt` of its time on) or late, for the step in hand, the cap, the letter of refusal, answers
 * to requests for facts and the papers of help. Takes the case, its profile and the time; the worst first.
 */
export function escalations(c: Case, profile: Profile, now: Instant): Escalation[] {
  const today = localDate(now);
  const found: Escalation[] = [];
  const look = (what: Escalation['what'], from: LocalDate, due: LocalDate, holder: Holder) => {
    const severity = severityOf(from, due, today, profile.clock.warnAt);
    if (severity !== null) found.push({ what, severity, dueOn: due, tell: told(holder, due, today) });
  };

  const holder = holderOf(c);
  const step = stepOf(c.state);
  const due = dueOn(c, profile, now);
  if (step !== null && due !== null) look(step, c.steps[step] ?? localDate(c.stateSince), due, holder);

  const clock = clockOf(c, profile, now);
  if (!isClosed(c.state) && c.decidedAt === null && clock.severity !== 'NORMAL')
    found.push({
      what: 'cap',
      severity: clock.severity,
      dueOn: clock.capDueOn,
      tell: clock.severity === 'RED' ? [...AT.TOWN, ...AT.COUNTY] : [...AT.VILLAGE, ...AT.TOWN],
    });

  const refused = c.rejection ?? c.notAccepted;
  if (refused !== null && c.closedAt !== null && c.delivery === null)
    look('refusalNotice', localDate(c.closedAt), refused.noticeDueOn, 'VILLAGE');
  for (const assist of c.assists)
    if (assist.answer === null) look('assist', localDate(assist.at), assist.dueOn, 'VILLAGE');
  for (const index of helpWithoutPapers(c)) {
    const on = c.measures[index]?.on;
    if (on !== undefined) look('helpPapers', on, helpPapersDueOn(on, profile), 'VILLAGE');
  }
  return found.sort((a, b) =>
    a.severity === b.severity ? (a.dueOn < b.dueOn ? -1 : 1) : a.severity === 'RED' ? -1 : 1,
  );
}

function severityOf(
  from: LocalDate,
  due: LocalDate,
  today: LocalDate,
  warnAt: number,
): Escalation['severity'] | null {
  if (today > due) return 'RED';
  const whole = daysBetween(from, due);
  return whole > 0 && daysBetween(from, today) / whole >= warnAt ? 'AMBER' : null;
}

function told(holder: Holder, due: LocalDate, today: LocalDate): StaffRole[] {
  if (today <= due) return [...AT[holder]];
  const levels = today > addDays(due, FURTHER_UP_AFTER_DAYS) ? ABOVE[holder] : ABOVE[holder].slice(0, 1);
  return [...new Set([...AT[holder], ...levels.flatMap((level) => AT[level])])];
}
