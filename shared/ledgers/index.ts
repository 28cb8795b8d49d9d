/** The ledgers of domain.md 8.3 as data: columns, where each comes from, and which records make a line. Nobody retypes. */
import { checks } from './checks';
import { eliminations } from './eliminations';
import { intake } from './intake';
import type { LedgerCode } from './ledger';
import { industry, jobs } from './living';
import { lowIncome } from './low-income';
import { measures } from './measures';
import { notIncluded } from './not-included';
import { problems } from './problems';
import { quarterly } from './quarterly';

export type { CheckRecord } from './checks';
export type { ExitRecord } from './eliminations';
export type { CaseRecord, HelpedRecord, Ledger, LedgerCode, LedgerPeriod, LedgerPlace } from './ledger';
export type { WorkRecord } from './living';
export type { PaidRecord } from './low-income';
export { periodFault } from './periods';
export type { FindingRecord, ProblemRecord, RequestRecord } from './problems';
export type { QuarterRecord } from './quarterly';

export const LEDGERS = {
  QUARTERLY: quarterly,
  MEASURES: measures,
  INDUSTRY: industry,
  JOBS: jobs,
  LOW_INCOME: lowIncome,
  CHECKS: checks,
  NOT_INCLUDED: notIncluded,
  ELIMINATIONS: eliminations,
  INTAKE: intake,
  PROBLEMS: problems,
} as const satisfies Partial<Record<LedgerCode, unknown>>;
export type ReadyLedger = keyof typeof LEDGERS;
export const READY_LEDGERS = Object.keys(LEDGERS) as [ReadyLedger, ...ReadyLedger[]];
