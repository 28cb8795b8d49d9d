import { DEPARTMENTS, type Department, type MeasureCode, type RiskType } from '@shared/casework/codes';

/** What a measure does for a family (domain.md 8.1). */
export const MEASURE_KINDS = ['DEVELOPMENT', 'SAFETY', 'SUPPORT'] as const;
export type MeasureKind = (typeof MEASURE_KINDS)[number];

/** The list of measures with their kinds, domain.md 8.1. EDX keeps children at school: counted as safety. */
export const KIND_OF: Readonly<Record<MeasureCode, MeasureKind>> = {
  IND: 'DEVELOPMENT',
  JOB: 'DEVELOPMENT',
  FIN: 'DEVELOPMENT',
  PUB: 'DEVELOPMENT',
  HOU: 'SAFETY',
  WAT: 'SAFETY',
  HEA: 'SAFETY',
  EDU: 'SAFETY',
  EDX: 'SAFETY',
  COM: 'SAFETY',
  MOV: 'SAFETY',
  SOC: 'SUPPORT',
  LIV: 'SUPPORT',
  INF: 'SUPPORT',
};

/** Codes of which a risk needs at least one (domain.md 8.1: a flag, never a lock). Other risks need any measure. */
export const NEEDED_FOR: Partial<Record<RiskType, readonly MeasureCode[]>> = {
  DISABILITY: ['COM', 'SOC'],
  HOUSING: ['HOU', 'MOV'],
  WATER: ['WAT'],
};

/** Codes that answer a risk without anybody saying so. */
export const ANSWERS: Readonly<Record<RiskType, readonly MeasureCode[]>> = {
  ILLNESS: ['HEA'],
  SCHOOLING: ['EDU', 'EDX'],
  DISABILITY: ['COM', 'SOC'],
  DISASTER: ['COM', 'HOU', 'MOV', 'LIV'],
  ACCIDENT: ['HEA', 'COM'],
  INDUSTRY_FAIL: ['IND', 'FIN'],
  JOB_UNSTABLE: ['JOB', 'PUB'],
  NO_LABOUR: ['COM'],
  HOUSING: ['HOU', 'MOV'],
  WATER: ['WAT'],
  OTHER: [],
};

/** The straight way of a measure (domain.md 3.4), and how it may leave it. OVERDUE is computed, never stored. */
export const MEASURE_STATES = [
  'PLANNED',
  'CONFIRMED',
  'IN_PROGRESS',
  'LANDED',
  'EFFECTIVE',
  'CLOSED',
  'CANCELLED',
  'NOT_NEEDED',
] as const;
export type MeasureState = (typeof MEASURE_STATES)[number];

/** Not landed yet and not given up: what can be late. */
export const UNDER_WAY = ['PLANNED', 'CONFIRMED', 'IN_PROGRESS'] as const satisfies readonly MeasureState[];
/** Reached the family. */
export const REACHED = ['LANDED', 'EFFECTIVE', 'CLOSED'] as const satisfies readonly MeasureState[];

/** Who answers for a measure: a department of the county, or an office of the case. */
export const OWNERS = [
  ...DEPARTMENTS,
  'HOUSING',
  'WATER',
  'HEALTH',
  'AGRICULTURE',
  'EMERGENCY',
  'TOWN',
  'VILLAGE',
  'OTHER',
] as const;
export type Owner = (typeof OWNERS)[number];

export const isDepartment = (owner: Owner): owner is Department =>
  (DEPARTMENTS as readonly string[]).includes(owner);

/** How the family said yes: it ticked, spoke or signed on its phone; or on paper, before somebody who went there. */
export const CONFIRM_WAYS = ['TICK', 'VOICE', 'SIGNATURE', 'PAPER', 'FINGERPRINT'] as const;
export type ConfirmWay = (typeof CONFIRM_WAYS)[number];

export const VISIT_WAYS = ['HOME', 'PHONE', 'VIDEO'] as const;
export type VisitWay = (typeof VISIT_WAYS)[number];

/** What is missing or late about a family's help, domain.md 3.4, 8.1, 9.3. Flags, never locks. */
export const WARNINGS_OF_HELP = [
  'NO_HELPER',
  'NO_PLAN',
  'NO_MEASURE',
  'NO_DEVELOPMENT',
  'ONLY_SAFETY_NET',
  'RISK_NEEDS',
  'RISK_WITHOUT_MEASURE',
  'DIBAO_WITHOUT_COM',
  'JOB_WITHOUT_LABOUR',
  'POST_UNDER_16',
  'OVERDUE',
  'PAPERS_MISSING',
  'NOT_RECEIVED',
  'VISIT_LATE',
  'NEW_RISK_TOLD',
] as const;
export type HelpWarningCode = (typeof WARNINGS_OF_HELP)[number];
