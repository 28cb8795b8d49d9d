import { back as leave, replace } from '@miniapp/platform/navigate';
import { preloadPages } from '@miniapp/platform/preload';
import { useEffect, useSyncExternalStore } from 'react';
import type { Answers } from './answers';
import type { FieldName, FieldProblem } from './checks';
import { act, currentForm, watchForm } from './draft';
import { APPLY_PAGES, pageOf } from './pages';
import { type Progress, progressOf, type Step } from './steps';

export interface Report {
  step: Step;
  answers: Answers;
  problems: readonly FieldProblem[];
  progress: Progress;
  changing: boolean;
  say: (answers: Partial<Answers>) => void;
  /** Checks this page and opens the next; stays, with `problems`, when something is wrong. */
  next: (also?: Partial<Answers>) => void;
  back: () => void;
  change: (step: Step) => void;
  /** The sentence above one field. */
  problem: (field: FieldName) => string | undefined;
}

/** One page of the report: its answers and the ways out of it. Pages replace each other, so back is our own. */
export function useReport(step: Step): Report {
  const form = useSyncExternalStore(watchForm, currentForm);
  useEffect(() => {
    act({ type: 'opened', step });
    // From here on the network may go: the report can be filled in to its end all the same.
    preloadPages(APPLY_PAGES);
  }, [step]);

  const openIfOther = (now: Step) => {
    if (now !== step) replace(pageOf(now));
  };
  // A reload may have left the form on another page than the one that is seen.
  const here = () => act({ type: 'opened', step });
  return {
    step,
    answers: form.answers,
    problems: form.step === step ? form.problems : [],
    progress: progressOf(step, form.answers),
    changing: form.changing,
    say: (answers) => {
      act({ type: 'said', answers });
    },
    next: (also) => {
      here();
      if (also !== undefined) act({ type: 'said', answers: also });
      openIfOther(act({ type: 'next' }).step);
    },
    back: () => {
      here();
      const before = act({ type: 'back' }).step;
      if (before === step) leave();
      else replace(pageOf(before));
    },
    change: (other) => {
      openIfOther(act({ type: 'change', step: other }).step);
    },
    problem: (field) => form.problems.find((one) => one.field === field && form.step === step)?.message,
  };
}
