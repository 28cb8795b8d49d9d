import { useFreshAfterActs } from '@miniapp/features/staff';
import { call, type Output } from '@miniapp/platform/api';
import { type Query, useQuery } from '@miniapp/ui/useQuery';

/** One round with the villages of the reader. */
export const useRound = (roundId: string): Query<Output<'checks.get'>> =>
  useFreshAfterActs(
    useQuery(roundId === '' ? undefined : `check:${roundId}`, () => call('checks.get', { roundId })),
  );
