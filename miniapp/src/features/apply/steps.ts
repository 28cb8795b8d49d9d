import { type Answers, phrasesSayTroubles } from './answers';

/** The pages of the report, in their order. */
export const STEPS = ['village', 'who', 'head', 'phone', 'what', 'trouble', 'photos', 'check'] as const;
/** What may be left out: reached from 02-f alone. */
const OPTIONAL = ['people', 'needs'] as const;
export type Step = (typeof STEPS)[number] | (typeof OPTIONAL)[number];

const isOptional = (step: string): boolean => (OPTIONAL as readonly string[]).includes(step);

export const isStep = (text: string): text is Step =>
  isOptional(text) || (STEPS as readonly string[]).includes(text);

/** The pages that this person sees: 02-d is left out when her phrases already say it (ux.md 02-d). */
export function stepsFor(answers: Pick<Answers, 'phrases'>): readonly Step[] {
  return phrasesSayTroubles(answers) ? STEPS.filter((step) => step !== 'trouble') : STEPS;
}

export interface Progress {
  now: number;
  total: number;
}

/**
 * 「第 N 步，共 M 步」 of a page. The total shrinks once the phrases are tapped; on the way forward it never grows.
 * A page that is seen only for a change has the place where it would have stood.
 */
export function progressOf(step: Step, answers: Pick<Answers, 'phrases'>): Progress {
  const steps = stepsFor(answers);
  const total = steps.length;
  if (isOptional(step)) return { now: total, total };
  const at = steps.indexOf(step);
  return { now: at >= 0 ? at + 1 : steps.indexOf('what') + 1, total };
}

/**
 * The page after this one. `changing`: the person came from 02-f by 「改」 and lands there again (ux.md 7.7), unless
 * her new words leave open which trouble is meant.
 */
export function stepAfter(
  step: Step,
  answers: Pick<Answers, 'phrases' | 'troubles'>,
  changing: boolean,
): Step {
  if (changing) return step === 'what' && !troublesKnown(answers) ? 'trouble' : 'check';
  const steps = stepsFor(answers);
  return steps[steps.indexOf(step) + 1] ?? 'check';
}

const troublesKnown = (answers: Pick<Answers, 'phrases' | 'troubles'>) =>
  phrasesSayTroubles(answers) || answers.troubles.length > 0;

/** The page before this one, or null at the beginning. A change goes back to 02-f. */
export function stepBefore(step: Step, answers: Pick<Answers, 'phrases'>, changing: boolean): Step | null {
  if (changing || isOptional(step)) return 'check';
  const steps = stepsFor(answers);
  const at = steps.indexOf(step);
  return steps[at - 1] ?? null;
}
