import { isLocalDate } from '@shared/calendar/dates';
import type { AttachmentKind, StaffCaseView, StaffRef } from '@shared/casework';
import { sentence } from '@shared/messages/reasons';
import type { CaseFields, CaseOperation } from '../../useCase';
import { type Checked, checked, type Problems } from '../checked';

/** What was answered so far: words and codes by question, people and a village by themselves. */
export interface Answers {
  said: Readonly<Record<string, string | undefined>>;
  people: readonly StaffRef[];
  village?: { code: string; name: string };
}

interface Asked {
  key: string;
  label: string;
  /** Field of the operation's input whose faults belong to this question; the key itself when absent. */
  field?: string;
}

export type Question =
  | (Asked & {
      kind: 'one';
      options: { value: string; label: string; detail?: string }[];
      /** What is said when nothing is chosen. */
      needed: string;
    })
  | (Asked & {
      kind: 'words';
      max: number;
      /** One line rather than a box. */
      short?: boolean;
      type?: 'tel';
      hint?: string;
      placeholder?: string;
      initial?: string;
      /** What is said when nothing is written; without it nothing has to be. */
      needed?: string;
    })
  | (Asked & { kind: 'day'; from?: string; to: string })
  | (Asked & {
      kind: 'photos';
      hint: string;
      example: 'scene' | 'bill' | 'card';
      of: AttachmentKind;
      max?: number;
      needed?: string;
    })
  | (Asked & {
      kind: 'people';
      from: 'reviewers' | 'colleagues';
      least: number;
      most: number;
      needed: string;
    })
  | (Asked & { kind: 'village'; needed: string });

/** A form of a few questions, as data: what it asks of this case and what the answers become. */
export interface AskedForm<N extends CaseOperation = CaseOperation> {
  operation: N;
  title: string | ((view: StaffCaseView) => string);
  hint?: string | ((view: StaffCaseView) => string);
  /** Words of the one button. */
  submit: string | ((answers: Answers) => string);
  /** The button warns: what it does is hard to undo. */
  grave?: (answers: Answers) => boolean;
  questions: (view: StaffCaseView, answers: Answers) => Question[];
  input: (answers: Answers, view: StaffCaseView, photos: Photographed) => CaseFields<N>;
}

/** Ids of the photos of a question that are on the server. */
export type Photographed = (key: string) => string[];

export const asked = <N extends CaseOperation>(form: AskedForm<N>): AskedForm<N> => form;

export const NO_ANSWERS: Answers = { said: {}, people: [] };

/** What was written or chosen for a question, trimmed; empty when nothing was. */
export const said = (answers: Answers, key: string): string => (answers.said[key] ?? '').trim();

/** A code that was chosen. The form was checked before it is read, so one of the question's own stands there. */
export const code = <C extends string>(answers: Answers, key: string): C => said(answers, key) as C;

/** Answers as a form opens: days on today, words with what stands there already. */
export function openAnswers(form: AskedForm, view: StaffCaseView): Answers {
  const start: Record<string, string> = {};
  for (const question of form.questions(view, NO_ANSWERS)) {
    if (question.kind === 'day') start[question.key] = view.today;
    if (question.kind === 'words' && question.initial !== undefined) start[question.key] = question.initial;
    // One thing alone to choose from is chosen.
    const [only, second] = question.kind === 'one' ? question.options : [];
    if (only !== undefined && second === undefined) start[question.key] = only.value;
  }
  return { ...NO_ANSWERS, said: start };
}

function faultOf(question: Question, answers: Answers, photos: Photographed): string | undefined {
  const text = said(answers, question.key);
  switch (question.kind) {
    case 'one':
      return question.options.some(({ value }) => value === text) ? undefined : question.needed;
    case 'words':
      if (text === '') return question.needed;
      return [...text].length > question.max ? sentence('TOO_LONG') : undefined;
    case 'day':
      if (!isLocalDate(text)) return sentence('BAD_DATE');
      return text > question.to || text < (question.from ?? '') ? sentence('DATE_OUT_OF_RANGE') : undefined;
    case 'photos':
      return photos(question.key).length === 0 ? question.needed : undefined;
    case 'people':
      return answers.people.length < question.least || answers.people.length > question.most
        ? question.needed
        : undefined;
    case 'village':
      return answers.village === undefined ? question.needed : undefined;
  }
}

/** Takes the answers to a form of this case; gives the operation's input, or what is wrong by question. */
export function checkAsked<N extends CaseOperation>(
  form: AskedForm<N>,
  view: StaffCaseView,
  answers: Answers,
  photos: Photographed,
): Checked<CaseFields<N>> {
  const problems: Problems = {};
  for (const question of form.questions(view, answers)) {
    const fault = faultOf(question, answers, photos);
    if (fault !== undefined) problems[question.key] = fault;
  }
  return checked(problems, () => form.input(answers, view, photos));
}

/** The server's word on a question, which it says of a field or of a part of it. */
export function serverFault({ key, field = key }: Question, issues: Problems): string | undefined {
  const found = Object.keys(issues).find((name) => name === field || name.startsWith(`${field}.`));
  return found === undefined ? undefined : issues[found];
}

/** Codes with their labels as what a question offers; `details` says what follows from each. */
export function optionsOf<C extends string>(
  codes: readonly C[],
  labels: Readonly<Record<C, string>>,
  details: Partial<Readonly<Record<C, string>>> = {},
): { value: C; label: string; detail?: string }[] {
  return codes.map((value) => ({ value, label: labels[value], detail: details[value] }));
}
