import type { ProblemSource } from '@shared/problems';

/** 来源 (domain.md 8.3, ledger 10). */
export const PROBLEM_SOURCE_LABELS: Record<ProblemSource, string> = {
  SUPERVISION: '督查',
  AUDIT: '审计',
  PETITION: '信访',
  THIRD_PARTY: '第三方评估',
  SELF: '自查',
};
