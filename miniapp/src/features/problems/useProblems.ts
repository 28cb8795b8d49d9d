import { type Pages, usePages } from '@miniapp/features/staff';
import { call, type Output } from '@miniapp/platform/api';
import type { ProblemView } from '@shared/contract';

type Page = Omit<Output<'problems.list'>, 'problems'> & { rows: ProblemView[] };

export type ProblemTab = 'OPEN' | 'CLOSED';

const PAGE = 50;

/** One tab of the problems, a page at a time. */
export function useProblems(state: ProblemTab): Pages<ProblemView, Page> {
  return usePages<ProblemView, Page>(`problems:${state}`, async (cursor) => {
    const { problems: rows, ...page } = await call('problems.list', { state, cursor, limit: PAGE });
    return { ...page, rows };
  });
}
