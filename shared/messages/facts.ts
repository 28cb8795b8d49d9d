/** What is known of a family through time, in words for its staff (domain.md 4.2, 4.3, 3.8). */
import type { Health, HouseholdKind, Labour, MemberRelation, RiskType, School } from '@shared/casework/codes';
import type { ChangeEvidence, StandingInFamily } from '@shared/followups/codes';
import type { FactKey } from '@shared/followups/facts';
import { CHANGE_EVIDENCE_LABELS, STANDING_IN_FAMILY_LABELS } from './followups';
import { fullDay } from './format';
import { MEMBER_RELATION_LABELS } from './members';
import { HEALTH_LABELS, HOUSE_GRADE_LABELS, LABOUR_LABELS, SCHOOL_LABELS } from './sheet-labels';
import { HOUSEHOLD_KIND_LABELS, RISK_LABELS } from './staff-labels';

export const FACT_LABELS: Record<FactKey, string> = {
  STANDING: '在不在家里',
  COUNTED: '算不算人口',
  NAME: '名字',
  RELATION: '是户主的什么人',
  BIRTH_DATE: '哪天出生',
  ID_NO: '身份证号',
  HEALTH: '身体',
  LABOUR: '能不能干活',
  SCHOOL: '上学',
  INSURED: '医保',
  AWAY: '在家还是外出',
  KIND: '哪一类户',
  HOUSE_GRADE: '房子等级',
  HOUSING: '住房',
  WATER: '吃水',
  SCHOOL_PROBLEM: '孩子失学',
  INSURANCE: '全家的医保',
  NO_LABOUR: '全家的劳动力',
  RISKS: '风险',
};

/** Facts that are yes or no: what each of the two says. */
export const YES_NO = {
  COUNTED: ['算人口', '不算人口'],
  INSURED: ['参保了', '没参保'],
  AWAY: ['在外面', '在家'],
  HOUSING: ['住房有问题', '住房没问题'],
  WATER: ['吃水有问题', '吃水没问题'],
  SCHOOL_PROBLEM: ['有孩子失学', '没有失学'],
  INSURANCE: ['有人没参保', '都参保了'],
  NO_LABOUR: ['整户没人能干活', '有人能干活'],
} as const satisfies Partial<Record<FactKey, readonly [string, string]>>;

const isYesNo = (key: FactKey): key is keyof typeof YES_NO => key in YES_NO;

/** Takes a fact and its value (days as yyyy-mm-dd, codes, lists of codes; null: not known); gives it in words. */
export function factWords(key: FactKey, value: unknown): string {
  if (value === null || value === undefined) return '不清楚';
  if (isYesNo(key)) return YES_NO[key][value === true ? 0 : 1];
  switch (key) {
    case 'STANDING':
      return STANDING_IN_FAMILY_LABELS[value as StandingInFamily];
    case 'RELATION':
      return MEMBER_RELATION_LABELS[value as MemberRelation];
    case 'BIRTH_DATE':
      return fullDay(String(value));
    case 'HEALTH':
      return (value as Health[]).map((one) => HEALTH_LABELS[one]).join('、') || '没有大病';
    case 'LABOUR':
      return LABOUR_LABELS[value as Labour];
    case 'SCHOOL':
      return SCHOOL_LABELS[value as School];
    case 'KIND':
      return HOUSEHOLD_KIND_LABELS[value as HouseholdKind];
    case 'HOUSE_GRADE':
      return HOUSE_GRADE_LABELS[value as keyof typeof HOUSE_GRADE_LABELS];
    case 'RISKS':
      return (value as RiskType[]).map((one) => RISK_LABELS[one]).join('、') || '没有';
    default:
      return String(value);
  }
}

/** What shows it: what the office found and decided itself, papers of a change by code, or the words of who wrote it. */
const OFFICE: Record<string, string> = {
  VERIFICATION: '入户核实时看到的',
  DECISION: '县里审定时定的',
  FOLLOW_UP: '走访时看到的',
};
export const evidenceWords = (evidence: string): string =>
  OFFICE[evidence] ??
  evidence
    .split('+')
    .map((one) => CHANGE_EVIDENCE_LABELS[one as ChangeEvidence] ?? one)
    .join('、');
