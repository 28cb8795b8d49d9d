import { type Pages, usePages } from '@miniapp/features/staff';
import { call, type Output } from '@miniapp/platform/api';
import type { ClueView } from '@shared/contract';

type Page = Omit<Output<'clues.list'>, 'clues'> & { rows: ClueView[] };

export const CLUE_TABS = ['ALL', 'DEPT_ALERT', 'CADRE', 'ANSWERED'] as const;
export type ClueTab = (typeof CLUE_TABS)[number];

export type Clues = Pages<ClueView, Page>;

const PAGE = 50;

const inputOf = (tab: ClueTab, cursor: string) =>
  tab === 'ANSWERED'
    ? ({ state: 'ANSWERED', channel: 'ALL', cursor, limit: PAGE } as const)
    : ({ state: 'OPEN', channel: tab, cursor, limit: PAGE } as const);

/** One tab of the clues, a page at a time; the counts come along and equal their lists. */
export function useClues(tab: ClueTab): Clues {
  return usePages<ClueView, Page>(`clues:${tab}`, async (cursor) => {
    const { clues: rows, ...page } = await call('clues.list', inputOf(tab, cursor));
    return { ...page, rows };
  });
}
