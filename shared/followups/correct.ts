import type { LocalDate } from '@shared/calendar';
import type { RiskType } from '@shared/casework/codes';
import { type Fact, type FactKey, factAt, HOUSEHOLD, periodsOf } from './facts';
import { withRisks } from './results';

/** What somebody should have written instead, and for which days. */
export interface RightFact {
  value: unknown;
  from: LocalDate;
  to: LocalDate | null;
}

/** What one person or the family was for some days, as it is to be written. */
export interface FactToWrite extends RightFact {
  member: string;
  key: FactKey;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/**
 * What has to be written so that every day reads as if the wrong row had been right when it was written (null: never
 * written). What others wrote after it about the same days stays; the wrong row stays readable as known before. Days of which
 * nothing is known any more get null. Empty when no day reads otherwise.
 * @param wrong one of `facts`
 */
export function correction(facts: readonly Fact[], wrong: Fact, right: RightFact | null): FactToWrite[] {
  const meant = facts.flatMap((fact) =>
    fact !== wrong ? [fact] : right === null ? [] : [{ ...wrong, ...right }],
  );
  return rewritten(facts, meant, wrong.member, wrong.key);
}

/** What has to be written beside what was, so that every day of one fact reads as those other rows say. */
function rewritten(
  facts: readonly Fact[],
  meant: readonly Fact[],
  member: string,
  key: FactKey,
): FactToWrite[] {
  const edges = [...facts, ...meant]
    .filter((fact) => fact.member === member && fact.key === key)
    .flatMap(({ from, to }) => (to === null ? [from] : [from, to]));
  const days = [...new Set(edges)].sort();
  return stretches(facts, member, key, days, (on) => factAt(meant, member, key, { on }));
}

/**
 * One fact as it is meant to read, written for those stretches only that read otherwise.
 * @param days in order; each begins a stretch, the last one is open
 */
function stretches(
  facts: readonly Fact[],
  member: string,
  key: FactKey,
  days: readonly LocalDate[],
  meant: (on: LocalDate) => unknown,
): FactToWrite[] {
  const rows: FactToWrite[] = [];
  days.forEach((from, index) => {
    const value = meant(from) ?? null;
    if (same(value, factAt(facts, member, key, { on: from }))) return;
    const to = days[index + 1] ?? null;
    const before = rows.at(-1);
    if (before !== undefined && before.to === from && same(before.value, value)) before.to = to;
    else rows.push({ member, key, value, from, to });
  });
  return rows;
}

/** A row to be written because of a record that is taken back, with the row of it that was wrong. */
export interface TakenBackFact extends FactToWrite {
  corrects: Fact;
}

/**
 * What has to be written so that every day reads as if a record had never been made: neither its rows count nor any that put
 * them right, nor those of records that were taken back before it.
 * @param gone records that were taken back before
 */
export function withoutRecord(
  facts: readonly Fact[],
  record: string,
  gone: ReadonlySet<string>,
): TakenBackFact[] {
  const over = new Set<string>();
  const meant = facts.filter((fact) => {
    const its = fact.record !== undefined && (fact.record === record || gone.has(fact.record));
    if (!its && (fact.corrects === undefined || !over.has(fact.corrects))) return true;
    if (fact.id !== undefined) over.add(fact.id);
    return false;
  });
  return facts
    .filter((fact) => fact.record === record)
    .flatMap((fact) =>
      rewritten(facts, meant, fact.member, fact.key).map((row) => ({ ...row, corrects: fact })),
    );
}

const risksIn = ({ key, value }: Fact): readonly RiskType[] =>
  key === 'RISKS' && Array.isArray(value) ? (value as RiskType[]) : [];

/**
 * What has to be written so that no day reads as if the family had this risk; the others stay in their order. For risks that
 * a follow-up added, not for those for which the county put the family on the list.
 */
export function withoutRisk(facts: readonly Fact[], risk: RiskType): FactToWrite[] {
  const meant = facts.map((fact) =>
    risksIn(fact).includes(risk) ? { ...fact, value: risksIn(fact).filter((one) => one !== risk) } : fact,
  );
  return rewritten(facts, meant, HOUSEHOLD, 'RISKS');
}

/**
 * What has to be written so that a family has risks beside its others from a day on, on every day after it too: a visit that is
 * written down late takes away none that was found of a later day.
 */
export function withRisksFrom(
  facts: readonly Fact[],
  fresh: readonly RiskType[],
  from: LocalDate,
): FactToWrite[] {
  const later = periodsOf(facts, HOUSEHOLD, 'RISKS').flatMap((one) => (one.from > from ? [one.from] : []));
  return stretches(facts, HOUSEHOLD, 'RISKS', [from, ...later], (on) =>
    withRisks(factAt(facts, HOUSEHOLD, 'RISKS', { on }) ?? [], fresh),
  );
}

/** A risk that a follow-up added to those of the case, and the row that took it back again. */
export interface AddedRisk {
  risk: RiskType;
  fact: Fact;
  back: Fact | null;
}

/** Risks that came after the county's decision, in the order in which they were written; one that came twice is there twice. */
export function addedRisks(facts: readonly Fact[]): AddedRisk[] {
  const all: AddedRisk[] = [];
  const open = new Map<RiskType, AddedRisk | null>();
  for (const fact of facts) {
    if (fact.key !== 'RISKS') continue;
    const risks = risksIn(fact);
    for (const [risk, added] of open)
      if (added !== null && fact.corrects === added.fact.id && !risks.includes(risk)) {
        added.back = fact;
        open.delete(risk);
      }
    for (const risk of risks) {
      if (open.has(risk)) continue;
      const added = fact.record === undefined ? null : { risk, fact, back: null };
      if (added !== null) all.push(added);
      open.set(risk, added);
    }
  }
  return all;
}

/** Whether some day still reads as this row says. */
export const counts = (facts: readonly Fact[], one: Fact): boolean =>
  periodsOf(facts, one.member, one.key).some(({ fact }) => fact === one);
