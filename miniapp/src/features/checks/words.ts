import type { CheckRound } from '@shared/contract';
import { day } from '@shared/messages';

export const ROUND_PAGE = 'packages/ledgers/pages/check';
export const VILLAGE_PAGE = 'packages/ledgers/pages/check-village';
export const OPEN_PAGE = 'packages/ledgers/pages/check-open';

export const CHANGE_PAGE = 'packages/ledgers/pages/check-change';

export const TARGET_LABELS = { ALL: '全部农户', REGISTER: '帮扶名单上的家庭' } as const;

export interface CheckTag {
  state: 'ok' | 'doing' | 'late' | 'off';
  text: string;
}

/** How far a round is in the villages of the reader. */
export function roundTag({ villages, closed, late, lastDay, isWithdrawn }: CheckRound): CheckTag {
  if (isWithdrawn) return { state: 'off', text: '撤回了' };
  if (late > 0) return { state: 'late', text: villages === 1 ? '晚了' : `晚了 ${late} 个村` };
  return closed === villages
    ? { state: 'ok', text: '查完了' }
    : { state: 'doing', text: `${day(lastDay)}前查完` };
}

interface Standing {
  state: 'GOING' | 'REPORTED' | 'CLOSED';
  late: boolean;
}

/** How far one village is. */
export function villageTag({ state, late }: Standing): CheckTag {
  if (state === 'CLOSED') return { state: 'ok', text: '查完了' };
  const words = state === 'REPORTED' ? '等第二个人签字' : late ? '晚了' : '正在查';
  return { state: late ? 'late' : 'doing', text: late && state === 'REPORTED' ? `晚了，${words}` : words };
}

export const daysOf = ({ firstDay, lastDay }: { firstDay: string; lastDay: string }): string =>
  `${day(firstDay)}到${day(lastDay)}`;

/** 「查了 130 户，应查 312 户」 */
export const countWords = (of: { due: number | null; done: number; villages?: number }): string => {
  const { due, done, villages = 1 } = of;
  if (due !== null) return `查了 ${done} 户，应查 ${due} 户`;
  return `查了 ${done} 户，应查多少${villages > 1 ? '，有的村还没写' : '还没写'}`;
};
