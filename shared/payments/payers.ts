import type { Department } from '@shared/casework/codes';

/** Who pays, or keeps the subsidy card (domain.md 7, column Dept). The families' word for each is in shared/messages. */
export const PAYERS = [
  'CARD',
  'FINANCE',
  'AGRICULTURE',
  'FORESTRY',
  'CIVIL_AFFAIRS',
  'DISABLED_FEDERATION',
  'HUMAN_RESOURCES',
  'MEDICAL_INSURANCE',
  'EDUCATION',
  'HOUSING',
  'WATER',
  'HEALTH',
  'VETERANS',
  'EMERGENCY',
] as const;
export type Payer = (typeof PAYERS)[number];

/** Payers that are departments with people of their own in the system: those people may send for it. */
export function isOwnPayer(department: Department, payer: Payer): boolean {
  return (payer as string) === department;
}
