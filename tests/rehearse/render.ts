/** What somebody reads, as lines: the sentences of the screens, and every value behind them. */
import type { HouseholdCaseView } from '@shared/casework';
import type { NoticeView } from '@shared/contract';
import {
  caseHint,
  caseTitle,
  nextStep,
  STEP_STATUS_WORDS,
  stepName,
  stepSentence,
  stepWhen,
} from '@shared/messages';

const DEFAULT_PUBLICITY_DAYS = 5;

/** A notice as it is read: title, sentences, one line a household: `1 田有福 4人 2组`. */
export function noticeLines(notice: NoticeView): string[] {
  return [
    notice.title,
    ...notice.paragraphs,
    `一共 ${notice.households} 户 ${notice.people} 人`,
    ...notice.rows.map((row, index) =>
      [index + 1, ...row.cells.map((cell) => cell.replace(' ', ''))].join(' '),
    ),
    notice.issuer,
  ];
}

/** The page of the family's case: title, hint, who holds it, the eight steps, what is missing. */
export function caseLines(view: HouseholdCaseView): string[] {
  const days = view.publicity?.days ?? DEFAULT_PUBLICITY_DAYS;
  const contact = view.holder.contact;
  return [
    caseTitle(view),
    caseHint(view),
    nextStep(view),
    contact === null ? '' : `现在谁在办 ${contact.office} ${contact.name}`,
    ...view.steps.map((step, index) =>
      [
        index + 1,
        stepName(step.key),
        STEP_STATUS_WORDS[step.status],
        stepWhen(step, days),
        stepSentence(step, view),
      ].join(' '),
    ),
    ...view.missing.map((item) => `还差 ${item.what}：${item.why}`),
  ].filter((line) => line !== '');
}

/** Every text and number in an answer, one a line. */
export function values(answer: unknown): string[] {
  if (answer === null || answer === undefined) return [];
  if (typeof answer !== 'object') return [String(answer)];
  return Object.values(answer).flatMap(values);
}
