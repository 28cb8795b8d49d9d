/** Words of the staff's forms; those of the income sheet and of the visit are printed too, and lie in shared. */
export {
  BASIS_LABELS,
  COST_LABELS,
  type CostCode,
  FINDING_KEYS,
  FINDING_LABELS,
  type FindingKey,
  GUARANTEE_LABELS,
  HEALTH_LABELS,
  HOUSE_GRADE_LABELS,
  HOUSE_OWNERSHIP_LABELS,
  INCOME_LABELS,
  type IncomeCode,
  LABOUR_LABELS,
  RIGID_LABELS,
  type RigidCode,
  SCHOOL_LABELS,
  WARNING_WORDS,
  WATER_ASPECT_LABELS,
  WATER_MARK_LABELS,
  WATER_SOURCE_LABELS,
} from '@shared/messages/sheet-labels';

/** What a family says is wrong, and what came of it. */
export const REQUEST_FACTS = {
  HEAD: '户主',
  PHONE: '电话',
  PLACE: '住址',
  MEMBERS: '家庭成员',
  STANDING: '类别和风险',
  MONEY: '收入支出',
  HOUSE: '住房和饮水',
  OTHER: '其他',
} as const;
export const REQUEST_OUTCOMES = {
  CORRECTED: '已改',
  KEPT: '不改',
  VISIT: '再去看',
  HELPED: '帮着办了',
} as const;

/** The four kinds of income, in the order of the sheet. */
export const INCOME_GROUPS = [
  { letter: 'A', label: '工资性' },
  { letter: 'B', label: '经营性' },
  { letter: 'C', label: '财产性' },
  { letter: 'D', label: '转移性' },
] as const;

/** Why a row of rigid spending is not counted, or not all of it. */
export const NOT_COUNTED_LABELS = {
  OUT_OF_CATALOGUE: '目录外，按规定不算',
  EDUCATION_AID: '教育资助，按规定不算',
  LOCAL_RULE: '按本地规定不算',
  OVER_CAP: '超过限额的部分不算',
} as const;

export const AUTHORIZATION_METHODS = {
  PAPER: { label: '纸上签的名', detail: '拍下签了名的同意书' },
  FINGERPRINT: { label: '按的手印', detail: '不识字的，念给本人听，按手印，再拍下来' },
} as const;

export const RESULT_LABELS = {
  CLEAR: '没有查到',
  FLAGGED: '查到了',
  UNAVAILABLE: '查不了',
} as const;
