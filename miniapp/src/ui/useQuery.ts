import { useShow } from '@miniapp/platform/lifecycle';
import { slot } from '@miniapp/platform/storage';
import { useCallback, useEffect, useRef, useState } from 'react';

export interface Query<T> {
  /** The last that came, also after an error. */
  data?: T;
  /** Why the last try failed; undefined once one succeeds. */
  error?: unknown;
  loading: boolean;
  /** When `data` was fetched, in milliseconds: it may be a copy kept on the phone. */
  savedAt?: number;
  reload: () => Promise<void>;
  /** Puts what a command just answered on the screen. */
  set: (data: T) => void;
}

export interface QueryOptions<T> {
  /**
   * Keep a copy on the phone, for when there is no network: always, or as long as what came is to be kept. The
   * person's own data, and what a cadre takes along to work on; signing out takes it off the phone.
   */
  keep?: boolean | ((data: T) => boolean);
}

interface Copy<T> {
  data: T;
  savedAt: number;
}

/** Pages come and go; what they fetched stays until the app closes. */
const memory = new Map<string, Copy<unknown>>();

const copyOf = <T>(key: string) => slot<Copy<T>>(`copy:${key}`);

/** Coming back to a page within this time does not fetch again. */
const FRESH_MS = 2000;

/**
 * Fetches `fn` under `key` when the page opens, when the key changes and when the page is shown again. A late answer
 * to an old key is dropped. `key` undefined: not yet.
 */
export function useQuery<T>(
  key: string | undefined,
  fn: () => Promise<T>,
  { keep }: QueryOptions<T> = {},
): Query<T> {
  const [state, setState] = useState<Held<T>>(() => remembered<T>(key, keep));
  const fetcher = useRef(fn);
  fetcher.current = fn;
  const turn = useRef(0);
  const fetchedAt = useRef(0);

  const store = useCallback(
    (data: T) => {
      if (key === undefined) return;
      const copy = { data, savedAt: Date.now() };
      memory.set(key, copy);
      if (keep === true || (typeof keep === 'function' && keep(data))) copyOf<T>(key).set(copy);
      else if (keep) copyOf<T>(key).remove();
      setState({ key, ...copy, loading: false });
    },
    [key, keep],
  );

  const reload = useCallback(async () => {
    if (key === undefined) return;
    turn.current += 1;
    const mine = turn.current;
    fetchedAt.current = Date.now();
    setState((old) => ({ ...(old.key === key ? old : remembered<T>(key, keep)), loading: true }));
    try {
      const data = await fetcher.current();
      if (mine === turn.current) store(data);
    } catch (error) {
      if (mine === turn.current) setState((old) => ({ ...old, error, loading: false }));
    }
  }, [key, keep, store]);

  useEffect(() => {
    reload();
    return () => {
      turn.current += 1;
    };
  }, [reload]);

  useShow(() => {
    // What another page has put there meanwhile is shown at once.
    const now = remembered<T>(key, keep);
    setState((old) => ((now.savedAt ?? 0) > (old.savedAt ?? 0) ? { ...now, loading: old.loading } : old));
    if (Date.now() - fetchedAt.current > FRESH_MS) reload();
  });

  const current = state.key === key ? state : remembered<T>(key, keep);
  return {
    data: current.data,
    error: current.error,
    loading: current.loading,
    savedAt: current.savedAt,
    reload,
    set: store,
  };
}

interface Held<T> {
  key: string | undefined;
  data?: T;
  error?: unknown;
  loading: boolean;
  savedAt?: number;
}

function remembered<T>(key: string | undefined, keep: QueryOptions<T>['keep']): Held<T> {
  if (key === undefined) return { key, loading: false };
  const copy = (memory.get(key) as Copy<T> | undefined) ?? (keep ? copyOf<T>(key).get() : undefined);
  return { key, data: copy?.data, savedAt: copy?.savedAt, loading: true };
}

/** Another person on this phone must not see what the last one fetched. */
export function forgetQueries(): void {
  memory.clear();
}
