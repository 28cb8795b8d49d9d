import { addDays, type LocalDate } from '@shared/calendar';
import type { PolicyInForce } from './in-force';
import type { Frequency } from './record';

/** A confirmed payment as far as policies are concerned. */
export interface PaidOut {
  /** Code of the policy; null where the item is none of the catalogue's. */
  policy: string | null;
  fen: number;
  paidOn: LocalDate;
  member: { key: string; name: string };
}

/** A policy that comes already, and to whom of the family it last came. */
export interface Received {
  policy: PolicyInForce;
  /** Null for a policy of the family as one. */
  member: { key: string; name: string } | null;
  lastOn: LocalDate;
  lastFen: number;
}

/**
 * So many days after the last payment a policy still counts as coming: its own rhythm and as long again as an office may
 * be late (domain.md 7.1). What comes once, by the project or the bill comes no more within two years.
 */
const COMES_FOR_DAYS: Record<Frequency, number> = {
  DAILY: 31,
  MONTHLY: 92,
  QUARTERLY: 184,
  SEMESTER: 275,
  YEARLY: 430,
  PER_BILL: 366,
  SERVICE: 430,
  ONCE: 730,
  PROJECT: 730,
};

/** The longest of them: payments older than that say nothing about today. */
export const RECEIVED_WITHIN_DAYS = Math.max(...Object.values(COMES_FOR_DAYS));

/** What a family receives today, from confirmed payments alone: each policy and person once, by the newest payment. */
export function receivedPolicies(
  policies: readonly PolicyInForce[],
  payments: readonly PaidOut[],
  today: LocalDate,
): Received[] {
  const found = new Map<string, Received>();
  for (const { policy: code, fen, paidOn, member } of payments) {
    const policy = policies.find((one) => one.code === code);
    if (policy === undefined || paidOn < addDays(today, -COMES_FOR_DAYS[policy.frequency])) continue;
    const whom = policy.per === 'HOUSEHOLD' ? null : member;
    const key = `${policy.code} ${whom?.key ?? ''}`;
    const known = found.get(key);
    if (known === undefined || known.lastOn < paidOn)
      found.set(key, { policy, member: whom, lastOn: paidOn, lastFen: fen });
  }
  return [...found.values()];
}
