/** Clues of departments and cadres, in words. */
import type { Department } from '@shared/casework';
import type { ClueAnswer, ClueChannel, Warning, WarningUnit } from '@shared/clues';
import { money } from './format';
import { DEPARTMENT_LABELS } from './labels';

/** Kinds of warning by name, as departments write them in a file too. The sentence with figures is `promptSentence`. */
export const WARNING_LABELS: Record<Warning, string> = {
  'T-INCOME': '收入在线下',
  'T-NETREF': '扣支出后在线下',
  'T-MEDICAL10K': '自付看病花费大',
  'T-INCOMEDROP': '收入大减',
  'T-RIGID>INCOME': '花的比挣的多',
  'T-HOUSE': '住房不安全',
  'T-WATER': '饮水有问题',
  'T-SCHOOL': '孩子没上学',
  'T-INSURANCE': '没参加医保',
  'T-FOUR': '四类重点户',
  'T-NEWDIBAO': '今年新增低保等',
  'T-VISIT8': '要去看的重点户',
};

export const CLUE_CHANNEL_LABELS: Record<ClueChannel, string> = { DEPT_ALERT: '部门说的', CADRE: '干部说的' };

export const CLUE_ANSWER_LABELS: Record<ClueAnswer, string> = {
  OPENED: '立了一件，接着办',
  HELPED: '已经帮上了',
  NO_RISK: '去看过，没有风险',
};

/** The figure that a department sent, in words; '' when it sent none. `value` is fen, percent or days. */
export function warningFigure(unit: WarningUnit | undefined, value: number | null): string {
  if (unit === undefined || value === null) return '';
  if (unit === 'YUAN') return money(value);
  return unit === 'PERCENT' ? `${value}%` : `${value} 天`;
}

/** How a case that began with a clue says where it came from: who saw it, and what. */
export function clueReason(channel: string, warning: string | null, department: string | null): string {
  if (channel === 'CADRE') return '村里排查看到的。';
  return `${officeName(department as Department)}提醒：${WARNING_LABELS[warning as Warning] ?? '可能有风险'}。`;
}

/** Departments that are called by their own name. */
const NAMED: readonly Department[] = ['DISABLED_FEDERATION', 'BANK'];

/** 「教育部门」, 「残联」 */
export function officeName(department: Department): string {
  const label = DEPARTMENT_LABELS[department];
  return NAMED.includes(department) ? label : `${label}部门`;
}
