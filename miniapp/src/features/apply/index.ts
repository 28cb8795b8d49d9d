/** What other areas may know of the report: whether one is begun, where to go on, and that it waits for a network. */
import { chosenVillage, FIND_VILLAGE_PAGE } from '@miniapp/features/account';
import { go } from '@miniapp/platform/navigate';
import { useSyncExternalStore } from 'react';
import { currentForm, draftStep, watchForm } from './draft';
import { pageOf, SAVED_PAGE } from './pages';
import { progressOf } from './steps';
import { isWaiting } from './submission';

export { settleDraft } from './draft';
export { AGAIN_PAGE } from './pages';
export { isWaiting, submit as submitWaiting } from './submission';

export interface ReportEntry {
  /** The line under 「我要申报」. */
  detail: string;
  /** One is begun or waits. */
  begun: boolean;
  open: () => void;
}

/** The door to the report on the front page: a new one, the one that was begun, or the one that waits. */
export function useReportEntry(): ReportEntry {
  const form = useSyncExternalStore(watchForm, currentForm);
  if (isWaiting()) return { detail: '还没交到村里，点这里再交', begun: true, open: () => go(SAVED_PAGE) };
  const step = draftStep(form);
  if (step !== null)
    return {
      detail: `上次填到第 ${progressOf(step, form.answers).now} 步，接着填`,
      begun: true,
      open: () => go(pageOf(step)),
    };
  return {
    detail: '家里有难处，点这里说。不收钱',
    begun: false,
    open: () => {
      if (chosenVillage() === undefined) go(FIND_VILLAGE_PAGE, { onward: pageOf('village') });
      else go(pageOf('village'));
    },
  };
}
