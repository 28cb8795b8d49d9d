import { useFreshAfterActs } from '@miniapp/features/staff';

import { call, type Output } from '@miniapp/platform/api';
import { type Query, useQuery } from '@miniapp/ui/useQuery';
import type { NoticeKind } from './words';

export type Waiting = Output<'notices.waiting'>;

/** Families that wait for a notice of this kind, by village. */
export const useWaiting = (kind: NoticeKind): Query<Waiting> =>
  useFreshAfterActs(useQuery(`waiting:${kind}`, () => call('notices.waiting', { kind })));
