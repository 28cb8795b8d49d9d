import { type Answers, answered, answersFrom, isUntouched, NO_ANSWERS } from './answers';
import { type FieldProblem, problemsOf } from './checks';
import { answersNow, FORM_VERSION } from './form-versions';
import { isStep, type Step, stepAfter, stepBefore, stepsFor } from './steps';

/** The report as it stands on this phone: the answers and the page that is open. */
export interface Form {
  answers: Answers;
  step: Step;
  /** The page was opened from 02-f by 「改」. */
  changing: boolean;
  /** What keeps the person on this page; checked on leaving, not while typing (ux.md 7.3). */
  problems: readonly FieldProblem[];
}

export type FormAction =
  | { type: 'said'; answers: Partial<Answers> }
  /** Begins with what was told before; whatever was begun here is gone. */
  | { type: 'begin'; answers: Answers }
  | { type: 'next' }
  | { type: 'back' }
  | { type: 'change'; step: Step }
  /** The person is on this page, however she came there. */
  | { type: 'opened'; step: Step }
  /** The server refused fields that this phone let through. */
  | { type: 'refused'; step: Step; problems: readonly FieldProblem[] };

export const NEW_FORM: Form = { answers: NO_ANSWERS, step: 'village', changing: false, problems: [] };

/** The form after one act of the person. Pure: the same acts always lead to the same form. */
export function formAfter(form: Form, action: FormAction): Form {
  switch (action.type) {
    case 'said':
      return {
        ...form,
        answers: answered(form.answers, action.answers),
        // What was wrong is being mended: the sentence goes when the field changes, the rest stays.
        problems: form.problems.filter(({ field }) => !fieldsOf(action.answers).has(field)),
      };
    case 'begin':
      return { ...NEW_FORM, answers: action.answers };
    case 'next':
      return next(form);
    case 'back': {
      const before = stepBefore(form.step, form.answers, form.changing);
      return before === null ? form : { ...form, step: before, changing: false, problems: [] };
    }
    case 'change':
      return { ...form, step: action.step, changing: true, problems: [] };
    case 'opened':
      return action.step === form.step ? form : { ...form, step: action.step, changing: false, problems: [] };
    case 'refused':
      return { ...form, step: action.step, changing: true, problems: action.problems };
  }
}

function next(form: Form): Form {
  const problems = problemsOf(form.step, form.answers);
  if (problems.length > 0) {
    const refused = problems.some(({ refusedId }) => refusedId);
    const idRefusals = form.answers.idRefusals + (refused ? 1 : 0);
    return { ...form, problems, answers: { ...form.answers, idRefusals } };
  }
  const answers = seen(form.answers, form.step);
  const step = stepAfter(form.step, answers, form.changing);
  return { ...form, answers, step, changing: form.changing && step !== 'check', problems: [] };
}

/** She goes on from a page that was filled in for her: what stands there now is what she says. */
function seen(answers: Answers, step: Step): Answers {
  const { before } = answers;
  if (before === null || !(step in before.filled) || before.seen.includes(step)) return answers;
  return { ...answers, before: { ...before, seen: [...before.seen, step] } };
}

function fieldsOf(said: Partial<Answers>): Set<string> {
  const fields = new Set<string>(Object.keys(said));
  if (fields.has('phrases') || fields.has('text') || fields.has('voice')) fields.add('difficulty');
  if (fields.has('noPhone')) fields.add('phone');
  if (fields.has('idLater')) fields.add('idNo');
  return fields;
}

/** A draft as the phone and the server keep it (contract: Draft). */
export interface KeptDraft {
  formVersion: number;
  step: string;
  answers: Record<string, unknown>;
  /** When the person last said something, in milliseconds: of two drafts the newer counts. */
  changedAt: number;
}

export function draftOf(form: Form, changedAt: number): KeptDraft {
  return { formVersion: FORM_VERSION, step: form.step, answers: { ...form.answers }, changedAt };
}

/**
 * The form of a kept draft; null when it says nothing. A draft of another version keeps every answer whose question
 * did not change, and opens on the first page that has to be asked again.
 */
export function formOf(draft: Omit<KeptDraft, 'changedAt'> | null | undefined): Form | null {
  if (!draft) return null;
  const answers = answersFrom(answersNow(draft));
  if (isUntouched(answers)) return null;
  const step = isStep(draft.step) ? draft.step : 'village';
  return { ...NEW_FORM, answers, step: draft.formVersion === FORM_VERSION ? step : notPast(step, answers) };
}

/** This page, or the first before it that is not finished any more. */
function notPast(step: Step, answers: Answers): Step {
  const steps = stepsFor(answers);
  const at = steps.indexOf(step);
  const before = at < 0 ? steps : steps.slice(0, at);
  return before.find((one) => problemsOf(one, answers).length > 0) ?? step;
}
