/**
 * Names of codes that staff read. Apart from those of a family, so that a villager's phone does not carry them.
 */
import type { InconsistencyRule } from '@shared/assessment';
import type {
  ActionName,
  AgainFact,
  AssetFlag,
  AttendeeRole,
  Channel,
  DeliveryWay,
  HouseholdKind,
  HouseholdType,
  Need,
  NotAcceptedReason,
  ObjectionChannel,
  ObjectionVerdict,
  RejectionReason,
  ReturnTarget,
  ReviewOutcome,
  RiskType,
  Satisfaction,
  SupplementHelper,
  SupplementKind,
  SupplementPaper,
  VerifyMode,
} from '@shared/casework';

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

/** Reasons for which a flag need not count, of all counties; a profile says which ones it allows (domain.md 2.5). */
const EXEMPTIONS: Record<string, string> = {
  RESETTLEMENT: '搬迁安置的房',
  DISASTER_REBUILDING: '灾后重建的房',
  INHERITED_SHARE: '继承来的一份',
  CHILDS_NAME_ONLY: '只是孩子的名字',
  DISABILITY_SCOOTER: '残疾人代步车',
  LIVELIHOOD_TOOL: '靠它谋生',
  NOMINAL_OWNER: '别人的，只挂了名',
  LOW_VALUE: '旧的，不值钱',
  CO_OWNED: '几家合买的',
  LOAN_FINANCED: '贷款买的',
  COOP_MEMBER: '合作社社员',
  DORMANT: '执照早不用了',
  NO_EMPLOYEES: '小本生意，没雇人',
  PUBLIC_POST: '公益岗位',
  FOR_TREATMENT: '留着看病的钱',
  CLAIM_USED_FOR_CARE: '赔款看病用了',
  REMOTE_VERIFICATION: '已视频核实',
  REFUSAL_RECORDED: '不肯赡养，调解过',
};

/** A county may write an exemption of its own into its profile: then it is shown as it stands there. */
export const exemptionLabel = (code: string): string => EXEMPTIONS[code] ?? code;

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

export const ATTENDEE_LABELS: Record<AttendeeRole, string> = {
  COMMITTEE: '村“两委”',
  TASKFORCE: '驻村工作队',
  PARTY_MEMBER: '党员代表',
  VILLAGER: '村民代表',
  GROUP_LEADER: '村民小组长',
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
  giveBackVisit: '去看的人离岗',
  recordAuthorization: '登记授权签名',
  withdrawConsent: '登记撤回同意',
  recordVerification: '填核实表',
  signVerification: '签名',
  requestDataCheck: '请部门查对',
  explainFlag: '说明查到的情况',
  reviewFlag: '看说明',
  disputeAnswer: '请部门再查一次',
  answerDataCheck: '登记部门答复',
  requestSupplement: '退回补材料',
  provideSupplement: '替农户补交',
  triage: '综合研判',
  confirmRejection: '同意不纳入',
  overturnRejection: '不同意，送评议',
  recordAppraisal: '记评议会',
  postPublicity: '张贴公示',
  photographBoard: '拍公示栏',
  correctPublicity: '更正公示',
  settlePublicity: '本人要求的结果',
  closePublicity: '公示到期',
  townReview: '同意，报县里',
  countyDecide: '审定',
  announce: '公告',
  offerTakeOver: '给这家接办码',
  handTakeOverCode: '给家里人接办码',
  confirmReport: '确认申报',
  requestWithdrawal: '撤回申报',
  confirmWithdrawal: '确认撤回',
  recordMeasure: '登记帮扶措施',
  remind: '催一催',
  answerReminder: '答复催办',
  rate: '评一评',
  decideSecondReturn: '看再退回的单子',
  extendSupplement: '宽限几天',
  recordReminder: '记提醒',
  expireSupplement: '逾期',
  reopen: '接着办',
  deliverRefusal: '登记告知书送达',
  requestReview: '申请复核',
  assignReviewers: '定复核人',
  recordReviewFinding: '记复核情况',
  answerReview: '答复复核',
  fileObjection: '登记意见',
  recordInvestigation: '记调查情况',
  answerObjection: '答复意见',
  handUpObjection: '请镇里来查',
  tellObjector: '记下告诉他了',
  rateObjection: '提意见的人评答复',
  townReturn: '退回村里重办',
  countyReturn: '县里退回重办',
  undoDecision: '撤回刚才的',
  recallDecision: '收回重看',
  townReject: '不同意纳入',
  recordSiteCheck: '记实地复查',
  openGreenChannel: '走绿色通道',
  recordHelpPapers: '补急救手续',
  merge: '并到另一件',
  takeInReport: '并入',
  releaseDuplicate: '不是重复，接着办',
  transfer: '转到别的村',
  notAccept: '不予受理',
  requestAssist: '请外村协查',
  answerAssist: '答复协查',
  declareKinship: '登记亲戚，回避',
  reportFalseStatement: '提出申报不实',
  hearHousehold: '听农户怎么说',
  giveOwnWords: '自己说一说',
  decideFalseStatement: '定申报实不实',
};

export const VERDICT_LABELS: Record<ObjectionVerdict, string> = {
  UPHELD: '成立',
  PARTLY: '部分成立',
  NOT_UPHELD: '不成立',
  WITHDRAWN: '提意见的人收回了',
  PASSED_ON: '转给纪检等部门',
};

export const REVIEW_OUTCOME_LABELS: Record<ReviewOutcome, string> = {
  UPHOLD: '维持原来的结果',
  REVERIFY: '换人重新核实',
  INCLUDE: '送评议',
};

/** What a family told before and may leave as it was (domain.md 3.7). */
export const AGAIN_LABELS: Record<AgainFact, string> = {
  PLACE: '村组',
  REPORTER: '申报人',
  HEAD: '户主',
  PHONE: '电话',
  DIFFICULTY: '困难情况',
  TROUBLES: '主要困难',
  PEOPLE: '人口',
  NEEDS: '需要的帮助',
};

export const NOT_ACCEPTED_LABELS: Record<NotAcceptedReason, string> = {
  OUT_OF_SCOPE: '不在范围（不是农村户、不是搬迁户）',
  TEST_DATA: '试填的',
  SAME_FACTS: '同样的事最近没通过，没有新情况',
};

/** How somebody reached the family. */
export const DELIVERY_LABELS: Record<DeliveryWay, string> = {
  VISIT: '上门',
  PHONE: '打电话',
  MINIAPP: '手机上',
  LETTER: '寄信',
};

/** What an objector says of the answer. */
export const SATISFACTION_LABELS: Record<Satisfaction, string> = {
  YES: '满意',
  PARTLY: '还可以',
  NO: '不满意',
};

/** How an objection came. */
export const OBJECTION_CHANNEL_LABELS: Record<ObjectionChannel, string> = {
  MINIAPP: '手机上提的',
  BOX: '意见箱里的',
  PHONE: '打电话说的',
  LETTER: '写信来的',
  VISIT: '当面说的',
  HOTLINE: '12317 转来的',
  CITIZEN_LINE: '12345 转来的',
  PETITION: '信访转来的',
  DISCIPLINE: '纪检转来的',
};

/** Step to which a case goes back. */
export const RETURN_LABELS: Record<ReturnTarget, string> = {
  VERIFYING: '入户核实',
  TRIAGE: '综合研判',
  APPRAISAL: '村里评议',
};

/** Who can help the family with a paper. */
export const HELPER_LABELS: Record<SupplementHelper, string> = {
  FAMILY: '家里人',
  VILLAGE: '村委会',
  GRID: '网格员',
  HOSPITAL: '医院',
  SCHOOL: '学校',
  DEPARTMENT: '镇里窗口',
};

export const PAPER_LABELS: Record<SupplementPaper, string> = {
  DEPOSIT: '存款证明',
  VEHICLE: '车辆证明',
  PROPERTY: '房产证明',
  BUSINESS: '营业执照',
  INSURANCE: '医保凭证',
  ENROLMENT: '在读证明',
  DISABILITY: '残疾证',
  DIBAO: '低保证',
  AUTHORIZATION: '同意书签名',
  BILL: '看病花钱的单子',
  DIAGNOSIS: '诊断证明',
  HOUSE_PHOTO: '房子的照片',
  INCOME_PROOF: '收入的凭据',
  OTHER: '别的材料',
};

export const INCONSISTENCY_SENTENCES: Record<InconsistencyRule, string> = {
  RISKS_EMPTY: '一个风险都没有选。',
  ID_MISSING: '有人还没有身份证号。',
  DISABILITY_WITHOUT_DISABLED: '选了因残，家里没登记残疾人。',
  NO_LABOUR_BUT_WORKERS: '选了缺劳动力，又有务工收入。',
  JOB_RISK_WITHOUT_LABOUR: '选了务工不稳，又说全家没有劳动力。',
  WATER_PROBLEM_WITHOUT_RISK: '吃水有问题，没选饮水风险。',
  WATER_RISK_WITHOUT_PROBLEM: '选了饮水风险，没记吃水问题。',
  HOUSE_PROBLEM_WITHOUT_RISK: '房子有问题，没选住房风险。',
  UNINSURED_WITHOUT_NEED: '有人没参保，没写怎么帮。',
  HOUSE_NOT_GRADED: '房子还没鉴定等级。',
  DISABILITY_SUBSIDY_WITHOUT_DISABLED: '有残疾补贴，家里没登记残疾人。',
  NO_LABOUR_NOT_FLAGGED: '没有能干活的人，没勾全家没有劳动力。',
  LIFTED_BELOW_LINE: '脱贫户收入在线下，一个风险都没有选。',
  WAGE_TOO_SMALL: '有一项工资不到 100 元，再看一眼。',
  MONTHS_OVER_12: '务工写了 12 个月还多。再问一问。',
  COSTS_MISSING: '有经营收入，没有填成本。',
  NET_PER_CAPITA_UNLIKELY: '人均收入太低或太高，再算一遍。',
};

export const SUPPLEMENT_LABELS: Record<SupplementKind, string> = {
  SIGNATURE: '缺签名',
  READABLE_PAPER: '材料看不清',
  MISSING_PAPER: '缺材料',
  FACT: '有件事要说清',
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
