import { useFreshAfterActs } from '@miniapp/features/staff';
import { call, type Output } from '@miniapp/platform/api';
import { type Query, useQuery } from '@miniapp/ui/useQuery';
import type { HelpedFamily, StaffFamily } from '@shared/contract/measures';

export type Helping = Output<'measures.helping'>;
export type Handed = Output<'measures.handed'>;

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

/** What was handed to the reader's department. */
export const useHanded = (key: string | undefined): Query<Handed> =>
  useFreshAfterActs(useQuery(key, () => call('measures.handed', {})));

/** The same with what the family misses first, then what is to be done by its day, then the rest. */
export function useHandedInOrder(): Query<Handed> {
  const query = useHanded('help:handed');
  const rank = ({ measure }: Handed['measures'][number]) =>
    measure.notReceived !== null ? '0' : measure.acts.length > 0 ? `1${measure.dueOn ?? '9999'}` : '2';
  const { data } = query;
  return data === undefined
    ? query
    : {
        ...query,
        data: { ...data, measures: [...data.measures].sort((a, b) => (rank(a) < rank(b) ? -1 : 1)) },
      };
}
