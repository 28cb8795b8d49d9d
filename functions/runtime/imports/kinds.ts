import type { ImportKindName } from '@shared/contract';
import { departmentClues } from '../../clues/import';
import { comparisonAnswers } from '../../comparisons/answers';
import { subsidyPayments } from '../../notices/import';
import { payments } from '../../payments/import';
import { staffList } from '../../staff/import';
import type { ImportKind } from './kind';

/** Every kind of table that is taken in: the compiler asks for a kind that is declared and not there. */
export const KINDS: Record<ImportKindName, ImportKind> = {
  COMPARISON_ANSWERS: comparisonAnswers,
  CLUES: departmentClues,
  STAFF: staffList,
  PAYMENTS: payments,
  SUBSIDY_PAYMENTS: subsidyPayments,
};
