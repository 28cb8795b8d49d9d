import { useFreshAfterActs } from '@miniapp/features/staff';
import { call, type Output } from '@miniapp/platform/api';
import { type Query, useQuery } from '@miniapp/ui/useQuery';

/** Families that wait for a meeting, by village. */
export const useWaitingFamilies = (): Query<Output<'meetings.waiting'>> =>
  useFreshAfterActs(useQuery('meetings:waiting', () => call('meetings.waiting', {})));
