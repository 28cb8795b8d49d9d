import { type Pages, useFreshAfterActs, usePages } from '@miniapp/features/staff';
import { call, type Output } from '@miniapp/platform/api';
import { type Query, useQuery } from '@miniapp/ui/useQuery';
import type { FactView, FollowedFamily, FollowedRow } from '@shared/contract';
import type { FollowUpList } from '@shared/followups/codes';

type Page = Omit<Output<'followups.list'>, 'rows'> & { rows: FollowedRow[] };

const PAGE = 50;

/** One list of families, a page at a time; the counts of all lists come along. */
export function useFollowed(list: FollowUpList): Pages<FollowedRow, Page> {
  return usePages<FollowedRow, Page>(`follow-ups:${list}`, (cursor) =>
    call('followups.list', { list, cursor, limit: PAGE }),
  );
}

/** One family; a copy stays on the phone, for the yard where there is no network. */
export function useFamily(caseId: string | undefined): Query<FollowedFamily> {
  return useFreshAfterActs(
    useQuery(
      caseId === undefined ? undefined : `follow-up:${caseId}`,
      async () => (await call('followups.family', { caseId: caseId ?? '' })).family,
      { keep: true },
    ),
  );
}

/** All that was written down of a family, the last first. */
export const useHistory = (caseId: string | undefined): Query<FactView[]> =>
  useFreshAfterActs(
    useQuery(
      caseId === undefined ? undefined : `facts:${caseId}`,
      async () => (await call('followups.history', { caseId: caseId ?? '' })).rows,
    ),
  );

/** A family on a day, as it was known at the end of another; '' as it is known now. */
export const useFactsOn = (caseId: string, on: string, knownOn: string): Query<Output<'followups.facts'>> =>
  useFreshAfterActs(
    useQuery(`facts:${caseId}:${on}:${knownOn}`, () => call('followups.facts', { caseId, on, knownOn })),
  );
