/** The ledgers of domain.md 8.3 as data: columns, where each comes from, and which records make a line. Nobody retypes. */
import { checks } from './checks';
import { intake } from './intake';
import type { LedgerCode } from './ledger';
import { lowIncome } from './low-income';
import { notIncluded } from './not-included';
import { problems } from './problems';

export type { CheckRecord } from './checks';
export type { CaseRecord, Ledger, LedgerCode, LedgerPeriod, LedgerPlace } from './ledger';
export type { PaidRecord } from './low-income';
export { periodFault } from './periods';
export type { FindingRecord, ProblemRecord, RequestRecord } from './problems';

export const LEDGERS = {
  LOW_INCOME: lowIncome,
  CHECKS: checks,
  NOT_INCLUDED: notIncluded,
  INTAKE: intake,
  PROBLEMS: problems,
} as const satisfies Partial<Record<LedgerCode, unknown>>;
export type ReadyLedger = keyof typeof LEDGERS;
export const READY_LEDGERS = Object.keys(LEDGERS) as [ReadyLedger, ...ReadyLedger[]];
