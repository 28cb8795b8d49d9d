/** Sentences about the way off the register: for staff in the words of the procedure, for the family in its own. */
import type { RiskType } from '@shared/casework';
import type { Checked, ExitEnd, ExitEventType, ExitKind, ExitStep, Precondition } from '@shared/elimination';
import type { AfterElimination } from '@shared/policies';
import type { RegisterStatus } from '@shared/register';
import { day, money } from './format';
import { RISK_LABELS } from './staff-labels';

export { REGISTER_LABELS } from './register-labels';

export const PRECONDITION_LABELS: Record<Precondition, string> = {
  SIX_MONTHS: '纳入满 6 个月',
  MEASURE_LANDED: '有对症的帮扶落实',
  INCOME_ABOVE_LINE: '收入超过今年的线',
  INCOME_STABLE: '收入稳了半年',
  RIGID_SOLVED: '大额支出解决了',
  GUARANTEES: '三保障和饮水没问题',
  RISKS_GONE: '原来的风险没有了',
  NO_NEW_RISK: '没有新的风险',
  LABOUR: '家里有劳动力',
  NOT_ONLY_SAFETY_NET: '不是一兜了之',
  TRANSFER_SHARE: '转移性收入占比',
};

const GUARANTEES: Record<string, string> = {
  HOUSE: '住房',
  WATER: '饮水',
  SCHOOL: '上学',
  INSURANCE: '医保',
};

const listed = (codes: string | number | undefined, words: Readonly<Record<string, string>>): string =>
  String(codes ?? '')
    .split(',')
    .map((code) => words[code] ?? code)
    .join('、');

const yuan = (fen: string | number | undefined) => money(Number(fen ?? 0));
const dayOf = (on: string | number | undefined) => day(String(on ?? ''));

type Params = Checked['params'];

/** What stands in the way, and what to do about it. */
const IN_THE_WAY: Record<Precondition, (p: Params) => string> = {
  SIX_MONTHS: ({ identifiedOn, from, months }) =>
    `${dayOf(identifiedOn)}纳入，要满 ${months} 个月，${dayOf(from)}以后才能提。`,
  MEASURE_LANDED: ({ need, landed }) => `对症的帮扶只落实了 ${landed} 项，至少要 ${need} 项。`,
  INCOME_ABOVE_LINE: ({ netPerCapitaFen, lineFen }) =>
    `人均纯收入 ${yuan(netPerCapitaFen)}，没有超过今年的线 ${yuan(lineFen)}。`,
  INCOME_STABLE: ({ lineFen }) => `最近两个季度的人均收入没有都超过线 ${yuan(lineFen)}。`,
  RIGID_SOLVED: ({ leftPerCapitaFen, lineFen }) =>
    `看病、上学这些必须花的钱还没稳住：花完人均剩 ${yuan(leftPerCapitaFen)}，线是 ${yuan(lineFen)}。`,
  GUARANTEES: ({ wrong, houseGrade }) =>
    String(wrong).split(',').includes('HOUSE')
      ? `三保障和饮水还有问题：${listed(wrong, GUARANTEES)}（房子评为 ${houseGrade} 级）。`
      : `三保障和饮水还有问题：${listed(wrong, GUARANTEES)}。`,
  RISKS_GONE: ({ risks }) => `原来的风险还在：${listed(risks, RISK_LABELS)}。`,
  NO_NEW_RISK: ({ risks }) => `有新的风险：${listed(risks, RISK_LABELS)}。先按新风险帮扶。`,
  LABOUR: () => '整户无劳动能力，暂不标注风险消除，继续兜底、继续监测。',
  NOT_ONLY_SAFETY_NET: () => '家里有劳动力，可只有兜底类帮扶（一兜了之）。要有产业、就业、金融或公益岗。',
  TRANSFER_SHARE: ({ percent }) => `收入里 ${percent}% 是补贴、低保等转移性收入，要说清靠不靠得住。`,
};

const NOT_KNOWN: Partial<Record<Precondition, string>> = {
  INCOME_STABLE: '没有最近两个季度的收入，补上再提。',
  GUARANTEES: '房子的等级不清楚，鉴定了再提。',
  LABOUR: '家里谁有劳动力还没查清，逐人核实再提。',
};

const HOLDS: Record<Precondition, (p: Params) => string> = {
  SIX_MONTHS: ({ identifiedOn }) => `${dayOf(identifiedOn)}纳入，满了。`,
  MEASURE_LANDED: ({ landed }) => `落实了 ${landed} 项。`,
  INCOME_ABOVE_LINE: ({ netPerCapitaFen, lineFen }) =>
    `人均纯收入 ${yuan(netPerCapitaFen)}，线是 ${yuan(lineFen)}。`,
  INCOME_STABLE: () => '最近两个季度都超过线。',
  RIGID_SOLVED: ({ leftPerCapitaFen }) => `花完人均剩 ${yuan(leftPerCapitaFen)}。`,
  GUARANTEES: () => '上学、看病、住房、饮水都好。',
  RISKS_GONE: () => '都没有了。',
  NO_NEW_RISK: () => '没有。',
  LABOUR: () => '有。',
  NOT_ONLY_SAFETY_NET: () => '不是。',
  TRANSFER_SHARE: ({ percent }) => (percent === undefined ? '等算收入。' : `${percent}%。`),
};

/** One line of the checklist in words: how it stands, or what is in the way. */
export function checkedSentence({ code, verdict, params }: Checked): string {
  if (verdict === 'MET') return HOLDS[code](params);
  if (verdict === 'UNKNOWN') return NOT_KNOWN[code] ?? '还没入户核实，核实了再看。';
  return IN_THE_WAY[code](params);
}

/** The whole checklist in one sentence where there is one for it. */
export function checklistHeadline(checked: readonly Checked[]): string {
  const of = (code: Precondition) => checked.find((one) => one.code === code)?.verdict;
  // The very words of the rule for a family that only lacks hands (domain.md 3.6, 6; scenario F02).
  if (of('LABOUR') === 'FAILED' && of('INCOME_ABOVE_LINE') === 'MET')
    return '符合收入条件,但整户无劳动能力,暂不标注风险消除';
  const open = checked.filter(({ verdict }) => verdict === 'FAILED' || verdict === 'UNKNOWN').length;
  return open === 0 ? '条件都够，可以提名单' : `还差 ${open} 条，暂时提不了`;
}

export const EXIT_END_LABELS: Record<ExitEnd, string> = {
  DONE: '办成了',
  NOT_MET: '入户核实，条件不够',
  NOT_PASSED: '评议没通过',
  UPHELD: '意见属实，不办了',
  RETURNED: '镇里退回',
  NOT_AGREED: '县里没同意',
  WITHDRAWN: '村里撤回',
};

export const EXIT_EVENT_LABELS: Record<ExitEventType, string> = {
  Suggested: '建议消除',
  ProposalRefused: '提名单，条件不够',
  Proposed: '提名单',
  RollBackSuggested: '建议回退',
  RollBackProposed: '提出回退',
  ProposalAgreed: '另一位确认，定核实人',
  VisitGivenBack: '去看的人离岗，等另派人',
  Verified: '入户核实',
  VerificationSigned: '核实签字',
  Appraised: '民主评议',
  Posted: '张贴公示',
  PublicityCorrected: '更正公示',
  ObjectionHeard: '收到意见',
  ObjectionAnswered: '答复意见',
  PublicityEnded: '公示期满',
  TownAccepted: '镇级验收',
  CountyDecided: '县级审定',
  Marked: '标注风险消除、公告',
  RolledBack: '回退、公告，继续监测',
  ProposalEnded: '停办',
  Left: '离开名册',
};

/** What the family is told of; null: it concerns the office only. */
const EXIT_TOLD: Record<ExitEventType, { title: string } | null> = {
  Suggested: null,
  ProposalRefused: null,
  Proposed: { title: '村里看您家难处好转了，要来核实' },
  RollBackSuggested: null,
  RollBackProposed: { title: '村里想再看看您家的情况' },
  ProposalAgreed: null,
  VisitGivenBack: null,
  Verified: { title: '干部到家里看过了' },
  VerificationSigned: null,
  Appraised: { title: '村里开会商量过了' },
  Posted: { title: '名单贴出来了，大家看' },
  PublicityCorrected: { title: '名单写错了，改好又贴出来了' },
  ObjectionHeard: null,
  ObjectionAnswered: null,
  PublicityEnded: null,
  TownAccepted: { title: '镇里看过了，报到县里' },
  CountyDecided: { title: '县里定了，等公告' },
  Marked: { title: '您家的难处解决了，退出名单' },
  RolledBack: { title: '您家回到帮扶名单上了' },
  ProposalEnded: { title: '您家接着在帮扶名单上' },
  Left: { title: '您家的帮扶登记有变动' },
};

const BODIES: Partial<Record<ExitEventType, string>> = {
  Proposed: '哪些补贴照样有、哪些会停，点开「以后怎么办」先看清。有不同意见，跟来的人说。',
  RollBackProposed: '看是不是要让您家回到帮扶名单。有什么难处，跟来的人说。',
  Marked: '往后半年还有人来看。有新的难处，随时可以再报。',
  RolledBack: '列入的日子照原来的算，帮扶接着办。',
  ProposalEnded: '现在享受的帮扶不变。',
};

/** What the family is told of an event of a proposal of that kind, and what it means; null: it concerns the office only. */
export function exitTold(type: ExitEventType, kind: ExitKind): { title: string; body: string } | null {
  // Of a mark that stays nothing changes, and the list is not where the family is.
  if (type === 'ProposalEnded' && kind === 'ROLLBACK')
    return { title: '您家这次没有回到帮扶名单', body: '有新的难处，随时可以再报。' };
  const told = EXIT_TOLD[type];
  return told && { ...told, body: BODIES[type] ?? '点开「以后怎么办」看办到哪了。' };
}

/** The family's own line on 01-c: where it stands, in its words. */
export function familyStandingWords(status: RegisterStatus, on: string, kind: ExitKind | null): string {
  if (kind === 'ROLLBACK') return '村里在看您家要不要回到帮扶名单';
  if (status === 'ELIMINATED') return `${day(on)}难处解决了，退出名单`;
  if (status === 'ACTIVE') return '在帮扶名单上';
  if (status === 'TRANSFERRED_OUT' || status === 'EXTINCT' || status === 'RECTIFIED_REMOVED')
    return '不在帮扶名单上了';
  return '村里看难处是不是解决了';
}

/** Errands that follow when a new risk or a lack of measures was found (domain.md 3.4, 8.1; scenario F11). */
const MEASURE_FOR: Partial<Record<RiskType, string>> = {
  HOUSING: '住房安全保障',
  WATER: '饮水安全保障',
  SCHOOLING: '教育帮扶',
};
export const riskErrand = (risk: RiskType): string =>
  `有新的风险“${RISK_LABELS[risk]}”，60 天内要落实${MEASURE_FOR[risk] ?? '对症的帮扶'}。`;
export const DEVELOPMENT_ERRAND = '家里有劳动力，60 天内要落实产业或就业帮扶。';
export const observationErrand = (month: string): string =>
  `难处解决后回访（${Number(month.slice(5))} 月）：看看收入、住房、饮水、看病、上学有没有变。`;

/** The steps as a family reads them. */
export const FAMILY_STEPS: Record<Exclude<ExitStep, 'PROPOSED'>, string> = {
  VERIFY: '到家里看',
  APPRAISAL: '村里评议',
  PUBLICITY: '公示',
  TOWN: '镇里看',
  COUNTY: '县里定',
  MARK: '公告结果',
};

/** What becomes of a policy, as the head of its list. */
export const AFTERWARDS_TITLES: Record<AfterElimination, string> = {
  UNAFFECTED: '照样有',
  CONTINUE_TO_TERM: '发到期满为止',
  STOP_NEXT_PERIOD: '下一期起不再发',
  STOP: '退出名单就停',
};

/** What a family that comes to a desk waits for, by what its proposal is. */
export const exitDesk = (step: ExitStep | 'SUGGESTED', kind: ExitKind): string =>
  kind === 'ROLLBACK' ? ROLLBACK_DESK[step] : EXIT_DESK[step];

const EXIT_DESK: Record<ExitStep | 'SUGGESTED', string> = {
  SUGGESTED: '有人建议消除风险，请看看',
  PROPOSED: '提了消除名单，等您确认',
  VERIFY: '请去看看风险是不是消除了',
  APPRAISAL: '消除风险，等您开会评议',
  PUBLICITY: '消除风险，等您张贴公示',
  TOWN: '消除风险，等您验收',
  COUNTY: '消除风险，等您审定',
  MARK: '消除风险，等您公告',
};
const ROLLBACK_DESK: Record<ExitStep | 'SUGGESTED', string> = {
  SUGGESTED: '有人建议回退，请看看',
  PROPOSED: '提了回退，等您确认',
  VERIFY: '请去看看是不是要回退',
  APPRAISAL: '回退，等您开会评议',
  PUBLICITY: '回退，等您张贴公示',
  TOWN: '回退，等您验收',
  COUNTY: '回退，等您审定',
  MARK: '回退，等您公告',
};
