import { ApiError } from '@miniapp/platform/api';
import { createStore } from '@miniapp/platform/store';
import type { Query } from '@miniapp/ui/useQuery';
import { useEffect, useRef, useSyncExternalStore } from 'react';

/** Grows with everything done, so that what other pages show of it is fetched again. */
const done = createStore(0);

export const somethingWasDone = (): void => done.set(done.get() + 1);

/** Fetches again after every act of this phone, wherever it was done. */
export function useFreshAfterActs<T>(query: Query<T>): Query<T> {
  const acts = useSyncExternalStore(done.subscribe, done.get);
  const seen = useRef(acts);
  const { reload } = query;
  useEffect(() => {
    if (seen.current === acts) return;
    seen.current = acts;
    reload();
  }, [acts, reload]);
  return query;
}

/** Sentences by field of an answer that refused the input. */
export function issuesOf(error: unknown): Record<string, string> {
  if (!(error instanceof ApiError)) return {};
  return Object.fromEntries((error.fault.issues ?? []).map(({ field, message }) => [field, message]));
}
