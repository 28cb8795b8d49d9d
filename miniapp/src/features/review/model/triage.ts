import { inconsistencies } from '@shared/assessment/inconsistencies';
import type {
  HouseholdType,
  Need,
  RejectionReason,
  RiskType,
  StaffCaseView,
  TriageInput,
} from '@shared/casework';
import { HOUSEHOLD_TYPE_LABELS, INCONSISTENCY_SENTENCES, NEED_LABELS, RISK_LABELS } from '@shared/messages';
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

type Proposing = Pick<StaffCaseView, 'proposal' | 'verification'>;

/** What the figures and the visit suggest, each in a sentence with its reason (domain.md 9.3). Nothing is chosen by it. */
export function proposalLines({ proposal }: Proposing): string[] {
  if (proposal === null) return [];
  const { value, because } = proposal.householdType;
  const type =
    value === null
      ? '按数看，哪一类都不像：收入在线上，也没有大的急难。'
      : `按数看像“${HOUSEHOLD_TYPE_LABELS[value]}”：${because.map((one) => BECAUSE[one]).join('，')}。`;
  const found = proposal.risks
    .filter(({ because: why }) => why === 'FOUND')
    .map(({ value: risk }) => RISK_LABELS[risk]);
  const told = proposal.risks
    .filter(({ because: why }) => why === 'REPORTED')
    .map(({ value: risk }) => RISK_LABELS[risk]);
  const needs = proposal.needs
    .filter(({ because: why }) => why === 'FOUND')
    .map(({ value: need }) => NEED_LABELS[need]);
  return [
    type,
    told.length === 0 ? '' : `农户说的风险：${told.join('、')}。`,
    found.length === 0 ? '' : `上门看到的风险：${found.join('、')}。`,
    needs.length === 0 ? '' : `上门看到，可能需要：${needs.join('、')}。`,
  ].filter((line) => line !== '');
}

const BECAUSE = {
  BELOW_LINE: '收入在线下',
  ABOVE_LINE_SHOCK: '收入在线上，急难的花销太大',
  ABOVE_LINE: '收入在线上',
} as const;

/** Rules that look at the chosen risks and needs: they are asked again as the choice changes. */
const BY_CHOICE: readonly string[] = ['risks', 'needs'];

/** What does not fit together, with the risks and needs as they are chosen now. It points; it stops nobody. */
export function inconsistentWith(form: JudgementForm, view: Proposing): string[] {
  if (view.verification === null || view.proposal === null || form.proposal !== 'INCLUDE') return [];
  const { record, assessment } = view.verification;
  const { risks, needs } = form;
  const now = inconsistencies(
    { risks, needs, findings: record.findings, sheet: record.sheet, members: [] },
    assessment,
  );
  const chosen = now.filter(
    ({ rule, field }) => BY_CHOICE.includes(field) || rule === 'WATER_RISK_WITHOUT_PROBLEM',
  );
  const fixed = view.proposal.inconsistencies.filter(
    ({ rule, field }) => !BY_CHOICE.includes(field) && rule !== 'WATER_RISK_WITHOUT_PROBLEM',
  );
  return [...chosen, ...fixed].map(({ rule }) => INCONSISTENCY_SENTENCES[rule]);
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
    needs: triage?.needs ?? [],
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
