import { type Inconsistency, inconsistencies, type Prompt, proposeType } from '@shared/assessment';
import { type Instant, localDate } from '@shared/calendar';
import { ageOn } from '@shared/people';
import { birthDateOf } from './areas/data-check';
import type { Case } from './case';
import type { HouseholdType, Need, RiskType } from './codes';
import type { FindingsInput } from './inputs';

/** What the figures and the visit suggest, each with its reason. A person proposes and another decides (domain.md 0.3). */
export interface TriageProposal {
  householdType: {
    value: HouseholdType | null;
    because: ('BELOW_LINE' | 'ABOVE_LINE_SHOCK' | 'ABOVE_LINE')[];
  };
  risks: { value: RiskType; because: 'REPORTED' | 'FOUND' }[];
  needs: { value: Need; because: 'ASKED' | 'FOUND' }[];
  prompts: Prompt[];
  inconsistencies: Inconsistency[];
}

const SHOCK_RISKS: readonly RiskType[] = ['ILLNESS', 'DISABILITY', 'DISASTER', 'ACCIDENT'];

/** What a finding of the visit says about risks and needs (domain.md 4.6 to 4.8). */
const FOUND: Partial<Record<keyof FindingsInput, { risk?: RiskType; need?: Need }>> = {
  bigIllness: { risk: 'ILLNESS', need: 'MEDICAL_COST' },
  severeDisability: { risk: 'DISABILITY', need: 'DISABILITY_AID' },
  suddenAccident: { risk: 'ACCIDENT' },
  housingProblem: { risk: 'HOUSING', need: 'HOUSE_REPAIR' },
  waterProblem: { risk: 'WATER', need: 'WATER' },
  schoolProblem: { risk: 'SCHOOLING', need: 'SCHOOL_COST' },
  noLabour: { risk: 'NO_LABOUR', need: 'DIBAO' },
  anyoneUninsured: { need: 'INSURANCE' },
};

/** Takes a case; gives the proposal, null before the visit is written down. */
export function proposalOf(c: Case, now: Instant): TriageProposal | null {
  if (c.verification === null) return null;
  const { record, assessment, prompts } = c.verification;
  const { findings } = record;
  const hits = Object.entries(FOUND).flatMap(([key, hit]) =>
    findings[key as keyof FindingsInput] === true ? [hit] : [],
  );
  const risks = merged(
    c.report.riskTypes,
    hits.flatMap((hit) => hit.risk ?? []),
  ).map(({ value, told }) => ({ value, because: told ? ('REPORTED' as const) : ('FOUND' as const) }));
  const needs = merged(
    c.report.needs,
    hits.flatMap((hit) => hit.need ?? []),
  ).map(({ value, told }) => ({ value, because: told ? ('ASKED' as const) : ('FOUND' as const) }));
  const shock =
    prompts.some((p) => p.rule === 'T-NETREF' || p.rule === 'T-RIGID>INCOME') &&
    risks.some((risk) => SHOCK_RISKS.includes(risk.value));
  const type = proposeType(assessment, findings.householdKind, shock);
  return {
    householdType: {
      value: type,
      because: [type === 'SUDDEN' ? 'ABOVE_LINE_SHOCK' : type === null ? 'ABOVE_LINE' : 'BELOW_LINE'],
    },
    risks,
    needs,
    prompts,
    inconsistencies: inconsistencies(
      {
        risks: risks.map((risk) => risk.value),
        needs: needs.map((need) => need.value),
        findings,
        sheet: record.sheet,
        members: c.members.map((member) => {
          const born = birthDateOf(member.idNo) ?? member.birthDate;
          return { age: born === null ? null : ageOn(born, localDate(now)), hasIdNo: member.idNo !== null };
        }),
      },
      assessment,
    ),
  };
}

/** What was told first, then what was found besides. */
function merged<T>(told: readonly T[], found: readonly T[]): { value: T; told: boolean }[] {
  const fresh = [...new Set(found)].filter((value) => !told.includes(value));
  return [...told.map((value) => ({ value, told: true })), ...fresh.map((value) => ({ value, told: false }))];
}
