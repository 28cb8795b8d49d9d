/** What staff read: official terms, dates with weekdays, prompts that never decide. */
import type { Prompt } from '@shared/assessment';
import type { CaseEventType, ComparisonStatement, FlagWarning, QueueRow } from '@shared/casework';
import { day, money } from './format';
import { STATE_LABELS } from './labels';

/** Deadline tag of a queue row; takes today's China date. */
export function dueTag(
  row: Pick<QueueRow, 'dueOn' | 'paused'> & Partial<Pick<QueueRow, 'holder'>>,
  today: string,
): { tone: 'ok' | 'doing' | 'need' | 'late' | 'off'; text: string } {
  if (row.paused && row.holder !== 'VILLAGE' && row.holder !== 'TOWN')
    return { tone: 'off', text: row.holder === 'COUNTY' ? '暂停计时，等部门' : '暂停计时，等农户' };
  if (row.dueOn === null) return { tone: 'off', text: '没有期限' };
  const left = Math.round((Date.parse(row.dueOn) - Date.parse(today)) / 86_400_000);
  const on = `（${day(row.dueOn)}）`;
  if (left < 0) return { tone: 'late', text: `晚了 ${-left} 天${on}` };
  if (left === 0) return { tone: 'need', text: `今天到期${on}` };
  return left === 1
    ? { tone: 'need', text: `明天到期${on}` }
    : { tone: 'doing', text: `还剩 ${left} 天${on}` };
}

/** Second line of a queue row: step, and what it waits for. */
export function queueDetail(
  row: Pick<QueueRow, 'state' | 'waitingFor' | 'withdrawalAsked' | 'reminded'>,
): string {
  if (row.withdrawalAsked) return '农户要撤回，等确认';
  if (row.reminded) return `农户催了，一天内答复 · ${STATE_LABELS[row.state]}`;
  const waits = WAITS[row.waitingFor];
  return waits === '' ? STATE_LABELS[row.state] : `${STATE_LABELS[row.state]} · ${waits}`;
}

const WAITS: Record<QueueRow['waitingFor'], string> = {
  NOTHING: '',
  VERIFIERS: '有人离岗或回避，等另派人',
  VERIFICATION_RECORD: '还没填核实表',
  SECOND_SIGNATURE: '还差 1 个签名',
  DATA_REQUEST: '还没请部门查',
  DATA_ANSWERS: '等部门答复',
  BOARD_PHOTO: '等张贴',
  PUBLICITY_END: '公示中',
  DUPLICATE: '同一家另有一件在办',
  SECOND_RETURN: '再退回，等镇领导看',
  REVIEWERS: '等镇里定复核人',
  REVIEW_VISITS: '等复核人去看',
  REVIEW_ANSWER: '等镇里答复',
  HEARING: '有人说不实，要听农户说',
  FALSE_STATEMENT: '申报实不实，等县里定',
};

/** A prompt as one sentence; headed 「只提示，由人来定」 on every page. */
export function promptSentence(prompt: Prompt): string {
  const fen = (key: string) => money(Number(prompt.params[key] ?? 0));
  switch (prompt.rule) {
    case 'T-INCOME':
      return `人均纯收入 ${fen('netPerCapitaFen')}，不高于 ${fen('lineFen')}`;
    case 'T-NETREF':
      return `扣掉必须花的钱，人均 ${fen('referencePerCapitaFen')}，不高于 ${fen('lineFen')}`;
    case 'T-MEDICAL10K':
      return `自付看病 ${fen('medicalSelfPaidFen')}，达到 ${fen('thresholdFen')}，不管纳不纳入都要建专档`;
    case 'T-INCOMEDROP':
      return `收入比上年少了 ${prompt.params.dropPct}%`;
    case 'T-RIGID>INCOME':
      return `必须花的钱 ${fen('compliantSelfPaidFen')}，超过纯收入 ${fen('netFen')}`;
    case 'T-HOUSE':
      return '唯一住房不安全，要请住建鉴定';
    case 'T-WATER':
      return '饮水有问题，要请水利处理';
    case 'T-SCHOOL':
      return '有适龄孩子没上学，要请教育核实';
    case 'T-INSURANCE':
      return '有人没参加基本医保';
    case 'T-FOUR':
      return '属于一般应纳入的四类情形，请重点看';
    case 'T-NEWDIBAO':
      return '今年新增低保、特困或残疾，不纳入也要建专档';
  }
}

/** Result of the comparison in one sentence each, for the minutes; names nobody and nothing (domain.md 3.1). */
export function comparisonSentences(result: ComparisonStatement): string[] {
  const { departments, people, comparedBefore, waiting, unavailable, flags, explained, accepted } = result;
  return [
    people > 0 ? `请 ${departments} 个部门查了 ${people} 人。` : '',
    comparedBefore > 0 ? `${comparedBefore} 人低保已经比对过，不再查。` : '',
    waiting > 0 ? `还有 ${waiting} 个部门没有答复。` : '',
    unavailable > 0 ? `有 ${unavailable} 条查不了。` : '',
    flags === 0
      ? '没有查到要说明的。'
      : `查到 ${flags} 样，说明了 ${explained} 样，县里认可 ${accepted} 样。`,
  ].filter((sentence) => sentence !== '');
}

/** What to bear in mind when an opinion is written; it holds nobody up. */
export const FLAG_WARNINGS: Record<FlagWarning, string> = {
  HARD_WITHOUT_EXEMPTION: '县里的方案把查到的这一样定为硬条件。意见里要写清楚怎么看。',
  UNEXPLAINED: '查到的情况还没有说明。请核实人先说明一下。',
  NOT_REVIEWED: '核实人说明了，县里还没有看。',
  ANSWER_DISPUTED: '有一条正请部门再查一次，等它的答复。',
};

/** What happened, in the history column of the desk. */
export const EVENT_LABELS: Record<CaseEventType, string> = {
  ReportSubmitted: '申报',
  CaseAccepted: '村里受理',
  VerifiersAssigned: '定核实人',
  VisitGivenBack: '去看的人离岗，等另派人',
  AuthorizationSigned: '签同意书',
  ConsentWithdrawn: '撤回同意查信息',
  VerificationRecorded: '填核实表',
  VerificationSigned: '核实签名',
  VerificationCompleted: '入户核实完成',
  DataCheckRequested: '请部门查对',
  DataCheckAnswered: '部门答复',
  DataCheckCompleted: '信息比对完成',
  FlagExplained: '说明查到的情况',
  FlagReviewed: '县里看了说明',
  AnswerDisputed: '请部门再查一次',
  TriageCompleted: '综合研判',
  RejectionOverturned: '不同意不纳入，送评议',
  AppraisalRecorded: '村里评议',
  PublicityPosted: '张贴公示',
  PublishedFactsCorrected: '更正公示内容',
  PublicityMoved: '换上更正后的公示',
  PublicityResumed: '名单接着公示',
  PublicityTakenDown: '按本人要求撤下名单',
  BoardPhotographed: '拍公示栏',
  PublicityEnded: '公示期满',
  TownReviewed: '镇级审核',
  InclusionDecided: '县级审定：纳入',
  AnnouncementPosted: '公告',
  HouseholdIncluded: '纳入',
  CaseRejected: '不予纳入',
  SupplementRequested: '退回补材料',
  SupplementProvided: '补了材料',
  SupplementCompleted: '材料补齐',
  TakeOverOffered: '给了接办码',
  ReportTakenOver: '农户自己接过去办',
  ReportConfirmed: '农户看过申报，说是这样',
  WithdrawalRequested: '农户要撤回',
  WithdrawalDeclined: '不撤回，接着办',
  CaseWithdrawn: '撤回',
  MeasureRecorded: '登记帮扶措施',
  FamilyReminded: '农户催了一次',
  ReminderAnswered: '答复了催办',
  CaseRated: '农户评了一评',
  SecondReturnAsked: '想再退回，等镇领导看',
  SecondReturnDeclined: '镇领导不同意再退回',
  SupplementExtended: '宽限补材料',
  PapersCalledFor: '当面提醒农户',
  CaseExpired: '逾期未补',
  CaseReopened: '接着办',
  RefusalDelivered: '告知书送到',
  ReviewRequested: '申请复核',
  ReviewersAssigned: '定复核人',
  ReviewFindingRecorded: '复核看过',
  ReviewAnswered: '答复复核',
  ObjectionFiled: '收到意见',
  ObjectionInvestigated: '调查意见',
  ObjectionHandedUp: '意见交给镇里查',
  ObjectionAnswered: '答复意见',
  ObjectorTold: '把答复告诉了提意见的人',
  ObjectionRated: '提意见的人评了答复',
  CaseReturned: '退回重办',
  DecisionUndone: '10 秒内撤回',
  DecisionRecalled: '收回重看',
  SiteChecked: '实地复查',
  GreenChannelOpened: '走绿色通道',
  HelpPapersRecorded: '补急救手续',
  CaseMerged: '并案',
  ReportTakenIn: '并入另一份申报',
  DuplicateReleased: '不是重复',
  CaseTransferred: '转办',
  CaseArrived: '转到本村',
  CaseNotAccepted: '不予受理',
  AssistRequested: '请外村协查',
  AssistAnswered: '外村答复协查',
  KinshipDeclared: '登记亲戚，回避',
  FalseStatementReported: '提出申报不实',
  HouseholdHeard: '听农户怎么说',
  OwnWordsGiven: '农户自己说',
  FalseStatementDecided: '定申报实不实',
  HouseholdRemoved: '清退',
};

/** What stands beside an act whose signer said that the family is no kin (domain.md 1.1). */
export const UNRELATED_WORDS = '声明不是亲戚';

/** 「请您定」 in one sentence, with the law's limit, by state (ux.md 9). */
export const ASK_SENTENCES: Partial<Record<QueueRow['state'], string>> = {
  SUBMITTED: '请您受理，并定两位核实人。',
  VERIFYING: '请您到家里看，填核实表，两人签名。',
  DATA_CHECK: '请您请部门查对，登记答复。',
  TRIAGE: '请您看材料，提出纳入或不纳入的建议。',
  PROPOSE_REJECT: '请您定：村里建议不纳入，同意还是送评议。',
  APPRAISAL: '请您开评议会，记票。',
  PUBLICITY: '请您张贴公示，拍公示栏。',
  TOWN_REVIEW: '请您定：材料齐不齐，程序对不对。',
  COUNTY_DECISION: '请您审定：纳入还是不纳入。',
  ANNOUNCED: '请您以镇里的名义公告。',
  OBJECTION: '请您查清意见，答复提意见的人。',
  REVIEW: '请您派两位没办过的人去看，再答复。',
};

/** What the procedure asks of the step in hand (domain.md 1.4, 3.1 to 3.3), in a sentence or two. */
export const LAW_SENTENCES: Partial<Record<QueueRow['state'], string>> = {
  SUBMITTED: '申报都要登记。不受理要写明原因，告诉农户。',
  VERIFYING: '两个人一起上门，当面核实，都要签名。',
  DATA_CHECK: '签了同意的大人才能查，查到的只用来核对。',
  TRIAGE: '算出来的数只作参考，建议由人来提。',
  PROPOSE_REJECT: '村里的建议，镇里看过才算。两级签字要是两个人。',
  APPRAISAL: '到会人数要够，亲戚要回避，票数要对得上。',
  PUBLICITY: '公示要满天数，首尾都要拍照。',
  TOWN_REVIEW: '看材料齐不齐、程序对不对。和村里签字的要是两个人。',
  COUNTY_DECISION: '县里审定。和镇里签字的要是两个人。',
  ANNOUNCED: '镇里公告，名单要和审定的一样。',
  OBJECTION: '换一个没核实过的人来查，查清了再答复。',
  REVIEW: '派两位没办过这户的人去看，再答复农户。',
};
