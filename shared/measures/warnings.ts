import { addDays, addMonths, type LocalDate, lastOfMonth } from '@shared/calendar';
import type { RiskType } from '@shared/casework/codes';
import type { Cadence, FollowUpResult } from '@shared/followups/codes';
import type { Profile } from '@shared/procedure';
import { ANSWERS, type HelpWarningCode, KIND_OF, NEEDED_FOR, REACHED, UNDER_WAY } from './codes';
import type { Measure } from './measure';

/** What is known of a family and its help on a day. */
export interface HelpFacts {
  includedOn: LocalDate;
  today: LocalDate;
  risks: readonly RiskType[];
  members: readonly { key: string; age: number | null; labour: boolean | null }[];
  /** Whether anybody of the family can work; null when nobody looked. */
  hasLabour: boolean | null;
  /** Somebody of the family is on dibao or tekun. */
  dibao: boolean;
  hasHelper: boolean;
  /** Day on which the household signed the plan that counts; null when there is none. */
  planSignedOn: LocalDate | null;
  measures: readonly Pick<
    Measure,
    | 'id'
    | 'code'
    | 'state'
    | 'risk'
    | 'memberKey'
    | 'dueOn'
    | 'landing'
    | 'disputes'
    | 'papersDueOn'
    | 'papersAt'
  >[];
  /** All that was found, by month, by quarter and by event. */
  visits: readonly {
    on: LocalDate;
    result: FollowUpResult;
    cadence: Cadence;
    /** What it found; of one that named nothing, nothing was taken back. */
    newRisks?: readonly RiskType[];
  }[];
}

export interface HelpWarning {
  code: HelpWarningCode;
  /** By when it must be mended; null when it is wrong as it stands. */
  dueOn: LocalDate | null;
  /** Past that day, or wrong as it stands. */
  late: boolean;
  risk?: RiskType;
  measureId?: string;
}

type Rules = Pick<Profile, 'support' | 'visits'>;

const is = <T extends string>(list: readonly T[], one: string): boolean =>
  (list as readonly string[]).includes(one);

/**
 * What is missing or late about a family's help (domain.md 3.4, 8.1; 9.3 rules 13, 14, 15, 18, 19). Flags only: nothing
 * is stopped by them. Where a fact is not known (labour, age) nothing is said of it.
 */
export function helpWarnings(facts: HelpFacts, { support, visits }: Rules): HelpWarning[] {
  const { includedOn, today, risks, measures, members } = facts;
  const alive = measures.filter(({ state }) => state !== 'CANCELLED' && state !== 'NOT_NEEDED');
  const reached = alive.filter(({ state }) => is(REACHED, state));
  const by = (code: HelpWarningCode, dueOn: LocalDate, more: Partial<HelpWarning> = {}): HelpWarning => ({
    code,
    dueOn,
    late: dueOn < today,
    ...more,
  });
  const wrong = (code: HelpWarningCode, more: Partial<HelpWarning> = {}): HelpWarning => ({
    code,
    dueOn: null,
    late: true,
    ...more,
  });
  const out: HelpWarning[] = [];
  if (!facts.hasHelper) out.push(by('NO_HELPER', addDays(includedOn, support.helperDays)));
  if (facts.planSignedOn === null) out.push(by('NO_PLAN', addDays(includedOn, support.planDays)));
  if (reached.length === 0) out.push(by('NO_MEASURE', addDays(includedOn, support.firstMeasureDays)));
  if (facts.hasLabour === true) {
    if (!reached.some(({ code }) => KIND_OF[code] === 'DEVELOPMENT'))
      out.push(by('NO_DEVELOPMENT', addMonths(includedOn, support.developmentalMonths)));
    if (alive.length > 0 && alive.every(({ code }) => KIND_OF[code] === 'SAFETY'))
      out.push(wrong('ONLY_SAFETY_NET'));
  }
  for (const risk of risks) {
    const needed = NEEDED_FOR[risk];
    if (needed !== undefined && !alive.some(({ code }) => needed.includes(code)))
      out.push(wrong('RISK_NEEDS', { risk }));
    else if (!alive.some((m) => m.risk === risk || ANSWERS[risk].includes(m.code)))
      out.push(wrong('RISK_WITHOUT_MEASURE', { risk }));
  }
  if (facts.dibao && !alive.some(({ code }) => code === 'COM')) out.push(wrong('DIBAO_WITHOUT_COM'));
  for (const m of alive) {
    const person = members.find(({ key }) => key === m.memberKey);
    if ((m.code === 'JOB' || m.code === 'PUB') && person?.labour === false)
      out.push(wrong('JOB_WITHOUT_LABOUR', { measureId: m.id }));
    if (m.code === 'PUB' && person !== undefined && person.age !== null && person.age < WORKING_AGE)
      out.push(wrong('POST_UNDER_16', { measureId: m.id }));
    if (isOverdue(m, today) && m.dueOn !== null) out.push(by('OVERDUE', m.dueOn, { measureId: m.id }));
    if (m.papersDueOn !== null && m.papersAt === null)
      out.push(by('PAPERS_MISSING', m.papersDueOn, { measureId: m.id }));
    if (m.state === 'IN_PROGRESS' && m.disputes.length > 0)
      out.push(wrong('NOT_RECEIVED', { measureId: m.id }));
  }
  const visit = visitDueOn(facts, visits.monthly);
  if (visit !== null && visit < today) out.push(by('VISIT_LATE', visit));
  // A risk that was taken back asks for no plan.
  const stands = (found: readonly RiskType[]) =>
    found.length === 0 || found.some((risk) => risks.includes(risk));
  const told = facts.visits.filter(
    ({ result, newRisks = [] }) => result === 'RELAPSE' || (result === 'NEW_RISK' && stands(newRisks)),
  );
  if (told.some(({ on }) => facts.planSignedOn === null || on > facts.planSignedOn))
    out.push(wrong('NEW_RISK_TOLD'));
  return out;
}

/** Nobody under it works (domain.md 9.3 rule 19). */
const WORKING_AGE = 16;

/** OVERDUE of domain.md 3.4: should have landed and has not. */
export function isOverdue({ state, dueOn }: Pick<Measure, 'state' | 'dueOn'>, today: LocalDate): boolean {
  return dueOn !== null && dueOn < today && is(UNDER_WAY, state);
}

/**
 * By when the next visit is due: the last day of the first month since inclusion in which fewer people were met than the
 * profile asks for (domain.md 3.5). A call at a shut door is no visit, nor is what happened in between. Null where the profile asks for none.
 */
export function visitDueOn(
  { includedOn, today, visits }: Pick<HelpFacts, 'includedOn' | 'today' | 'visits'>,
  perMonth: number,
): LocalDate | null {
  if (perMonth === 0) return null;
  const met = visits
    .filter(({ result, cadence }) => result !== 'UNREACHABLE' && cadence !== 'EVENT')
    .map(({ on }) => on.slice(0, 7));
  const last = [...met].sort().at(-1) ?? '';
  // What was missed before the newest visit cannot be made up for.
  let month = last > includedOn.slice(0, 7) ? `${last}-01` : `${includedOn.slice(0, 7)}-01`;
  while (month <= today && met.filter((one) => one === month.slice(0, 7)).length >= perMonth)
    month = addMonths(month, 1);
  return lastOfMonth(month);
}

/** A second shut door in a row calls for somebody else to go there (domain.md 3.5, UNREACHABLE). */
export function isTwiceShut(visits: readonly { on: LocalDate; result: FollowUpResult }[]): boolean {
  const [last, before] = [...visits].sort((a, b) => (a.on < b.on ? 1 : -1));
  return last?.result === 'UNREACHABLE' && before?.result === 'UNREACHABLE';
}
