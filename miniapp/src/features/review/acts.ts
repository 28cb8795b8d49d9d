import { ACTION_PAGE, ANNOUNCE_PAGE, HOLD_PAGE, POST_PAGE } from '@miniapp/features/staff';
import type { Params } from '@miniapp/platform/navigate';
import type { StaffCaseView } from '@shared/casework';

/** In place of an act: who has the case in hand. */
export const HANDS = 'hands';

/** Where an act is done: its own form, or the page on which a meeting or a notice speaks of several families at once. */
export function pageOfAct(action: string, view: Pick<StaffCaseView, 'id' | 'village'>): [string, Params] {
  if (action === 'recordAppraisal') return [HOLD_PAGE, { village: view.village, case: view.id }];
  if (action === 'postPublicity') return [POST_PAGE, { village: view.village }];
  if (action === 'announce') return [ANNOUNCE_PAGE, { village: view.village }];
  return [ACTION_PAGE, { caseId: view.id, action }];
}
