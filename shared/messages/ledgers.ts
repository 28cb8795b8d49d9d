import type { LedgerSpan } from '@shared/ledgers/periods';
import type { LedgerUse } from '@shared/ledgers/uses';

export const LEDGER_USE_LABELS: Record<LedgerUse, string> = {
  REPORT: '按期上报',
  CHECK: '迎接检查',
  MEETING: '开会用',
  ARCHIVE: '装订存档',
};

export const LEDGER_SPAN_LABELS: Record<LedgerSpan, string> = {
  THIS_MONTH: '这个月',
  LAST_MONTH: '上个月',
  THIS_QUARTER: '这个季度',
  LAST_QUARTER: '上个季度',
  THIS_YEAR: '今年',
  LAST_YEAR: '去年',
};
