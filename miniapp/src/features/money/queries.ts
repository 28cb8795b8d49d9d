import { call, type Output } from '@miniapp/platform/api';
import { useQuery } from '@miniapp/ui/useQuery';

export type Payments = Output<'payments.ours'>;
export type Payment = Payments['payments'][number];
export type Policies = Output<'policies.ours'>;
export type Entitlement = Policies['maybe'][number];

/** In China. */
export const thisYear = (): number => new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();

/** The family's own money, kept for when there is no network. */
export const usePayments = (caseId: string, year: number) =>
  useQuery(
    caseId === '' ? undefined : `payments:${caseId}:${year}`,
    () => call('payments.ours', { caseId, year }),
    {
      keep: true,
    },
  );

/** What it may be entitled to, kept as well. Pages of this area share one copy. */
export const usePolicies = (caseId: string) =>
  useQuery(caseId === '' ? undefined : `policies:${caseId}`, () => call('policies.ours', { caseId }), {
    keep: true,
  });
