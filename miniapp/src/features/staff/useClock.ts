import { call, type Output } from '@miniapp/platform/api';
import { type Query, useQuery } from '@miniapp/ui/useQuery';

export type Clock = Output<'local.clock'>;

/** The local stack's clock; an error wherever there is none, which is everywhere else. */
export const useClock = (): Query<Clock> => useQuery('clock', () => call('local.clock', {}));
