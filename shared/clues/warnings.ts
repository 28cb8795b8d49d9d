import type { PromptRule } from '@shared/assessment';
import type { RiskType } from '@shared/casework/codes';
import type { Profile } from '@shared/procedure';

/** Every kind of warning that a department may send (domain.md 2.4): the rules of a prompt, and whom to visit. */
export const WARNINGS = [
  'T-INCOME',
  'T-NETREF',
  'T-MEDICAL10K',
  'T-INCOMEDROP',
  'T-RIGID>INCOME',
  'T-HOUSE',
  'T-WATER',
  'T-SCHOOL',
  'T-INSURANCE',
  'T-FOUR',
  'T-NEWDIBAO',
  'T-VISIT8',
] as const satisfies readonly (PromptRule | 'T-VISIT8')[];
export type Warning = (typeof WARNINGS)[number];

export type WarningUnit = 'YUAN' | 'PERCENT' | 'DAYS';

export interface WarningRule {
  /** What the family is likely to be at risk of; a cadre says otherwise after a look. */
  risk: RiskType;
  /** What the figure beside it counts, and from which figure on the county wants to hear of it; fen, percent, days. */
  threshold?: { unit: WarningUnit; side: 'FROM' | 'UP_TO' | 'OVER'; of(profile: Profile): number };
  /** Whether the county looks at this kind at all; absent: always. */
  on?(profile: Profile): boolean;
}

const line: WarningRule['threshold'] = {
  unit: 'YUAN',
  side: 'UP_TO',
  of: (profile) => profile.line.perCapitaFen,
};

/** The kinds as data; every threshold is the county's own. */
export const WARNING_RULES: Readonly<Record<Warning, WarningRule>> = {
  'T-INCOME': { risk: 'OTHER', threshold: line },
  'T-NETREF': { risk: 'OTHER', threshold: line, on: ({ netReference }) => netReference.enabled },
  'T-MEDICAL10K': {
    risk: 'ILLNESS',
    threshold: { unit: 'YUAN', side: 'FROM', of: ({ triggers }) => triggers.medicalSelfPaidFen },
  },
  'T-INCOMEDROP': {
    risk: 'JOB_UNSTABLE',
    threshold: { unit: 'PERCENT', side: 'FROM', of: ({ triggers }) => triggers.incomeDropPct },
  },
  'T-RIGID>INCOME': { risk: 'OTHER' },
  'T-HOUSE': { risk: 'HOUSING' },
  'T-WATER': {
    risk: 'WATER',
    threshold: { unit: 'DAYS', side: 'OVER', of: ({ triggers }) => triggers.waterCutDays },
  },
  'T-SCHOOL': { risk: 'SCHOOLING' },
  'T-INSURANCE': { risk: 'ILLNESS' },
  'T-FOUR': { risk: 'OTHER', on: ({ triggers }) => triggers.fourGroups },
  'T-NEWDIBAO': { risk: 'OTHER' },
  'T-VISIT8': { risk: 'OTHER' },
};

/** Whether the county wants to hear of it: a figure that is not there is the department's own judgement. */
export function warns(warning: Warning, value: number | null, profile: Profile): boolean {
  const { threshold, on } = WARNING_RULES[warning];
  if (on?.(profile) === false) return false;
  if (threshold === undefined || value === null) return true;
  const limit = threshold.of(profile);
  if (threshold.side === 'FROM') return value >= limit;
  return threshold.side === 'OVER' ? value > limit : value <= limit;
}
