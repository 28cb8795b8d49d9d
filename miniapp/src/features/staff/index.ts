/** What all pages of staff share: where they are, who may look, photos, and fetching again after an act. */
export { ClockRow } from './ClockRow';
export { issuesOf, somethingWasDone, useFreshAfterActs } from './done';
export { forgetKeptPhotos, PhotoLost, sendKeptPhotos, sendOne } from './kept-photos';
export { More } from './More';
export { OpenOrDone } from './OpenOrDone';
export {
  ACTION_PAGE,
  ANNOUNCE_PAGE,
  ANSWER_PAGE,
  ASSIST_PAGE,
  ASSISTS_PAGE,
  CASE_PAGE,
  CHECKS_PAGE,
  CLOCK_PAGE,
  CLUE_REPORT_PAGE,
  CLUES_PAGE,
  COMPARE_PAGE,
  DELIVERIES_PAGE,
  DEPARTMENT_PAGE,
  DESK_FROM_PX,
  DESK_PAGE,
  DRAFT_PAGE,
  ENTRY_PAGE,
  FACTS_PAGE,
  FOLLOWED_PAGE,
  FOLLOWS_PAGE,
  GLANCE_PAGE,
  HOLD_PAGE,
  HUNG_PAGE,
  INCLUDED_PAGE,
  LEAVE_PAGE,
  LEDGERS_PAGE,
  LIST_PAGE,
  MEETING_PAGE,
  MEETINGS_PAGE,
  PAYMENTS_PAGE,
  PEOPLE_PAGE,
  POLICIES_PAGE,
  POST_PAGE,
  PROBLEMS_PAGE,
  PUBLICITY_PAGE,
  RATINGS_PAGE,
  REGISTER_PAGE,
  REQUESTS_PAGE,
  ROWS_PAGE,
  RULES_PAGE,
  SEND_PAGE,
  SUPERVISED_CASE_PAGE,
  SUPERVISED_PAGE,
  TASKS_PAGE,
  TICKET_PAGE,
  TICKETS_PAGE,
  TOGETHER_PAGE,
  WORDS_PAGE,
} from './pages';
export { reportForOthers } from './reportForOthers';
export { Staffed } from './Staffed';
export { type Unrelated, UnrelatedLine, useUnrelated } from './Unrelated';
export { type Clock, useClock } from './useClock';
export { type Pages, usePages } from './usePages';
export { type Photos, usePhotos } from './usePhotos';
export { WithReason } from './WithReason';
