import type { MeasureCode, RiskType } from '@shared/casework/codes';
import { ANSWERS, type Owner } from '@shared/measures/codes';
import type { PlannedForm } from './planned';

/** Who mostly gives help of a code, the likeliest first (domain.md 8.1); the village and the township can give any. */
const USUAL: Readonly<Record<MeasureCode, readonly [Owner, ...Owner[]]>> = {
  IND: ['AGRICULTURE'],
  JOB: ['HUMAN_RESOURCES'],
  FIN: ['BANK', 'AGRICULTURE'],
  PUB: ['HUMAN_RESOURCES'],
  HOU: ['HOUSING'],
  WAT: ['WATER'],
  HEA: ['MEDICAL_INSURANCE', 'HEALTH'],
  EDU: ['EDUCATION'],
  EDX: ['EDUCATION'],
  COM: ['CIVIL_AFFAIRS', 'DISABLED_FEDERATION', 'HUMAN_RESOURCES'],
  MOV: ['EMERGENCY', 'HOUSING'],
  SOC: ['CIVIL_AFFAIRS', 'OTHER'],
  LIV: ['AGRICULTURE', 'HOUSING'],
  INF: ['WATER', 'HOUSING'],
};

export interface OwnerAbout {
  code?: MeasureCode;
  reason?: PlannedForm['reason'];
}

/**
 * The few of all owners that are asked first: who mostly gives this kind of help, before its kind is said who answers its
 * risk, and the village and the township. Who is chosen is always among them.
 */
export function fewOwners({ code, reason }: OwnerAbout, chosen: Owner | undefined): Owner[] {
  const usual = code === undefined ? ofRisk(reason) : USUAL[code];
  return [...new Set<Owner>([...usual, 'VILLAGE', 'TOWN', ...(chosen === undefined ? [] : [chosen])])];
}

function ofRisk(reason: PlannedForm['reason']): readonly Owner[] {
  const [of, risk] = reason?.split(':') ?? [];
  const codes = of === 'risk' ? ANSWERS[risk as RiskType] : [];
  return codes.length === 0 ? ['CIVIL_AFFAIRS'] : codes.map((one) => USUAL[one][0]);
}
