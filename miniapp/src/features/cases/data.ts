import { ApiError, call, type Output } from '@miniapp/platform/api';
import { type Query, useQuery } from '@miniapp/ui/useQuery';
import { FAMILY_RELATIONS } from '@shared/casework/codes';

/** What the family sees of its own case. */
export type HouseholdCase = Output<'applications.get'>['case'];

/** Whether it is the reader's own family: reported by one of it, or taken over from somebody else. */
export const isOwnFamily = ({ report, handover }: Pick<HouseholdCase, 'report' | 'handover'>): boolean =>
  (handover !== null && handover.takenOn !== null) ||
  FAMILY_RELATIONS.includes(report.reporter.relation as never);

export const fetchCase = async (caseId: string): Promise<HouseholdCase> =>
  (await call('applications.get', { caseId })).case;

/** Newest first. */
export const fetchMyCases = async () => (await call('applications.mine', {})).cases;
/** A case as it stands in the list of one's own. */
export type MyCase = Output<'applications.mine'>['cases'][number];

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
