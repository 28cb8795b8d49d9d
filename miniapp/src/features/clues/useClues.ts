import { useFreshAfterActs } from '@miniapp/features/staff';
import { call, type Output } from '@miniapp/platform/api';
import { useCommand } from '@miniapp/ui/useCommand';
import { type Query, useQuery } from '@miniapp/ui/useQuery';
import type { ClueView } from '@shared/contract';
import { useEffect, useState } from 'react';

type Page = Output<'clues.list'>;

export const CLUE_TABS = ['ALL', 'DEPT_ALERT', 'CADRE', 'ANSWERED'] as const;
export type ClueTab = (typeof CLUE_TABS)[number];

export interface Clues {
  query: Query<Page>;
  clues: ClueView[];
  hasMore: boolean;
  more: () => void;
  busy: boolean;
  problem: unknown;
}

const PAGE = 50;

const inputOf = (tab: ClueTab, cursor: string) =>
  tab === 'ANSWERED'
    ? ({ state: 'ANSWERED', channel: 'ALL', cursor, limit: PAGE } as const)
    : ({ state: 'OPEN', channel: tab, cursor, limit: PAGE } as const);

/** One tab of the clues, a page at a time; the counts come along and equal their lists. */
export function useClues(tab: ClueTab): Clues {
  const query = useFreshAfterActs(useQuery(`clues:${tab}`, () => call('clues.list', inputOf(tab, ''))));
  const [behind, setBehind] = useState<Page[]>([]);
  const first = query.data;
  // A first page that was fetched anew begins the list anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page itself is what it follows
  useEffect(() => setBehind([]), [first]);
  const next = behind.length > 0 ? (behind.at(-1)?.next ?? null) : (first?.next ?? null);
  const fetching = useCommand((cursor: string) => call('clues.list', inputOf(tab, cursor)));
  const more = async () => {
    const page = next === null ? undefined : await fetching.run(next);
    if (page !== undefined) setBehind((pages) => [...pages, page]);
  };
  return {
    query,
    clues: [...(first?.clues ?? []), ...behind.flatMap(({ clues }) => clues)],
    hasMore: next !== null,
    more,
    busy: fetching.busy,
    problem: fetching.error,
  };
}
