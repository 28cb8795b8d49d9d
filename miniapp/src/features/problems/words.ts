import type { ProblemView } from '@shared/contract';
import { day, officeName } from '@shared/messages';
import { PROBLEM_SOURCE_LABELS } from '@shared/messages/problems';

export const PROBLEM_PAGE = 'packages/review/pages/problem';
export const ENTER_PAGE = 'packages/ledgers/pages/problem-enter';

interface ProblemTag {
  state: 'ok' | 'doing' | 'late';
  text: string;
}

const STATE_WORDS = {
  OPEN: '还没人认领',
  CLAIMED: '正在改',
  MENDED: '等人来看',
  CLOSED: '销号了',
} as const;

/** Where it stands, and whether its day is past. */
export function problemTag({ state, lateDays, dueOn }: ProblemView): ProblemTag {
  if (state === 'CLOSED') return { state: 'ok', text: STATE_WORDS.CLOSED };
  return lateDays > 0
    ? { state: 'late', text: `晚了 ${lateDays} 天，${STATE_WORDS[state]}` }
    : { state: 'doing', text: `${STATE_WORDS[state]}，${day(dueOn)}前改好` };
}

/** 「保康镇 保西村 · 审计 · 民政局」 */
export const whereWords = ({ place, source, department }: ProblemView): string =>
  [place, PROBLEM_SOURCE_LABELS[source], department === null ? '' : officeName(department)]
    .filter(Boolean)
    .join(' · ');
