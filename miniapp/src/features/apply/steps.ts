import { type Answers, phrasesSayTroubles } from './answers';

/** The pages of the report, in their order. */
export const STEPS = ['village', 'who', 'head', 'phone', 'what', 'trouble', 'photos', 'check'] as const;
/** What may be left out: reached from 02-f alone. */
const OPTIONAL = ['people', 'needs'] as const;
export type Step = (typeof STEPS)[number] | (typeof OPTIONAL)[number];

const isOptional = (step: string): boolean => (OPTIONAL as readonly string[]).includes(step);

export const isStep = (text: string): text is Step =>
  isOptional(text) || (STEPS as readonly string[]).includes(text);

/** What decides which pages there are. */
type Shown = Pick<Answers, 'phrases' | 'before'>;

/**
 * The pages that this person sees: 02-d is left out when her phrases already say it (ux.md 02-d). What was filled in
 * from a case before is never left out: nothing is carried over that she did not look at.
 */
export function stepsFor(answers: Shown): readonly Step[] {
  const isFilled = (step: Step) => answers.before !== null && step in answers.before.filled;
  const leftOut = (step: Step) => step === 'trouble' && phrasesSayTroubles(answers) && !isFilled(step);
  return [...STEPS.slice(0, -1).filter((step) => !leftOut(step)), ...OPTIONAL.filter(isFilled), 'check'];
}

/** Whether this page was filled in for her and she has not looked at it yet. */
export const isUnseen = ({ before }: Pick<Answers, 'before'>, step: Step): boolean =>
  before !== null && step in before.filled && !before.seen.includes(step);

export interface Progress {
  now: number;
  total: number;
}

/**
 * 「第 N 步，共 M 步」 of a page. The total shrinks once the phrases are tapped; on the way forward it never grows.
 * A page that is seen only for a change has the place where it would have stood.
 */
export function progressOf(step: Step, answers: Shown): Progress {
  const steps = stepsFor(answers);
  const total = steps.length;
  const at = steps.indexOf(step);
  if (at < 0 && isOptional(step)) return { now: total, total };
  return { now: at >= 0 ? at + 1 : steps.indexOf('what') + 1, total };
}

/**
 * The page after this one. `changing`: the person came from 02-f by 「改」 and lands there again (ux.md 7.7), unless
 * her new words leave open which trouble is meant.
 */
export function stepAfter(step: Step, answers: Shown & Pick<Answers, 'troubles'>, changing: boolean): Step {
  if (changing) return step === 'what' && !troublesKnown(answers) ? 'trouble' : 'check';
  const steps = stepsFor(answers);
  return steps[steps.indexOf(step) + 1] ?? 'check';
}

const troublesKnown = (answers: Pick<Answers, 'phrases' | 'troubles'>) =>
  phrasesSayTroubles(answers) || answers.troubles.length > 0;

/** The page before this one, or null at the beginning. A change goes back to 02-f. */
export function stepBefore(step: Step, answers: Shown, changing: boolean): Step | null {
  const steps = stepsFor(answers);
  const at = steps.indexOf(step);
  if (changing || (at < 0 && isOptional(step))) return 'check';
  return steps[at - 1] ?? null;
}
