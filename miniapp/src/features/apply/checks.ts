import { personFieldSentence } from '@shared/messages/person-fields';
import { checkIdNumber } from '@shared/people/id-number';
import { checkName } from '@shared/people/name';
import { checkPhone } from '@shared/people/phone';
import { type Answers, MAX_TROUBLES } from './answers';
import { isUnseen, type Step, stepsFor } from './steps';

export type FieldName =
  | 'village'
  | 'who'
  | 'relation'
  | 'reporterName'
  | 'reason'
  | 'headName'
  | 'idNo'
  | 'phone'
  | 'difficulty'
  | 'troubles'
  | 'memberCount';

/** What is wrong with one field: what we saw, what it should be, what to do (ux.md 7.4). */
export interface FieldProblem {
  field: FieldName;
  message: string;
  /** An ID number that is there but wrong: the second time the person may leave it to the visit. */
  refusedId?: boolean;
}

export const SAY_ONE = '说一句或者点一个，就能往下走';
export const ID_EMPTY = '还没有写身份证号。不在手边，就点下面的“身份证不在手边”。';
export const PHONE_EMPTY = '还没有写手机号。没有手机也可以选“没有电话”。';

/** What keeps the person from leaving a page, in the order of its fields. Empty: she may go on. */
export function problemsOf(step: Step, answers: Answers): FieldProblem[] {
  switch (step) {
    case 'village':
      return answers.village === null ? [{ field: 'village', message: '先选好村子。' }] : [];
    case 'who':
      return whoProblems(answers);
    case 'head':
      return [...nameProblem('headName', answers.headName), ...idProblem(answers)];
    case 'phone':
      return phoneProblem(answers);
    case 'what':
      return answers.phrases.length === 0 && answers.text.trim() === '' && answers.voice === null
        ? [{ field: 'difficulty', message: SAY_ONE }]
        : [];
    case 'trouble':
      return troubleProblem(answers);
    case 'photos':
    case 'people':
    case 'needs':
    case 'check':
      return [];
  }
}

function whoProblems(answers: Answers): FieldProblem[] {
  if (answers.who === null) return [{ field: 'who', message: '先点一个。' }];
  if (answers.who === 'HEAD') return [];
  return [
    ...(answers.relation === null
      ? [{ field: 'relation' as const, message: '您是户主的什么人？点一个。' }]
      : []),
    ...nameProblem('reporterName', answers.reporterName),
    ...(answers.reason.trim() === ''
      ? [{ field: 'reason' as const, message: '为什么由您来报？点一个。' }]
      : []),
  ];
}

function nameProblem(field: 'headName' | 'reporterName', text: string): FieldProblem[] {
  const checked = checkName(text);
  return checked.ok ? [] : [{ field, message: personFieldSentence(`NAME_${checked.reason}`) }];
}

function idProblem(answers: Answers): FieldProblem[] {
  if (answers.idLater) return [];
  if (answers.idNo.trim() === '') return [{ field: 'idNo', message: ID_EMPTY }];
  const checked = checkIdNumber(answers.idNo);
  if (checked.ok) return [];
  const message = personFieldSentence(`ID_${checked.reason}`, { digits: checked.digits });
  return [{ field: 'idNo', message, refusedId: true }];
}

function phoneProblem(answers: Answers): FieldProblem[] {
  if (answers.noPhone) return [];
  if (answers.phone.trim() === '') return [{ field: 'phone', message: PHONE_EMPTY }];
  const checked = checkPhone(answers.phone);
  if (checked.ok) return [];
  return [
    { field: 'phone', message: personFieldSentence(`PHONE_${checked.reason}`, { digits: checked.digits }) },
  ];
}

function troubleProblem({ troubles }: Answers): FieldProblem[] {
  if (troubles.length === 0) return [{ field: 'troubles', message: '选一样最难的。' }];
  return troubles.length > MAX_TROUBLES ? [{ field: 'troubles', message: '最多 3 样。先去掉一样再选' }] : [];
}

/** The first page that is not finished, so that 02-f never hands in what the server would send back. */
export function firstUnfinished(answers: Answers): Step | null {
  return (
    stepsFor(answers).find((step) => isUnseen(answers, step) || problemsOf(step, answers).length > 0) ?? null
  );
}

/** The page on which the field of a server's refusal can be mended. `field` is a path of the report's input. */
export function stepOfField(field: string): Step {
  const [first = ''] = field.split('.');
  return FIELD_STEPS[first] ?? 'check';
}

const FIELD_STEPS: Record<string, Step> = {
  village: 'village',
  group: 'village',
  reporter: 'who',
  headName: 'head',
  idNo: 'head',
  phone: 'phone',
  difficulty: 'what',
  riskTypes: 'trouble',
  photoIds: 'photos',
  memberCount: 'people',
  needs: 'needs',
};
