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

/** Keys that do something now, and what; each has a visible button. */
export const KEY_WORDS: readonly { keys: readonly string[]; does: string }[] = [
  { keys: ['J', 'K'], does: '下一件、上一件' },
  { keys: ['Enter'], does: '打开整页；交表' },
  { keys: ['Esc'], does: '回来' },
  { keys: ['A'], does: '办绿色按钮那一步' },
  { keys: ['R'], does: '退回' },
  { keys: ['G', 'M'], does: '待我办的' },
  { keys: ['G', 'O'], does: '已逾期' },
  { keys: ['G', 'W'], does: '等农户' },
  { keys: ['/'], does: '找一件' },
  { keys: ['?'], does: '看这张表' },
];
