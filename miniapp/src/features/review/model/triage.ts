import { proposeType } from '@shared/assessment/propose-type';
import type {
  HouseholdType,
  Need,
  RejectionReason,
  RiskType,
  StaffCaseView,
  TriageInput,
} from '@shared/casework';
import { sentence } from '@shared/messages/reasons';
import { type Checked, checked, type Problems } from './checked';

/** 综合研判, and the county's decision: the same choice, told once with needs and once without. */
export interface JudgementForm {
  proposal?: 'INCLUDE' | 'NOT_INCLUDE';
  householdType?: HouseholdType;
  risks: RiskType[];
  needs: Need[];
  reasonCode?: RejectionReason;
  opinion: string;
}

type Verified = Pick<StaffCaseView, 'verification' | 'report'>;

/** Prompts and findings that speak of a shock (domain.md 2.2: made rigid spending large or income shrink sharply). */
const SHOCKS = ['T-NETREF', 'T-MEDICAL10K', 'T-INCOMEDROP', 'T-RIGID>INCOME'];

/** The type that the figures suggest, or null. A suggestion: it is shown beside the choice and never chosen for anybody. */
export function suggestedType({ verification }: Verified): HouseholdType | null {
  if (verification === null) return null;
  const { record, assessment, prompts } = verification;
  const shock =
    prompts.some(({ rule }) => SHOCKS.includes(rule)) ||
    record.findings.bigIllness ||
    record.findings.suddenAccident;
  return proposeType(assessment, record.findings.householdKind, shock);
}

/** The risks and needs that the family named are where a judgement starts; type and proposal start empty. */
export function openTriage({ report }: Verified): JudgementForm {
  return { risks: report.riskTypes as RiskType[], needs: report.needs as Need[], opinion: '' };
}

/** The county starts from what the village proposed. */
export function openDecision(view: Pick<StaffCaseView, 'triage' | 'report'>): JudgementForm {
  const { triage, report } = view;
  return {
    householdType: triage?.householdType ?? undefined,
    risks: triage?.risks ?? (report.riskTypes as RiskType[]),
    needs: [],
    opinion: '',
  };
}

export function judgementProblems(form: JudgementForm): Problems {
  const problems: Problems = {};
  if (form.proposal === undefined) problems.proposal = '先选纳入还是不纳入。';
  if (form.proposal === 'INCLUDE') {
    if (form.householdType === undefined) problems.householdType = '纳入要选一个类别。';
    if (form.risks.length === 0) problems.risks = '至少选一个风险。';
    if (form.risks.length > 5) problems.risks = '最多 5 个风险。先去掉一个。';
  }
  if (form.proposal === 'NOT_INCLUDE' && form.reasonCode === undefined)
    problems.reasonCode = sentence('REASON_NEEDED');
  if (form.opinion.trim() === '') problems.opinion = '还没有写意见。写一两句理由。';
  return problems;
}

const included = (form: JudgementForm) => form.proposal === 'INCLUDE';

export function toTriage(form: JudgementForm): Checked<TriageInput> {
  return checked(judgementProblems(form), () => ({
    proposal: form.proposal ?? 'NOT_INCLUDE',
    householdType: included(form) ? (form.householdType ?? null) : null,
    risks: included(form) ? form.risks : [],
    needs: included(form) ? form.needs : [],
    reasonCode: included(form) ? null : (form.reasonCode ?? null),
    opinion: form.opinion.trim(),
  }));
}

export interface CountyDecision {
  decision: 'INCLUDE' | 'NOT_INCLUDE';
  householdType: HouseholdType | null;
  risks: RiskType[];
  reasonCode: RejectionReason | null;
  opinion: string;
}

export function toDecision(form: JudgementForm): Checked<CountyDecision> {
  const triage = toTriage(form);
  if (!triage.ok) return triage;
  const { proposal, needs: _, ...rest } = triage.input;
  return { ok: true, input: { decision: proposal, ...rest } };
}
