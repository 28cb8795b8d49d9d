/** The Chinese name of every code that reaches a screen. Household wording where a family reads it (ux.md 6). */
import type { StaffRole } from '@shared/access';
import type {
  CaseState,
  Department,
  MeasureCode,
  NotAcceptedReason,
  Phrase,
  PlainStep,
  RejectionReason,
  ReporterRelation,
  ReviewOutcome,
  RiskType,
} from '@shared/casework';

export const STATE_LABELS: Record<CaseState, string> = {
  DRAFT: '草稿',
  SUBMITTED: '等受理',
  MERGED: '已并案',
  TRANSFERRED: '已转办',
  NOT_ACCEPTED: '不予受理',
  ACCEPTED: '已受理',
  SUPPLEMENT: '等农户补材料',
  VERIFYING: '入户核实',
  DATA_CHECK: '信息比对',
  TRIAGE: '综合研判',
  PROPOSE_REJECT: '建议不纳入，等镇里确认',
  APPRAISAL: '村里评议',
  PUBLICITY: '公示',
  OBJECTION: '异议核查',
  TOWN_REVIEW: '镇级审核',
  COUNTY_DECISION: '县级审定',
  ANNOUNCED: '等公告',
  INCLUDED: '已纳入',
  REJECTED: '不予纳入',
  REVIEW: '复核',
  WITHDRAWN: '已撤回',
  EXPIRED: '逾期未补',
  RECTIFIED_REMOVED: '已清退',
};

export const STEP_LABELS: Record<PlainStep, string> = {
  SUBMITTED: '已提交',
  ACCEPTED: '已受理',
  VERIFYING: '入户核实',
  DATA_CHECK: '信息比对',
  APPRAISAL: '村里评议',
  PUBLICITY: '公示',
  REVIEW: '镇县审核',
  RESULT: '结果',
};

export const TROUBLE_LABELS: Record<RiskType, string> = {
  ILLNESS: '家里有人生大病、常年吃药',
  SCHOOLING: '供孩子上学负担重',
  DISABILITY: '家里有残疾人',
  DISASTER: '遭了灾',
  ACCIDENT: '出了事故',
  INDUSTRY_FAIL: '种养、生意亏了',
  JOB_UNSTABLE: '没活干、工钱拿不到',
  NO_LABOUR: '家里没人能干活',
  HOUSING: '房子不安全',
  WATER: '吃水困难',
  OTHER: '其他困难',
};

export const PHRASE_LABELS: Record<Phrase, string> = {
  BIG_ILLNESS: '有人生大病',
  LONG_MEDICINE: '常年吃药',
  SCHOOL_HARD: '供孩子上学难',
  DISABLED_MEMBER: '家里有残疾人',
  DISASTER: '遭了灾',
  ACCIDENT: '出了事故',
  NO_WORK: '没活干、没工钱',
  FARM_LOSS: '种养亏了',
  UNSAFE_HOUSE: '房子不安全',
  WATER_HARD: '吃水困难',
};

export const RELATION_LABELS: Record<ReporterRelation, string> = {
  SELF: '户主本人',
  SPOUSE: '配偶',
  CHILD: '子女',
  PARENT: '父母',
  RELATIVE: '亲戚',
  NEIGHBOUR: '邻居',
  GROUP_LEADER: '村民小组长',
  GRID: '网格员',
  CADRE: '村干部',
  OTHER: '其他',
};

export const DEPARTMENT_LABELS: Record<Department, string> = {
  POLICE: '公安',
  REAL_ESTATE: '不动产',
  MARKET: '市场监管',
  TAX: '税务',
  HUMAN_RESOURCES: '人社',
  MEDICAL_INSURANCE: '医保',
  HOUSING_FUND: '公积金',
  CIVIL_AFFAIRS: '民政',
  DISABLED_FEDERATION: '残联',
  EDUCATION: '教育',
  BANK: '银行',
};

/** Why, told to the family first, plainly, with the sums beside it (ux.md principle 12; domain.md 3.3). */
export const REJECTION_SENTENCES: Record<RejectionReason, string> = {
  R01: '您家的收入，扣掉必须花的钱以后，还在本地的线上。',
  R02: '您家的难处，已经有别的政策在管。',
  R03: '您家的房、车这些，比本地一般人家多。',
  R04: '您家有人领工资或有稳定的活，能顶住这次难处。',
  R05: '您家的子女或亲人有能力照顾。',
  R06: '您家的情况不在这项帮扶的范围里。',
  R07: '干部去了两次，情况还核不清。',
  R08: '您自己说不办了。',
  R09: '申报的情况和查到的对不上。',
  R10: '具体原因，请看村里给您的说明。',
};

/** Why a report is not taken on, told to the family (domain.md 3.1, 1c). */
export const NOT_ACCEPTED_SENTENCES: Record<NotAcceptedReason, string> = {
  OUT_OF_SCOPE: '您家的户口不在农村，也不是搬迁户，这里管不到。',
  TEST_DATA: '这份申报是试着填的，不是真的。',
  SAME_FACTS: '同样的事前不久看过，没有新的情况。',
};

/** How a review ended, told to the family. */
export const REVIEW_SENTENCES: Record<ReviewOutcome, string> = {
  UPHOLD: '镇里派别的人看过，还是原来的结果。',
  REVERIFY: '镇里定了，请别的干部重新到家里看。',
  INCLUDE: '镇里定了，送村里开会再商量。',
};

export const ROLE_LABELS: Record<StaffRole, string> = {
  GRID: '网格员',
  VILLAGE: '村委会',
  TASKFORCE: '驻村工作队',
  HELPER: '帮扶责任人',
  TOWN_CLERK: '镇里经办',
  TOWN_LEADER: '镇分管领导',
  COUNTY_CLERK: '县里经办',
  COUNTY_LEADER: '县级审定人',
  DEPT: '行业部门',
  SUPERVISOR: '监督人员',
  SYSADMIN: '系统管理员',
};

export const MEASURE_LABELS: Record<MeasureCode, string> = {
  IND: '产业帮扶',
  JOB: '就业帮扶',
  FIN: '金融帮扶',
  PUB: '公益岗位',
  HOU: '住房保障',
  WAT: '饮水保障',
  HEA: '健康帮扶',
  EDU: '义务教育',
  EDX: '其他教育帮扶',
  COM: '综合保障',
  SOC: '社会帮扶',
  MOV: '搬迁',
  LIV: '生产生活条件',
  INF: '基础设施',
};
