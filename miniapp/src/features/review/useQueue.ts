import { useFreshAfterActs } from '@miniapp/features/staff';
import { call, type Output } from '@miniapp/platform/api';
import { sentenceOf } from '@miniapp/ui/QueryView';
import { type Query, useQuery } from '@miniapp/ui/useQuery';
import type { QueueFilter } from '@shared/casework';
import { useCallback, useEffect, useRef, useState } from 'react';

type Page = Output<'reviews.queue'>;
export type QueueItem = Page['rows'][number];

export interface Queue {
  query: Query<Page>;
  rows: QueueItem[];
  /** There are rows behind the last one that is shown. */
  hasMore: boolean;
  more: () => Promise<void>;
  busy: boolean;
  /** Why the rows behind could not be fetched. */
  problem?: string;
}

const PAGE = 50;

/** One queue, narrowed or not, by due date, a page at a time; the counts of all queues come along. */
export function useQueue(filter: QueueFilter): Queue {
  const key = JSON.stringify(filter);
  const query = useFreshAfterActs(
    useQuery(`queue:${key}`, () => call('reviews.queue', { ...filter, limit: PAGE })),
  );
  const [behind, setBehind] = useState<{ rows: QueueItem[]; next: string | null }>();
  const [state, setState] = useState<{ busy: boolean; problem?: string }>({ busy: false });
  const first = query.data;

  // A first page that was fetched anew begins the list anew.
  const begun = useRef(first);
  useEffect(() => {
    if (begun.current === first) return;
    begun.current = first;
    setBehind(undefined);
  }, [first]);

  const next = behind === undefined ? (first?.next ?? null) : behind.next;
  const more = useCallback(async () => {
    if (next === null) return;
    setState({ busy: true });
    try {
      const page = await call('reviews.queue', {
        ...(JSON.parse(key) as QueueFilter),
        limit: PAGE,
        cursor: next,
      });
      if (begun.current !== first) return;
      setBehind((old) => ({ rows: [...(old?.rows ?? []), ...page.rows], next: page.next }));
      setState({ busy: false });
    } catch (error) {
      setState({ busy: false, problem: sentenceOf(error) ?? '没有取到。可能是网不好，再点一次。' });
    }
  }, [next, key, first]);

  return {
    query,
    rows: [...(first?.rows ?? []), ...(behind?.rows ?? [])],
    hasMore: next !== null,
    more,
    ...state,
  };
}
