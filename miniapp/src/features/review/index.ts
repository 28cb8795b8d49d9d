/** What the desk shares with the phone: the parts of a case, its forms, its queue. */
export { pageOfAct } from './acts';
export { ActForm, DONE_WORDS, hasForm } from './forms';
export { HandsForm } from './forms/HandsForm';
export { FrameContext } from './frame';
export { aboutOf, actionsOf, type CaseAction, dueTagOf, mayDo, usedDays } from './model/facts';
export { Answers } from './parts/Answers';
export { Ask } from './parts/Ask';
export { Branches } from './parts/Branches';
export { Family } from './parts/Family';
export { Figures } from './parts/Figures';
export { Findings } from './parts/Findings';
export { History } from './parts/History';
export { InHand } from './parts/InHand';
export { Opinions } from './parts/Opinions';
export { Procedure } from './parts/Procedure';
export { Prompts } from './parts/Prompts';
export { Report } from './parts/Report';
export { Signatures } from './parts/Signatures';
export { Since } from './parts/Since';
export { Sums } from './parts/Sums';
export { UNDO_ID, UndoBar, type Undoing } from './parts/UndoBar';
export { EMPTY_WORDS, NONE_SUCH, PhoneQueue } from './Queue';
export { Narrow } from './queue/Narrow';
export { usePlaces } from './queue/usePlaces';
export { type SavedFilters, useSaved } from './queue/useSaved';
export { type Search, useSearch } from './queue/useSearch';
export {
  aboveList,
  besideQueue,
  filterWords,
  isNarrow,
  rowDetail,
  sameFilter,
  TAB_WORDS,
  whole,
} from './queue/words';
export { Bulk } from './together/Bulk';
export { noteOpened, openedVersion } from './together/opened';
export { useCase } from './useCase';
export { type Hands, useHands } from './useHands';
export { type Queue, type QueueItem, useQueue } from './useQueue';
