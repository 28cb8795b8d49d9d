/** The Chinese name of every code that reaches a screen. Household wording where a family reads it (ux.md 6). */
import type { StaffRole } from '@shared/access';
import type {
  ActionName,
  AssetFlag,
  AttendeeRole,
  CaseState,
  Channel,
  Department,
  HouseholdKind,
  HouseholdType,
  MeasureCode,
  MemberRelation,
  Need,
  Phrase,
  PlainStep,
  RejectionReason,
  ReporterRelation,
  RiskType,
  SupplementKind,
  VerifyMode,
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

export const RISK_LABELS: Record<RiskType, string> = {
  ILLNESS: '因病',
  SCHOOLING: '因学',
  DISABILITY: '因残',
  DISASTER: '因自然灾害',
  ACCIDENT: '因意外事故',
  INDUSTRY_FAIL: '因产业项目失败',
  JOB_UNSTABLE: '因务工就业不稳',
  NO_LABOUR: '缺劳动力',
  HOUSING: '因安全住房',
  WATER: '因安全饮水',
  OTHER: '其他',
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

export const NEED_LABELS: Record<Need, string> = {
  MEDICAL_COST: '看病花费',
  INSURANCE: '参保缴费',
  SCHOOL_COST: '上学费用',
  HOUSE_REPAIR: '修房子',
  WATER: '吃水',
  JOB: '找活干',
  PUBLIC_POST: '公益岗位',
  TRAINING: '学手艺',
  CAPITAL: '种养的钱（贷款）',
  SEEDS: '农资种苗',
  SALES: '卖东西的路子',
  DIBAO: '低保、特困',
  EMERGENCY_AID: '临时救助',
  DISABILITY_AID: '残疾补贴、辅具',
  ELDER_CARE: '养老照护',
  DISASTER_RECOVERY: '灾后恢复',
  LEGAL: '讨工钱、打官司',
  COUNSELLING: '调解、谈心',
  OTHER: '其他',
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

export const MEMBER_RELATION_LABELS: Record<MemberRelation, string> = {
  HEAD: '户主',
  SPOUSE: '配偶',
  SON: '儿子',
  DAUGHTER: '女儿',
  DAUGHTER_IN_LAW: '儿媳',
  SON_IN_LAW: '女婿',
  GRANDCHILD: '孙辈',
  FATHER: '父亲',
  MOTHER: '母亲',
  PARENT_IN_LAW: '岳父母、公婆',
  GRANDPARENT: '祖辈',
  SIBLING: '兄弟姐妹',
  OTHER: '其他',
};

export const HOUSEHOLD_TYPE_LABELS: Record<HouseholdType, string> = {
  UNSTABLE: '脱贫不稳定户',
  MARGINAL: '边缘易致贫户',
  SUDDEN: '突发严重困难户',
};

export const HOUSEHOLD_KIND_LABELS: Record<HouseholdKind, string> = {
  ORDINARY: '一般农户',
  LIFTED: '脱贫户',
  MONITORED: '监测对象',
};

export const VERIFY_MODE_LABELS: Record<VerifyMode, string> = {
  HOME_VISIT: '到家里看',
  VIDEO: '视频',
  PHONE: '电话',
  OFFICE: '来村委会',
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

export const FLAG_LABELS: Record<AssetFlag, string> = {
  URBAN_HOUSE: '城里有房',
  CAR: '有小车',
  MACHINE: '大型农机',
  BUSINESS: '工商登记',
  PAYROLL: '财政供养、稳定单位',
  FUND: '公积金、大额存款',
  BIG_INSURANCE: '大额商业保险',
  ABSENT: '长期不在家',
  SUPPORTER_CAPABLE: '赡养人有能力',
  FALSE_STATEMENT: '说得不实',
};

/** What staff pick; the family reads REJECTION_SENTENCES. */
export const REJECTION_LABELS: Record<RejectionReason, string> = {
  R01: '收入和扣支出后的收入都在线上，没有风险',
  R02: '困难已由别的政策解决',
  R03: '资产明显高于当地水平，没有例外',
  R04: '有工资或稳定工作，能抵住风险',
  R05: '赡养人能尽义务',
  R06: '不在范围内',
  R07: '两次核实都核不了',
  R08: '自己撤回',
  R09: '说得不实',
  R10: '其他',
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

export const ATTENDEE_LABELS: Record<AttendeeRole, string> = {
  COMMITTEE: '村“两委”',
  TASKFORCE: '驻村工作队',
  PARTY_MEMBER: '党员代表',
  VILLAGER: '村民代表',
  GROUP_LEADER: '村民小组长',
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

export const SUPPLEMENT_LABELS: Record<SupplementKind, string> = {
  SIGNATURE: '缺签名',
  READABLE_PAPER: '材料看不清',
  MISSING_PAPER: '缺材料',
  FACT: '有件事要说清',
};

export const CHANNEL_LABELS: Record<Channel, string> = {
  SELF_MINIAPP: '自主申报（小程序）',
  SELF_PAPER: '自主申报（书面）',
  SELF_ORAL: '自主申报（口述）',
  SELF_12317: '12317 热线',
  SELF_NATAPP: '全国系统',
  CADRE: '基层排查',
  CENTRAL_CHECK: '集中排查',
  DEPT_ALERT: '部门预警',
  MEDIA_PETITION: '媒体信访',
  LINKED: '关联监测',
};

/** Verb on the staff's button. */
export const ACTION_LABELS: Record<ActionName, string> = {
  accept: '受理',
  assignVerifiers: '换核实人',
  recordAuthorization: '登记授权签名',
  recordVerification: '填核实表',
  signVerification: '签名',
  requestDataCheck: '请部门查对',
  answerDataCheck: '登记部门答复',
  requestSupplement: '退回补材料',
  provideSupplement: '替农户补交',
  triage: '综合研判',
  confirmRejection: '同意不纳入',
  overturnRejection: '不同意，送评议',
  recordAppraisal: '记评议会',
  postPublicity: '张贴公示',
  photographBoard: '拍公示栏',
  closePublicity: '公示到期',
  townReview: '同意，报县里',
  countyDecide: '审定',
  announce: '公告',
  requestWithdrawal: '撤回申报',
  confirmWithdrawal: '确认撤回',
  recordMeasure: '登记帮扶措施',
};
