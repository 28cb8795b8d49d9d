/** What publicity and the desk share with the staff's cases. */
export { pageOfAct } from './acts';
export { CaseParts } from './CaseParts';
export { ActForm, DONE_WORDS, hasForm } from './forms';
export { type Frame, FrameContext } from './frame';
export {
  aboutOf,
  actionsOf,
  type CaseAction,
  dueTagOf,
  procedureFacts,
  sumRows,
  usedDays,
  windowWords,
} from './model/facts';
export {
  ANNOUNCE_PAGE,
  CLOCK_PAGE,
  DESK_FROM_PX,
  POST_PAGE,
  PUBLICITY_PAGE,
  REPORT_FOR_OTHERS,
} from './pages';
export { Ask } from './parts/Ask';
export { History } from './parts/History';
export { Photos } from './parts/Photos';
export { EMPTY_WORDS, PhoneQueue } from './Queue';
export { Staffed } from './Staffed';
export { issuesOf, somethingWasDone, useCase, useFreshAfterActs } from './useCase';
export { useClock } from './useClock';
export { usePhotos } from './usePhotos';
export { type QueueItem, useQueue } from './useQueue';
export { useVillage } from './useVillage';
