import { boxOf, type Now, nowProblems, toNow } from '@miniapp/features/review/kit';
import type { Guarantee } from '@shared/casework/codes';

/** One of the three guarantees or the water that is broken: what, who mends it, by when. */
export interface Broken {
  detail: string;
  fixer: string;
  dueOn: string;
}

/** What every follow-up says: how the family is, what is new, what is broken. */
export interface Found extends Now {
  on: string;
  broken: Partial<Record<Guarantee, Broken>>;
  words: string;
}

export const NOTHING_BROKEN: Broken = { detail: '', fixer: '', dueOn: '' };

/** What is still missing, by field. Nothing is checked while somebody types. */
export function foundProblems(
  { on, result, newRisks, broken, words }: Found,
  today: string,
): Record<string, string> {
  const problems = nowProblems({ result, newRisks });
  if (on === '' || on > today) problems.on = '选去的那天，不能晚于今天。';
  for (const [what, { detail, fixer, dueOn }] of Object.entries(broken)) {
    if (detail.trim() === '') problems[`${what}.detail`] = '写一句哪里不好。';
    if (fixer.trim() === '') problems[`${what}.fixer`] = '写上谁来解决。';
    if (dueOn === '') problems[`${what}.dueOn`] = '选哪天前解决。';
  }
  if (words.trim() === '') problems.words = '写一句看到了什么。';
  return problems;
}

/** The same as it is handed in; photos by the boxes that hold some. */
export function toFound({ on, broken, words, ...now }: Found, groups: readonly string[]) {
  const photosOf = (box: string) => (groups.includes(box) ? [boxOf(box)] : []);
  return {
    on,
    ...toNow(now),
    guarantees: Object.entries(broken).map(([what, said]) => ({
      what,
      detail: said.detail.trim(),
      fixer: said.fixer.trim(),
      dueOn: said.dueOn,
      photoIds: photosOf(what),
    })),
    photoIds: photosOf('home'),
    words: words.trim(),
  };
}
