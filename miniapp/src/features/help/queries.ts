import { useFreshAfterActs } from '@miniapp/features/staff';
import { call, type Output } from '@miniapp/platform/api';
import { type Query, useQuery } from '@miniapp/ui/useQuery';
import type { HelpedFamily, StaffFamily } from '@shared/contract/measures';

export type Helping = Output<'measures.helping'>;

/** Families that the reader helps; a copy stays on the phone, for the yard where there is no network. */
export const useHelping = (): Query<Helping> =>
  useFreshAfterActs(useQuery('helping', () => call('measures.helping', {}), { keep: true }));

/** One of them; undefined while it is not known, or not the reader's. */
export const helpedOf = (query: Query<Helping>, caseId: string | undefined): HelpedFamily | undefined =>
  query.data?.families.find((one) => one.caseId === caseId);

/** The help of one family, as its offices see it. */
export const useStaffFamily = (caseId: string | undefined): Query<StaffFamily> =>
  useFreshAfterActs(
    useQuery(
      caseId === undefined ? undefined : `help:${caseId}`,
      async () => (await call('measures.of', { caseId: caseId ?? '' })).family,
      { keep: true },
    ),
  );
