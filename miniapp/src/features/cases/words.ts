/** Why a button is off, and what stands beneath it: pure, so that tests read it. */
import { day, money } from '@shared/messages/format';
import type { HouseholdCase } from './data';
import type { Sums } from './Sums';

/** In the order of the page: one reason at a time. */
export function consentOff({
  informed,
  answered,
  inked,
}: Record<'informed' | 'answered' | 'inked', boolean>): string | undefined {
  if (!informed) return '先听一遍或看到最后';
  if (!answered) return '存款那一句，点一个再交';
  return inked ? undefined : '签了名才能交';
}

/** What stands under 催一催, and why it is off. */
export function reminderWords(
  view: Pick<HouseholdCase, 'result' | 'state' | 'dueOn' | 'reminder' | 'allowed' | 'withdrawal'>,
): { off?: string; reason: string } | undefined {
  const { result, state, dueOn, reminder, allowed, withdrawal } = view;
  if (result.kind !== 'NONE' || state === 'SUPPLEMENT' || withdrawal === 'ASKED' || dueOn === null)
    return undefined;
  if (allowed.includes('remind')) return { reason: '村里和镇里都会收到，一天能催一次' };
  if (reminder !== null && reminder.answer === null) {
    const text = `催过了。村里 ${day(reminder.answerBy)}前要答复您`;
    return { off: text, reason: text };
  }
  const text = reminder?.answer ? '今天催过了，明天还能催' : `${day(dueOn)}过了还没办好，就能催`;
  return { off: text, reason: text };
}

/** 「2025年3月到2026年2月」 */
export function yearText({ from, to }: Pick<Sums, 'from' | 'to'>): string {
  const month = (text: string) => `${text.slice(0, 4)}年${Number(text.slice(5))}月`;
  return `${month(from)}到${month(to)}`;
}

/** What is said of the sums: the way from the income to the figure beside the line. */
export const sumsReadAloud = (sums: Sums): string =>
  [
    `${yearText(sums)}，一年收入 ${money(sums.grossFen)}。`,
    `减去本钱，净收入 ${money(sums.netFen)}，平均每人 ${money(sums.netPerCapitaFen)}。`,
    `扣掉必须花的钱，平均每人还有 ${money(sums.referencePerCapitaFen)}。`,
    `本县的线是 ${money(sums.lineFen)}。`,
  ].join('');
