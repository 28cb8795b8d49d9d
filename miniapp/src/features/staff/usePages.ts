import { failureOf } from '@miniapp/ui/QueryView';
import { type Query, useQuery } from '@miniapp/ui/useQuery';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useFreshAfterActs } from './done';

interface Page<Row> {
  rows: Row[];
  /** Where the next page begins; null on the last one. */
  next: string | null;
}

export interface Pages<Row, P> {
  /** The first page, with whatever comes along. */
  query: Query<P>;
  rows: Row[];
  /** There are rows behind the last one that is shown. */
  hasMore: boolean;
  more: () => Promise<void>;
  busy: boolean;
  /** Why the rows behind could not be fetched. */
  problem?: string;
}

/** A long list a page at a time: the first as a query of that key, those behind it when they are asked for. */
export function usePages<Row, P extends Page<Row>>(
  key: string,
  fetchPage: (cursor: string) => Promise<P>,
): Pages<Row, P> {
  const query = useFreshAfterActs(useQuery(key, () => fetchPage('')));
  const [behind, setBehind] = useState<Page<Row>>();
  const [state, setState] = useState<{ busy: boolean; problem?: string }>({ busy: false });
  const first = query.data;
  const fetch = useRef(fetchPage);
  fetch.current = fetchPage;

  // A first page that was fetched anew begins the list anew; what is on its way for the old one is dropped.
  const begun = useRef(first);
  useEffect(() => {
    if (begun.current === first) return;
    begun.current = first;
    setBehind(undefined);
    setState({ busy: false });
  }, [first]);

  const next = behind === undefined ? (first?.next ?? null) : behind.next;
  const more = useCallback(async () => {
    if (next === null) return;
    setState({ busy: true });
    const settle = (how: () => void) => begun.current === first && how();
    try {
      const page = await fetch.current(next);
      settle(() => {
        setBehind((old) => ({ rows: [...(old?.rows ?? []), ...page.rows], next: page.next }));
        setState({ busy: false });
      });
    } catch (error) {
      const problem = failureOf(error, 'fetch');
      settle(() => setState({ busy: false, problem }));
    }
  }, [next, first]);

  return {
    query,
    rows: [...(first?.rows ?? []), ...(behind?.rows ?? [])],
    hasMore: next !== null,
    more,
    ...state,
  };
}
