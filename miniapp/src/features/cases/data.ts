import { ApiError, call, type Output } from '@miniapp/platform/api';
import { type Query, useQuery } from '@miniapp/ui/useQuery';

/** What the family sees of its own case. */
export type HouseholdCase = Output<'applications.get'>['case'];

export const fetchCase = async (caseId: string): Promise<HouseholdCase> =>
  (await call('applications.get', { caseId })).case;

/** Newest first. */
export const fetchMyCases = async (): Promise<HouseholdCase[]> => (await call('applications.mine', {})).cases;

/** One case, kept on the phone for when there is no network. */
export const useCase = (caseId: string): Query<HouseholdCase> =>
  useQuery(caseId === '' ? undefined : `case:${caseId}`, () => fetchCase(caseId), { keep: true });

/** Passes an answer on; when somebody else was faster (409), what is on the screen is fetched anew as well. */
export async function orStale<T>(answer: Promise<T>, onStale: () => void): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ApiError && error.status === 409) onStale();
    throw error;
  }
}
