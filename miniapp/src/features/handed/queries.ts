import { useFreshAfterActs } from '@miniapp/features/staff';
import { call, type Output } from '@miniapp/platform/api';
import { type Query, useQuery } from '@miniapp/ui/useQuery';

export type Handed = Output<'measures.handed'>;

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
