import type { LocalDate } from '@shared/calendar';
import { policyOfItem } from '@shared/payments';
import type { AfterElimination } from '@shared/policies';

/** A payment that a payer reported (shared/payments): the only thing on a card that is money on an account. */
export interface ConfirmedPayment {
  id: string;
  item: string;
  policy: string | null;
  fen: number;
  paidOn: LocalDate;
  /** Who paid, in words. */
  payer: string;
  /** To whom of the family, by name. */
  member: string;
  /** Last four digits, '' when the payer wrote none. */
  cardTail: string;
}

/** A measure that is on record (domain.md 8.1). */
export interface ConfirmedMeasure {
  id: string;
  name: string;
  department: string;
  on: LocalDate;
  fen: number | null;
  /** What it is, where it is no money. */
  words: string;
  /** Under way still, not landed. */
  doing: boolean;
}

/** A line of a card, frozen with it. */
export interface CardLine {
  kind: 'PAYMENT' | 'MEASURE';
  /** Of the record that it comes from. */
  id: string;
  title: string;
  fen: number | null;
  words: string;
  on: LocalDate;
  payer: string;
  member: string;
  cardTail: string;
  doing: boolean;
}

export interface CardHelper {
  name: string;
  unit: string;
  phone: string;
}

/** All that a 明白卡 says; no cause of risk, no ID number, no whole card number (domain.md 6.3, 7.1). */
export interface CardContent {
  caseNo: string;
  headName: string;
  memberCount: number | null;
  village: string;
  group: string;
  includedOn: LocalDate;
  /** Who helps the family; absent while nobody is named, and on cards of before that was said. */
  helper?: CardHelper;
  /** The calendar year that it tells of. */
  year: number;
  /** The newest first. */
  lines: CardLine[];
  /** What came onto accounts, in fen. */
  sumFen: number;
  /** By name: what ends when the family leaves the list, what goes on for its term, what never hung on the list. */
  afterwards: { stop: string[]; finish: string[]; stay: string[] };
}

export interface CardSource {
  family: Pick<
    CardContent,
    'caseNo' | 'headName' | 'memberCount' | 'village' | 'group' | 'includedOn' | 'helper'
  >;
  payments: readonly ConfirmedPayment[];
  measures: readonly ConfirmedMeasure[];
  policies: readonly { code: string; name: string; afterElimination: AfterElimination }[];
}

/** A measure is written down some days before or after its money: within so many days they are one. */
const SAME_WITHIN_DAYS = 31;

/**
 * What the card of a year says, from confirmed records and nothing else (domain.md 7.1): payments since the family is on
 * the list, and measures. A measure whose money a payer reported is that payment and stands once. Policies are those
 * that payments or measures of the year name.
 */
export function cardContent({ family, payments, measures, policies }: CardSource, year: number): CardContent {
  const inYear = (on: LocalDate) => on.startsWith(`${year}-`);
  const paid = payments.filter(({ paidOn }) => inYear(paidOn));
  const since = paid.filter(({ paidOn }) => paidOn >= family.includedOn);
  const helped = measures.filter(({ on }) => inYear(on));
  const free = [...since];
  const apart = helped.filter((measure) => {
    const at = free.findIndex((payment) => isSame(measure, payment));
    if (at >= 0) free.splice(at, 1);
    return at < 0;
  });
  const lines = [...since.map(lineOfPayment), ...apart.map(lineOfMeasure)];
  lines.sort((a, b) => compare(b.on, a.on) || compare(a.kind, b.kind) || compare(a.id, b.id));
  const named = new Set([
    ...paid.flatMap(({ policy }) => policy ?? []),
    ...helped.flatMap(({ name }) => policyOfItem(name) ?? []),
  ]);
  const come = policies.filter(({ code }) => named.has(code));
  const namesOf = (...ends: AfterElimination[]) =>
    come.filter(({ afterElimination }) => ends.includes(afterElimination)).map(({ name }) => name);
  return {
    ...family,
    year,
    lines,
    sumFen: since.reduce((sum, { fen }) => sum + fen, 0),
    afterwards: {
      stop: namesOf('STOP', 'STOP_NEXT_PERIOD'),
      finish: namesOf('CONTINUE_TO_TERM'),
      stay: namesOf('UNAFFECTED'),
    },
  };
}

function isSame(measure: ConfirmedMeasure, payment: ConfirmedPayment): boolean {
  if (measure.fen !== payment.fen || daysApart(measure.on, payment.paidOn) > SAME_WITHIN_DAYS) return false;
  const policy = policyOfItem(measure.name);
  return policy === null ? measure.name === payment.item : policy === payment.policy;
}

const daysApart = (a: LocalDate, b: LocalDate) => Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function lineOfPayment({ id, item, fen, paidOn, payer, member, cardTail }: ConfirmedPayment): CardLine {
  return {
    kind: 'PAYMENT',
    id,
    title: item,
    fen,
    words: '',
    on: paidOn,
    payer,
    member,
    cardTail,
    doing: false,
  };
}

function lineOfMeasure({ id, name, department, on, fen, words, doing }: ConfirmedMeasure): CardLine {
  return {
    kind: 'MEASURE',
    id,
    title: name,
    fen,
    words,
    on,
    payer: department,
    member: '',
    cardTail: '',
    doing,
  };
}

/** One text for one content: what the digest of a version is made of. Cards of before have no helper in theirs. */
export function cardText(content: CardContent): string {
  const {
    caseNo,
    headName,
    memberCount,
    village,
    group,
    includedOn,
    year,
    lines,
    sumFen,
    afterwards,
    helper,
  } = content;
  return JSON.stringify([
    [caseNo, headName, memberCount, village, group, includedOn, year, sumFen],
    lines.map(({ kind, id, title, fen, words, on, payer, member, cardTail, doing }) => [
      kind,
      id,
      title,
      fen,
      words,
      on,
      payer,
      member,
      cardTail,
      doing,
    ]),
    [afterwards.stop, afterwards.finish, afterwards.stay],
    ...(helper === undefined ? [] : [[helper.name, helper.unit, helper.phone]]),
  ]);
}

/** First day of the quarter of a day: in each quarter a card is made anew (domain.md 3.4, quarterly ledger). */
export function quarterStart(day: LocalDate): LocalDate {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
  return `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
}
