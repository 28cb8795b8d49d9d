import type { ActionName } from '@shared/casework';
import type { ReactElement } from 'react';
import { ASKED_ACTS, type AskedAct } from '../model/asked';
import { About } from '../parts/Branches';
import { FoundBeside } from '../parts/TwoReports';
import { AcceptForm } from './Accept';
import { AskedForm, type AskedFormProps } from './Asked';
import { AuthorizationForm } from './Authorization';
import { BoardPhotoForm } from './BoardPhoto';
import { ConsentWithdrawalForm } from './ConsentWithdrawal';
import { DataAnswersForm } from './DataAnswers';
import { DataRequestForm } from './DataRequest';
import { DisputeAnswerForm } from './DisputeAnswer';
import { ExplainFlagForm } from './ExplainFlag';
import type { FormProps } from './form';
import { DecisionForm, TriageForm } from './Judgement';
import { MeasureForm } from './Measure';
import { MergeForm } from './Merge';
import { OpinionForm } from './Opinion';
import { ReminderForm } from './Reminder';
import { ReviewFlagForm } from './ReviewFlag';
import { SignVerificationForm } from './SignVerification';
import { SupplementAnswerForm } from './SupplementAnswer';
import { SupplementRequestForm } from './SupplementRequest';
import { TakeOverCodeForm } from './TakeOverCode';
import { VerificationForm } from './Verification';
import { WithdrawalForm } from './Withdrawal';

/** What is read before an act of a few questions. */
const ABOUT: Partial<Record<AskedAct, AskedFormProps['about']>> = {
  releaseDuplicate: (view) => <FoundBeside view={view} />,
  decideSecondReturn: (view) => <About view={view} ids={['secondReturn']} />,
  recordInvestigation: (view) => <About view={view} ids={['objections']} />,
  answerObjection: (view) => <About view={view} ids={['objections']} />,
  handUpObjection: (view) => <About view={view} ids={['objections']} />,
  tellObjector: (view) => <About view={view} ids={['objections']} />,
  assignReviewers: (view) => <About view={view} ids={['review']} />,
  answerReview: (view) => <About view={view} ids={['review']} />,
  hearHousehold: (view) => <About view={view} ids={['falseStatement']} />,
  decideFalseStatement: (view) => <About view={view} ids={['falseStatement']} />,
  townReturn: (view) => <About view={view} ids={['siteChecks', 'returns']} />,
  countyReturn: (view) => <About view={view} ids={['siteChecks', 'returns']} />,
};

const askedForms = Object.fromEntries(
  ASKED_ACTS.map((act) => [act, (props: FormProps) => <AskedForm act={act} about={ABOUT[act]} {...props} />]),
) as Record<AskedAct, (props: FormProps) => ReactElement>;

/** Acts that have a form of their own here. Notices are put up for several families at once, on their own pages. */
const FORMS: Partial<Record<ActionName, (props: FormProps) => ReactElement>> = {
  ...askedForms,
  merge: MergeForm,
  accept: (props) => <AcceptForm act="accept" {...props} />,
  assignVerifiers: (props) => <AcceptForm act="assignVerifiers" {...props} />,
  recordAuthorization: AuthorizationForm,
  recordVerification: VerificationForm,
  signVerification: SignVerificationForm,
  requestDataCheck: DataRequestForm,
  answerDataCheck: DataAnswersForm,
  explainFlag: ExplainFlagForm,
  reviewFlag: ReviewFlagForm,
  disputeAnswer: DisputeAnswerForm,
  requestSupplement: SupplementRequestForm,
  provideSupplement: SupplementAnswerForm,
  triage: TriageForm,
  confirmRejection: (props) => <OpinionForm act="confirmRejection" {...props} />,
  overturnRejection: (props) => <OpinionForm act="overturnRejection" {...props} />,
  photographBoard: BoardPhotoForm,
  townReview: (props) => <OpinionForm act="townReview" {...props} />,
  countyDecide: DecisionForm,
  confirmWithdrawal: WithdrawalForm,
  recordMeasure: MeasureForm,
  answerReminder: ReminderForm,
  withdrawConsent: ConsentWithdrawalForm,
  handTakeOverCode: TakeOverCodeForm,
};

export const hasForm = (action: string): action is ActionName => action in FORMS;

/** The form of an act; nothing for an act that has none. */
export function ActForm({ action, ...props }: FormProps & { action: ActionName }) {
  const Form = FORMS[action];
  return Form === undefined ? null : <Form {...props} />;
}

/** What is said once it is done. */
export const DONE_WORDS: Partial<Record<ActionName, string>> = {
  accept: '已受理，请他们去看',
  assignVerifiers: '已换核实人',
  recordAuthorization: '已登记签名',
  recordVerification: '核实表交上了，请两个人签名',
  signVerification: '已签名',
  requestDataCheck: '已请部门查对',
  answerDataCheck: '答复登记好了',
  explainFlag: '说明交上了，等县里看',
  reviewFlag: '看过了',
  disputeAnswer: '已请部门再查一次',
  requestSupplement: '已退回，等农户补',
  provideSupplement: '已替农户补交',
  triage: '建议交上了',
  confirmRejection: '已定，不纳入',
  overturnRejection: '已送村里评议',
  photographBoard: '照片交上了',
  townReview: '已同意，报县里',
  countyDecide: '已审定',
  confirmWithdrawal: '已确认',
  recordMeasure: '登记好了',
  answerReminder: '答复了，农户看得到',
  withdrawConsent: '登记了，不再查',
  notAccept: '没有收下，告诉农户了',
  merge: '并到一起了',
  releaseDuplicate: '分开办',
  transfer: '转过去了',
  requestAssist: '请他们看了，等答复',
  handTakeOverCode: '接办码给了',
  declareKinship: '登记了，回避',
  decideSecondReturn: '您的意见记下了',
  extendSupplement: '宽限了，农户看得到',
  recordReminder: '记下了',
  reopen: '接着办',
  openGreenChannel: '走绿色通道了，先去帮',
  recordHelpPapers: '手续补好了',
  deliverRefusal: '登记送到了',
  requestReview: '登记了，镇里派人再看',
  assignReviewers: '请他们去看了',
  recordReviewFinding: '交上了',
  answerReview: '答复了，农户看得到',
  fileObjection: '登记了，公示先停下来查',
  recordInvestigation: '调查记录存好了',
  answerObjection: '答复了',
  handUpObjection: '交给镇里查了',
  tellObjector: '记好了',
  townReturn: '退回村里了',
  countyReturn: '退回村里了',
  townReject: '定了，告诉农户',
  undoDecision: '撤回了，和刚才没办一样',
  recallDecision: '收回来了，请再看',
  recordSiteCheck: '记下了',
  reportFalseStatement: '提出来了，这一件先停下',
  hearHousehold: '记下了，等县里定',
  decideFalseStatement: '定好了',
};
