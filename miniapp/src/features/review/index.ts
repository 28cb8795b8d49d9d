/** What publicity and the desk share with the staff's cases. */
export { pageOfAct } from './acts';
export { ActForm, DONE_WORDS, hasForm } from './forms';
export { FrameContext } from './frame';
export { aboutOf, actionsOf, type CaseAction, dueTagOf, mayDo, usedDays } from './model/facts';
export {
  ANNOUNCE_PAGE,
  CLOCK_PAGE,
  DESK_FROM_PX,
  INCLUDED_PAGE,
  POST_PAGE,
  PUBLICITY_PAGE,
} from './pages';
export { Answers } from './parts/Answers';
export { Ask } from './parts/Ask';
export { Family } from './parts/Family';
export { Figures } from './parts/Figures';
export { Findings } from './parts/Findings';
export { History } from './parts/History';
export { Opinions } from './parts/Opinions';
export { Photos } from './parts/Photos';
export { Procedure } from './parts/Procedure';
export { Prompts } from './parts/Prompts';
export { Report } from './parts/Report';
export { Signatures } from './parts/Signatures';
export { Sums } from './parts/Sums';
export { EMPTY_WORDS, PhoneQueue } from './Queue';
export { reportForOthers } from './reportForOthers';
export { Staffed } from './Staffed';
export { issuesOf, somethingWasDone, useCase, useFreshAfterActs } from './useCase';
export { useClock } from './useClock';
export { usePhotos } from './usePhotos';
export { type Queue, useQueue } from './useQueue';
