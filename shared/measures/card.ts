import { type LocalDate, localDate } from '@shared/calendar';
import type { ConfirmedMeasure } from '@shared/cards';
import { REACHED, UNDER_WAY } from './codes';
import type { Measure } from './measure';

/**
 * What the card of a family says of its measures (domain.md 7.1): what reached it, by its own word or on its case, and what it
 * agreed to and still waits for. What is only planned, was given up or is not needed stands on no card.
 */
export function cardMeasures(measures: readonly Measure[]): ConfirmedMeasure[] {
  return measures.flatMap((m) => {
    const came = isCome(m);
    const on = came ? m.landing?.on : waitsSince(m);
    if (on === undefined) return [];
    const words = m.service === '' && came ? (m.landing?.note ?? '') : m.service;
    return {
      // What the case recorded keeps its place there: lines of older cards name it.
      id: m.caseIndex === null ? m.id : String(m.caseIndex),
      name: m.name,
      department: m.office,
      on,
      fen: came ? (m.landing?.amountFen ?? null) : m.amountFen,
      words,
      doing: !came,
    };
  });
}

/** Reached the family, and that is on record: it said so, or its case did. */
export const isCome = (m: Measure): boolean =>
  (REACHED as readonly string[]).includes(m.state) && (m.receipt !== null || m.caseIndex !== null);

/** Agreed to and not come yet: since when. */
function waitsSince({ state, agreed }: Measure): LocalDate | undefined {
  const open = state === 'LANDED' || (UNDER_WAY as readonly string[]).includes(state);
  return open && agreed !== null ? localDate(agreed.at) : undefined;
}
