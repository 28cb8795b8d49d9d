import { type Answers, answered, answersFrom, isUntouched, NO_ANSWERS } from './answers';
import { type FieldProblem, problemsOf } from './checks';
import { isStep, type Step, stepAfter, stepBefore } from './steps';

/** Raised when an older draft can no longer be read as it stands. */
export const FORM_VERSION = 1;

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
  const step = stepAfter(form.step, form.answers, form.changing);
  return { ...form, step, changing: form.changing && step !== 'check', problems: [] };
}

function fieldsOf(said: Partial<Answers>): Set<string> {
  const fields = new Set<string>(Object.keys(said));
  if (fields.has('phrases') || fields.has('text')) fields.add('difficulty');
  if (fields.has('noPhone')) fields.add('phone');
  if (fields.has('idLater')) fields.add('idNo');
  return fields;
}

/** A draft as the server keeps it (contract: Draft). */
export interface KeptDraft {
  formVersion: number;
  step: string;
  answers: Record<string, unknown>;
}

export function draftOf(form: Form): KeptDraft {
  return { formVersion: FORM_VERSION, step: form.step, answers: { ...form.answers } };
}

/** The form of a kept draft; null when it is of another version or says nothing. */
export function formOf(draft: KeptDraft | null | undefined): Form | null {
  if (!draft || draft.formVersion !== FORM_VERSION) return null;
  const answers = answersFrom(draft.answers);
  if (isUntouched(answers)) return null;
  return { ...NEW_FORM, answers, step: isStep(draft.step) ? draft.step : 'village' };
}
