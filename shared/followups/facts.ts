import type { Instant, LocalDate } from '@shared/calendar';
import type { Health, HouseholdKind, Labour, MemberRelation, RiskType, School } from '@shared/casework/codes';
import type { StandingInFamily } from './codes';

/** What is known of a person, by key (domain.md 4.3). */
export interface MemberFacts {
  STANDING: StandingInFamily;
  /** Whether the per-head figures count her (domain.md 5.1, 3.8). */
  COUNTED: boolean;
  NAME: string;
  RELATION: MemberRelation;
  BIRTH_DATE: LocalDate | null;
  ID_NO: string | null;
  HEALTH: readonly Health[];
  LABOUR: Labour;
  SCHOOL: School;
  INSURED: boolean;
  AWAY: boolean;
}

/** What is known of the family as a whole (domain.md 4.2, 4.6). */
export interface HouseholdFacts {
  KIND: HouseholdKind;
  HOUSE_GRADE: 'A' | 'B' | 'C' | 'D' | 'UNKNOWN';
  HOUSING: boolean;
  WATER: boolean;
  SCHOOL_PROBLEM: boolean;
  INSURANCE: boolean;
  NO_LABOUR: boolean;
  /** Risks for which the family is on the list, in order. */
  RISKS: readonly RiskType[];
}

export const FACT_KEYS = [
  'STANDING',
  'COUNTED',
  'NAME',
  'RELATION',
  'BIRTH_DATE',
  'ID_NO',
  'HEALTH',
  'LABOUR',
  'SCHOOL',
  'INSURED',
  'AWAY',
  'KIND',
  'HOUSE_GRADE',
  'HOUSING',
  'WATER',
  'SCHOOL_PROBLEM',
  'INSURANCE',
  'NO_LABOUR',
  'RISKS',
] as const satisfies readonly (keyof MemberFacts | keyof HouseholdFacts)[];

export type MemberFactKey = keyof MemberFacts;
export type HouseholdFactKey = keyof HouseholdFacts;
export type FactKey = MemberFactKey | HouseholdFactKey;

/** The subject of what is true of the family as a whole. */
export const HOUSEHOLD = '';

/**
 * One thing that somebody wrote down: what, of whom, for which days, when and on what evidence. It is never changed or
 * taken away: a correction is another row about the same days. `from` is the first day, `to` the first one no longer
 * meant; null goes on. Value null: it is not known for those days.
 */
export interface Fact {
  /** Under which it can be named: of those that the case itself holds, by whom and what it is of. */
  id?: string;
  member: string;
  key: FactKey;
  value: unknown;
  from: LocalDate;
  to: LocalDate | null;
  recordedAt: Instant;
  recordedBy: string;
  evidence: string;
  /** The coming, going or follow-up that wrote it. */
  record?: string | undefined;
  /** The row that this one puts right, and why that was wrong. */
  corrects?: string | undefined;
  reason?: string | undefined;
}

const meant = ({ from, to }: Pick<Fact, 'from' | 'to'>, day: LocalDate): boolean =>
  from <= day && (to === null || day < to);

/** Both axes of a reading: what was true on a day, as it was known at a moment (null: as it is known now). */
export interface AsOf {
  on: LocalDate;
  knownAt?: Instant | null | undefined;
}

/**
 * The value of one fact on a day as known at a moment; undefined when nobody had said it. Of all rows that mean the day,
 * the one that was written last counts. `facts` are in the order in which they were written.
 */
export function factAt<K extends FactKey>(
  facts: readonly Fact[],
  member: string,
  key: K,
  { on, knownAt = null }: AsOf,
): (MemberFacts & HouseholdFacts)[K] | null | undefined {
  for (let at = facts.length - 1; at >= 0; at -= 1) {
    const fact = facts[at];
    if (fact === undefined || fact.member !== member || fact.key !== key) continue;
    if (knownAt !== null && fact.recordedAt > knownAt) continue;
    if (meant(fact, on)) return fact.value as (MemberFacts & HouseholdFacts)[K] | null;
  }
  return undefined;
}

/** A time in which one row is what counts. */
export interface Period {
  from: LocalDate;
  to: LocalDate | null;
  fact: Fact;
}

/**
 * How one fact went through time, as known at a moment: periods in order, none overlapping, neighbours that come of one
 * row joined. Days of which nobody said anything are in none.
 */
export function periodsOf(
  facts: readonly Fact[],
  member: string,
  key: FactKey,
  knownAt: Instant | null = null,
): Period[] {
  const rows = facts.filter(
    (fact) => fact.member === member && fact.key === key && (knownAt === null || fact.recordedAt <= knownAt),
  );
  const edges = [...new Set(rows.flatMap(({ from, to }) => (to === null ? [from] : [from, to])))].sort();
  const periods: Period[] = [];
  edges.forEach((from, index) => {
    const fact = [...rows].reverse().find((one) => meant(one, from));
    if (fact === undefined) return;
    const to = edges[index + 1] ?? null;
    const before = periods.at(-1);
    if (before !== undefined && before.fact === fact && before.to === from) before.to = to;
    else periods.push({ from, to, fact });
  });
  return periods;
}

/**
 * The first day after `from` of which something else is known: until then holds what is found of `from` and written down late, as
 * by a phone that was offline. A row that took another back to what stood before says nothing new. Null: nothing is known of later.
 */
export function knownUntil(
  facts: readonly Fact[],
  member: string,
  key: FactKey,
  from: LocalDate,
): LocalDate | null {
  const before = JSON.stringify(factAt(facts, member, key, { on: from }));
  const next = periodsOf(facts, member, key).find(
    (one) =>
      one.from > from && (one.fact.corrects === undefined || JSON.stringify(one.fact.value) !== before),
  );
  return next?.from ?? null;
}

/** A person as known on a day: what nobody said is left out. */
export interface Member extends Partial<MemberFacts> {
  key: string;
}

/** A family as known on a day; members of any standing, in the order in which they were first written down. */
export interface FamilyOnDay {
  household: Partial<HouseholdFacts>;
  members: Member[];
}

/** The whole family on a day, as known at a moment. A member is who had a standing then. */
export function familyAt(facts: readonly Fact[], asOf: AsOf): FamilyOnDay {
  const household: Record<string, unknown> = {};
  const members = new Map<string, Record<string, unknown>>();
  for (const { member, key } of facts) {
    const at = member === HOUSEHOLD ? household : (members.get(member) ?? {});
    if (member !== HOUSEHOLD) members.set(member, at);
    if (key in at) continue;
    const value = factAt(facts, member, key, asOf);
    if (value !== undefined && value !== null) at[key] = value;
  }
  return {
    household: household as Partial<HouseholdFacts>,
    members: [...members]
      .filter(([, found]) => found.STANDING !== undefined)
      .map(([key, found]) => ({ key, ...(found as Partial<MemberFacts>) })),
  };
}

/** Those who are of the family on that day, at home or away. */
export const presentOf = ({ members }: FamilyOnDay): Member[] =>
  members.filter(({ STANDING }) => STANDING !== 'CLOSED');

/** The first day of which something is known, or null. */
export function firstDayOf(facts: readonly Fact[]): LocalDate | null {
  return facts.reduce<LocalDate | null>(
    (first, { from }) => (first === null || from < first ? from : first),
    null,
  );
}
