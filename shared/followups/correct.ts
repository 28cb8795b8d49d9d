import type { LocalDate } from '@shared/calendar';
import { type Fact, type FactKey, factAt, periodsOf } from './facts';

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
  const { member, key } = wrong;
  const meant = facts.flatMap((fact) =>
    fact !== wrong ? [fact] : right === null ? [] : [{ ...wrong, ...right }],
  );
  const edges = [...facts, ...meant]
    .filter((fact) => fact.member === member && fact.key === key)
    .flatMap(({ from, to }) => (to === null ? [from] : [from, to]));
  const days = [...new Set(edges)].sort();
  const rows: FactToWrite[] = [];
  days.forEach((from, index) => {
    const value = factAt(meant, member, key, { on: from }) ?? null;
    if (same(value, factAt(facts, member, key, { on: from }))) return;
    const to = days[index + 1] ?? null;
    const before = rows.at(-1);
    if (before !== undefined && before.to === from && same(before.value, value)) before.to = to;
    else rows.push({ member, key, value, from, to });
  });
  return rows;
}

/** Whether some day still reads as this row says. */
export const counts = (facts: readonly Fact[], one: Fact): boolean =>
  periodsOf(facts, one.member, one.key).some(({ fact }) => fact === one);
