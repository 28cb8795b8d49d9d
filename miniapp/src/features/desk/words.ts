import type { ActionName } from '@shared/casework';

/** Acts whose forms need the whole column; the others stand under the case that they are about. */
const TALL: readonly ActionName[] = [
  'recordVerification',
  'recordAppraisal',
  'answerDataCheck',
  'requestSupplement',
];

export const isTall = (action: ActionName | undefined): boolean =>
  action !== undefined && TALL.includes(action);

/** Acts that a key does, the first that is offered: sending back, and sending somebody to look again (ux.md 9). */
const ACT_KEYS = {
  R: ['requestSupplement', 'townReturn', 'countyReturn'],
  V: ['assignVerifiers', 'assignReviewers', 'recordSiteCheck'],
} as const satisfies Record<string, readonly ActionName[]>;

export function actByKey<A extends { action: ActionName }>(
  { others, rare }: { others: readonly A[]; rare: readonly A[] },
  key: keyof typeof ACT_KEYS,
): A | undefined {
  const offered = [...others, ...rare];
  for (const action of ACT_KEYS[key]) {
    const found = offered.find((one) => one.action === action);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Keys that do something now, and what; each has a visible button. */
export const KEY_WORDS: readonly { keys: readonly string[]; does: string }[] = [
  { keys: ['J', 'K'], does: '下一件、上一件' },
  { keys: ['Enter'], does: '打开整页；交表' },
  { keys: ['Esc'], does: '回来' },
  { keys: ['A'], does: '办绿色按钮那一步' },
  { keys: ['R'], does: '退回' },
  { keys: ['V'], does: '派人再去看' },
  { keys: ['C'], does: '领取、放回' },
  { keys: ['T'], does: '转给别人、接过来' },
  { keys: ['B'], does: '看过的一起同意' },
  { keys: ['U'], does: '10 秒内撤回' },
  { keys: ['Z'], does: '整页里放大材料' },
  { keys: ['N', 'P'], does: '下一份、上一份材料' },
  { keys: ['L'], does: '听录音' },
  { keys: ['1', '6'], does: '到案卷的第几部分' },
  { keys: ['G', 'M'], does: '待我办的' },
  { keys: ['G', 'O'], does: '已逾期' },
  { keys: ['G', 'W'], does: '等农户' },
  { keys: ['/'], does: '找一件' },
  { keys: ['?'], does: '看这张表' },
];
