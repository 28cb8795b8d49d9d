import type { ActionName, QueueTab } from '@shared/casework';

export const TAB_WORDS: Record<QueueTab, string> = {
  MINE: '待我办的',
  HELD: '我领的',
  UNCLAIMED: '还没人领的',
  RETURNED: '退回给我的',
  OVERDUE: '已逾期',
  DUE_THIS_WEEK: '本周到期',
  WAITING_FAMILY: '等农户',
  UNIT: '本单位的',
  ALL: '全部',
};
export const TABS = Object.keys(TAB_WORDS) as QueueTab[];
export const isTab = (key: string): key is QueueTab => key in TAB_WORDS;

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
  { keys: ['?'], does: '看这张表' },
];
