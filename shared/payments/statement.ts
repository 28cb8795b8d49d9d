import type { LocalDate } from '@shared/calendar';

/** How a statement is put together: by the month, by whose it is, by who paid. */
export const STATEMENT_WAYS = ['MONTH', 'MEMBER', 'PAYER'] as const;
export type StatementWay = (typeof STATEMENT_WAYS)[number];

/** What a statement needs to know of a payment. */
export interface StatementLine {
  fen: number;
  paidOn: LocalDate;
  payer: string;
  member: { key: string; name: string };
}

export interface StatementGroup<P> {
  key: string;
  /** 「3月」, a name, or who paid. */
  title: string;
  sumFen: number;
  payments: P[];
}

/** Payments of a year in groups, each with its sum; the newest month first, else the largest sum first (domain.md 7.1). */
export function statementBy<P extends StatementLine>(
  payments: readonly P[],
  way: StatementWay,
): StatementGroup<P>[] {
  const groups = new Map<string, StatementGroup<P>>();
  for (const payment of payments) {
    const [key, title] = WAYS[way](payment);
    const group = groups.get(key) ?? { key, title, sumFen: 0, payments: [] };
    group.sumFen += payment.fen;
    group.payments.push(payment);
    groups.set(key, group);
  }
  const found = [...groups.values()];
  return way === 'MONTH'
    ? found.sort((a, b) => (a.key < b.key ? 1 : -1))
    : found.sort((a, b) => b.sumFen - a.sumFen);
}

const WAYS: Record<StatementWay, (payment: StatementLine) => [key: string, title: string]> = {
  MONTH: ({ paidOn }) => [paidOn.slice(0, 7), `${Number(paidOn.slice(5, 7))}月`],
  MEMBER: ({ member }) => [member.key, member.name],
  PAYER: ({ payer }) => [payer, payer],
};
