import { localDate } from '@shared/calendar/dates';
import type { ActionName, AllowedAction, StaffCaseView } from '@shared/casework';
import { ACTION_LABELS, ASK_SENTENCES, day, dueTag, fullDay, sentence, yuan } from '@shared/messages';

/** Actions that move the case on, the most pressing first; the first that is on is the page's one primary button. */
const MAIN: readonly ActionName[] = [
  'confirmWithdrawal',
  'answerReminder',
  'hearHousehold',
  'decideFalseStatement',
  'decideSecondReturn',
  'merge',
  'accept',
  'signVerification',
  'recordVerification',
  'requestDataCheck',
  'answerDataCheck',
  'triage',
  'confirmRejection',
  'recordAppraisal',
  'postPublicity',
  'photographBoard',
  'recordInvestigation',
  'answerObjection',
  'tellObjector',
  'recordReviewFinding',
  'assignReviewers',
  'answerReview',
  'townReview',
  'countyDecide',
  'announce',
  'provideSupplement',
  'deliverRefusal',
  'reopen',
  'recordHelpPapers',
];

/** Beside them: what may be done as well. */
const BESIDE: readonly ActionName[] = [
  'overturnRejection',
  'releaseDuplicate',
  'recordAuthorization',
  'explainFlag',
  'reviewFlag',
  'disputeAnswer',
  'requestSupplement',
  'recordReminder',
  'extendSupplement',
  'townReturn',
  'countyReturn',
  'townReject',
  'recallDecision',
  'recordSiteCheck',
  'fileObjection',
  'handUpObjection',
  'requestReview',
  'assignVerifiers',
  'recordMeasure',
  'withdrawConsent',
];

/** What comes up once in many families: below everything else. */
const RARE: readonly ActionName[] = [
  'openGreenChannel',
  'requestAssist',
  'transfer',
  'notAccept',
  'handTakeOverCode',
  'declareKinship',
  'reportFalseStatement',
];

export interface CaseAction {
  action: ActionName;
  label: string;
  /** Off, and why. */
  off?: string;
}

export interface CaseActions {
  primary?: CaseAction;
  others: CaseAction[];
  /** Only those that are on: nobody looks for one of them without need. */
  rare: CaseAction[];
}

type Acting = Pick<StaffCaseView, 'actions' | 'verification' | 'duplicate' | 'objections' | 'review'>;

/** Exactly the actions of the case, in the order of pressing: nothing is drawn that the server did not name. */
export function actionsOf(view: Acting): CaseActions {
  const rank = (name: ActionName) => [...MAIN, ...BESIDE, ...RARE].indexOf(name);
  const all = view.actions
    .filter(isExpected)
    .sort((a, b) => rank(a.action) - rank(b.action))
    .map((one) => face(one, view));
  const isRare = ({ action }: CaseAction) => RARE.includes(action) || (action === 'merge' && !view.duplicate);
  const presses = (one: CaseAction) =>
    one.off === undefined && MAIN.includes(one.action) && !isRare(one) && isItsTurn(one.action, view);
  const primary = all.find(presses);
  return {
    primary,
    others: all.filter((one) => one !== primary && !isRare(one)),
    rare: all.filter((one) => isRare(one) && one.off === undefined),
  };
}

/** What may be done, but is pressed on nobody before something else has happened, or once it has. */
function isItsTurn(action: ActionName, { verification, objections, review }: Acting): boolean {
  const looked = objections.every(({ answer, investigation }) => answer !== null || investigation !== null);
  switch (action) {
    // A record that is there is changed only when somebody means to: its signatures would be gone.
    case 'recordVerification':
      return verification === null;
    case 'recordInvestigation':
      return !looked;
    case 'answerObjection':
      return looked;
    case 'assignReviewers':
      return review === null || review.verifiers.length === 0;
    default:
      return true;
  }
}

/** Nobody looks for the confirmation of a wish that the family did not express. */
const NOBODY_LOOKS_FOR: readonly string[] = [
  'NO_WITHDRAWAL',
  'NO_REMINDER',
  'NOTHING_SIGNED',
  'NO_DUPLICATE',
  'NO_SECOND_RETURN',
  'NO_FALSE_STATEMENT',
  'NO_HELP_WITHOUT_PAPERS',
  'NOBODY_TO_TELL',
  'TOWN_HAS_OBJECTION',
  'NO_SUCH_FLAG',
  'HEARD_ALREADY',
  'REFUSAL_ALREADY_DELIVERED',
  'GREEN_CHANNEL_ALREADY_OPEN',
  'SUPPLEMENT_ALREADY_EXTENDED',
];

/** Undoing has a button of its own, for as long as it lasts. */
function isExpected({ action, refusal }: AllowedAction): boolean {
  if (action === 'undoDecision') return false;
  return refusal === undefined || !NOBODY_LOOKS_FOR.includes(refusal.code);
}

/** Whether this reader may do it now. */
export const mayDo = (view: Pick<StaffCaseView, 'actions'>, action: ActionName): boolean =>
  view.actions.some((one) => one.action === action && one.enabled);

/** A case that is taken along to the yard: one of its verifiers looks at it, before all have signed. */
export const isForTheYard = (view: Pick<StaffCaseView, 'actions'>): boolean =>
  mayDo(view, 'recordVerification') || mayDo(view, 'signVerification');

function face({ action, enabled, refusal }: AllowedAction, view: Acting): CaseAction {
  const label =
    action === 'recordVerification' && view.verification !== null ? '改核实表' : ACTION_LABELS[action];
  if (enabled) return { action, label };
  return { action, label, off: refusal === undefined ? '' : sentence(refusal.code, refusal.params) };
}

/** 「请您定」 in one sentence, or whom the case waits for. */
export function askOf(view: StaffCaseView): { mine: boolean; text: string } {
  const { primary } = actionsOf(view);
  if (primary === undefined) return { mine: false, text: waitingSentence(view) };
  return { mine: true, text: ASKS[primary.action] ?? ASK_SENTENCES[view.state] ?? '请您办这一步。' };
}

const ASKS: Partial<Record<ActionName, string>> = {
  confirmWithdrawal: '农户要撤回，请您问一问是不是本人的意思。',
  answerReminder: '农户催了，请您一天内答复他。',
  signVerification: '核实表填好了，请您看一遍，签名。',
  requestDataCheck: '请您请部门查对。',
  answerDataCheck: '请您登记部门答复。',
  photographBoard: '公示到最后一天了，请您拍公示栏。',
  provideSupplement: '农户还差材料，您可以替他补交。',
  merge: '这家另有一件在办，请您看看是不是同一家。',
  hearHousehold: '有人说申报不实，请您先听农户怎么说。',
  decideFalseStatement: '两边的话都有了，请您定实不实。',
  decideSecondReturn: '村里想再退回一次，请您看行不行。',
  recordInvestigation: '有村民提了意见，请您查清楚，记下来。',
  answerObjection: '查清了，请您答复提意见的人。',
  tellObjector: '答复写好了，请打电话或上门告诉他。',
  assignReviewers: '农户不同意，请您定两位没办过的人去看。',
  recordReviewFinding: '请您去看一看，写下看到的。',
  answerReview: '两位都看过了，请您答复农户。',
  deliverRefusal: '请您把告知书送到农户手里，念给他听。',
  reopen: '材料没补齐停下了。农户要接着办，您可以替他办。',
  recordHelpPapers: '先帮的那一项，请您补手续。',
};

function waitingSentence({ state, holder, publicity }: StaffCaseView): string {
  if (state === 'PUBLICITY' && publicity !== null) return `正在公示，${day(publicity.lastDay)}满。`;
  switch (holder) {
    case 'HOUSEHOLD':
      return '现在等农户补材料。';
    case 'VILLAGE':
      return '现在由村里办。';
    case 'TOWN':
      return '现在由镇里办。';
    case 'COUNTY':
      return '现在由县里办。';
    case 'NOBODY':
      return '已经办完了。';
  }
}

export const dueTagOf = (view: Pick<StaffCaseView, 'dueOn' | 'clock' | 'today' | 'holder'>) =>
  dueTag({ dueOn: view.dueOn, paused: view.clock.paused, holder: view.holder }, view.today);

/** 「已用 10 天，最多 15 天（3月17日），暂停过 4 天，从头算 14 天」: net and gross in words (domain.md 3.0). */
export function usedDays({ clock, holder }: Pick<StaffCaseView, 'clock' | 'holder'>): string {
  const unit = clock.unit === 'WORKING' ? '个工作日' : '天';
  const gross = clock.grossDays === clock.netDays ? '' : `，从头算 ${clock.grossDays} ${unit}`;
  const before = clock.pausedDays === 0 ? '' : `暂停过 ${clock.pausedDays} ${unit}${gross}`;
  const pauses = clock.paused
    ? ['正在暂停计时', before].filter(Boolean).join('，')
    : before === ''
      ? '没有暂停过'
      : before;
  if (holder === 'NOBODY') return `用了 ${clock.netDays} ${unit}，${pauses}`;
  return `已用 ${clock.netDays} ${unit}，最多 ${clock.capDays} ${unit}（${day(clock.capDueOn)}），${pauses}`;
}

/** The whole case's time, when it is short or over: never by colour alone. */
export function capTag({
  clock,
  holder,
}: Pick<StaffCaseView, 'clock' | 'holder'>): { tone: 'need' | 'late'; text: string } | undefined {
  if (holder === 'NOBODY' || clock.severity === 'NORMAL') return undefined;
  const on = day(clock.capDueOn);
  return clock.severity === 'RED'
    ? { tone: 'late', text: `全部该 ${on}前办完，晚了` }
    : { tone: 'need', text: `全部要 ${on}前办完，快到了` };
}

/** 「青禾村 2组 · 4 口人」 */
export function aboutOf(view: Pick<StaffCaseView, 'group' | 'memberCount'>, villageName: string): string {
  const place = [villageName, view.group].filter((part) => part !== '').join(' ');
  return [place, view.memberCount === null ? '' : `${view.memberCount} 口人`].filter(Boolean).join(' · ');
}

export interface FigureRow {
  item: string;
  ours: string;
  line: string;
  hint: string;
  low: boolean;
}

/** 「低于」, 「等于」 or 「高于」. */
export function besideLine(fen: number, lineFen: number): string {
  if (fen === lineFen) return '等于';
  return fen < lineFen ? '低于' : '高于';
}

const MEDICAL: readonly string[] = ['M1', 'M2', 'M3'];

/** The family's figures beside the line. They inform; nothing follows from them by itself (domain.md 5.1). */
export function figureRows(view: Pick<StaffCaseView, 'verification' | 'profile'>): FigureRow[] {
  if (view.verification === null) return [];
  const { assessment, prompts } = view.verification;
  const { lineFen } = assessment.parameters;
  const beside = (fen: number, low: boolean) => ({
    ours: yuan(fen),
    line: yuan(lineFen),
    hint: `${besideLine(fen, lineFen)}监测线`,
    low,
  });
  const rows: FigureRow[] = [
    {
      item: '人均纯收入',
      ...beside(assessment.netPerCapitaFen, assessment.band.net === 'BELOW'),
    },
    {
      item: '扣掉必须花的钱后',
      ...beside(assessment.referencePerCapitaFen, assessment.band.reference === 'BELOW'),
    },
  ];
  const medicalFen = assessment.countedRows
    .filter(({ section, code }) => section === 'rigid' && MEDICAL.includes(code))
    .reduce((total, row) => total + row.countedFen, 0);
  if (medicalFen > 0) {
    const dossier = prompts.some(({ rule }) => rule === 'T-MEDICAL10K');
    rows.push({
      item: '自付看病',
      ours: yuan(medicalFen),
      line: yuan(view.profile.triggers.medicalSelfPaidFen),
      hint: dossier ? '必须建专档' : '没有超过',
      low: dossier,
    });
  }
  return rows;
}

/** How the per-head figure comes about, for the full page (picture 21). */
export function sumRows(verification: NonNullable<StaffCaseView['verification']>): {
  item: string;
  amount: string;
  strong?: boolean;
}[] {
  const { assessment, record } = verification;
  const kind = (letter: string) =>
    record.sheet.income
      .filter((row) => row.code.startsWith(letter))
      .reduce((total, row) => total + row.amountFen, 0);
  const costs = assessment.costs > 0 ? `（减成本 ${yuan(assessment.costs)}）` : '';
  return [
    { item: '工资性', amount: yuan(kind('A')) },
    { item: `经营性${costs}`, amount: yuan(kind('B') - assessment.costs) },
    { item: '财产性', amount: yuan(kind('C')) },
    { item: '转移性', amount: yuan(kind('D')) },
    { item: '纯收入', amount: yuan(assessment.net), strong: true },
    { item: '加：赔付', amount: yuan(assessment.claimsFen) },
    ...(assessment.excludedAidFen > 0
      ? [{ item: '减：按规定不算的资助', amount: yuan(assessment.excludedAidFen) }]
      : []),
    { item: '减：必须花的钱', amount: yuan(assessment.compliantSelfPaidFen) },
    {
      item: `人均（÷${assessment.parameters.members}）`,
      amount: yuan(assessment.referencePerCapitaFen),
      strong: true,
    },
  ];
}

export interface ProcedureFact {
  key: string;
  value: string;
  ok: boolean;
}

/** What the procedure asks for and whether it is there, in its order (domain.md 3.1). */
export function procedureFacts(view: StaffCaseView): ProcedureFact[] {
  return [authorizations(view), verified(view), compared(view), appraised(view), published(view)];
}

function authorizations({ members }: StaffCaseView): ProcedureFact {
  const adults = members.filter((member) => member.adult);
  const missing = adults.filter((member) => !member.authorized).map((member) => member.name);
  if (adults.length === 0) return { key: '授权', value: '还没登记家里人', ok: false };
  return missing.length === 0
    ? { key: '授权', value: `${adults.length} 个大人都签了`, ok: true }
    : { key: '授权', value: `还差${missing.join('、')}`, ok: false };
}

function verified({ verification, profile }: StaffCaseView): ProcedureFact {
  const key = '入户核实';
  if (verification === null) return { key, value: '还没填核实表', ok: false };
  const { signatures, completed, record } = verification;
  return completed
    ? { key, value: `${day(record.visitedOn)}，${signatures.length} 人签名`, ok: true }
    : { key, value: `还差 ${profile.minSigners - signatures.length} 个签名`, ok: false };
}

function compared({ dataCheck, comparison }: StaffCaseView): ProcedureFact {
  const key = '信息比对';
  if (dataCheck === null || comparison === null) return { key, value: '还没请部门查', ok: false };
  if (dataCheck.completedAt === null)
    return { key, value: `还有 ${comparison.waiting} 个部门没答复`, ok: false };
  const { flags, accepted } = comparison;
  const words = flags === 0 ? '没有异常' : `查到 ${flags} 样要说明的，县里认可 ${accepted} 样`;
  return { key, value: `${day(localDate(dataCheck.completedAt))}，${words}`, ok: true };
}

function appraised({ appraisal }: StaffCaseView): ProcedureFact {
  const key = '村里评议';
  if (appraisal === null) return { key, value: '还没开会', ok: false };
  const { yes, no, abstain, metAt } = appraisal;
  const votes = no + abstain === 0 ? `${yes} 票全同意` : `${yes} 票同意，${no} 票不同意，${abstain} 票弃权`;
  return { key, value: `${day(localDate(metAt))}，${votes}`, ok: true };
}

function published({ publicity }: StaffCaseView): ProcedureFact {
  const key = '公示';
  if (publicity === null) return { key, value: '还没张贴', ok: false };
  const photos = publicity.endPhotoId === null ? '还没拍最后一天' : '首尾照片齐';
  return {
    key,
    value: `${day(publicity.firstDay)}至${day(publicity.lastDay)}，${photos}`,
    ok: publicity.endedAt !== null && publicity.endPhotoId !== null,
  };
}

/** 「3月2日 09:10」 in China, of an instant. */
export function moment(at: string): string {
  return `${day(localDate(at))} ${timeOf(at)}`;
}

function timeOf(at: string): string {
  const china = new Date(Date.parse(at) + 8 * 3_600_000);
  return [china.getUTCHours(), china.getUTCMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
}

/** 「2025年3月到2026年2月，12 个月」 */
export function windowWords({ from, to }: { from: string; to: string }): string {
  const month = (text: string) => fullDay(`${text}-01`).replace(/1日$/, '');
  return `${month(from)}到${month(to)}，12 个月`;
}
