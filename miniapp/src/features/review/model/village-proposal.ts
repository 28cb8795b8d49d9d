import type { StaffCaseView } from '@shared/casework';
import {
  HOUSEHOLD_TYPE_LABELS,
  NEED_LABELS,
  REJECTION_LABELS,
  REJECTION_SENTENCES,
  RISK_LABELS,
} from '@shared/messages';
import { moment } from './facts';

type Triage = NonNullable<StaffCaseView['triage']>;

/** What the village proposes, in its own words: one line of words each, nothing that it left out. */
export function proposalFacts(triage: Triage): { key: string; value: string }[] {
  const words = {
    建议: triage.proposal === 'INCLUDE' ? '纳入' : '不纳入',
    类别: triage.householdType === null ? '' : HOUSEHOLD_TYPE_LABELS[triage.householdType],
    风险: triage.risks.map((risk) => RISK_LABELS[risk]).join('、'),
    需要: triage.needs.map((need) => NEED_LABELS[need]).join('、'),
    原因: triage.reasonCode === null ? '' : REJECTION_LABELS[triage.reasonCode],
    理由: triage.opinion,
  };
  return Object.entries(words).flatMap(([key, value]) => (value === '' ? [] : [{ key, value }]));
}

/** 「李春梅，3月7日 09:00」 */
export const proposedBy = ({ actor, at }: Pick<Triage, 'actor' | 'at'>): string =>
  `${actor.name}，${moment(at)}`;

/** What the township reads before its word on a proposal not to include: what, why, who, when, and what the family will read. */
export function refusalProposal(triage: Triage): { key: string; value: string }[] {
  return [
    ...proposalFacts(triage).map((fact) => (fact.key === '建议' ? { ...fact, key: '村里建议' } : fact)),
    { key: '谁提的', value: proposedBy(triage) },
    ...(triage.reasonCode === null
      ? []
      : [{ key: '农户会看到', value: REJECTION_SENTENCES[triage.reasonCode] }]),
  ];
}
