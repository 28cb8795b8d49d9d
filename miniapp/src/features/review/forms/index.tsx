import type { ActionName } from '@shared/casework';
import type { ReactElement } from 'react';
import { AcceptForm } from './Accept';
import { AppraisalForm } from './Appraisal';
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
import { OpinionForm } from './Opinion';
import { ReminderForm } from './Reminder';
import { ReviewFlagForm } from './ReviewFlag';
import { SignVerificationForm } from './SignVerification';
import { SupplementAnswerForm } from './SupplementAnswer';
import { SupplementRequestForm } from './SupplementRequest';
import { VerificationForm } from './Verification';
import { WithdrawalForm } from './Withdrawal';

/** Acts that have a form of their own here. Notices are put up for several families at once, on their own pages. */
const FORMS: Partial<Record<ActionName, (props: FormProps) => ReactElement>> = {
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
  recordAppraisal: AppraisalForm,
  photographBoard: BoardPhotoForm,
  townReview: (props) => <OpinionForm act="townReview" {...props} />,
  countyDecide: DecisionForm,
  confirmWithdrawal: WithdrawalForm,
  recordMeasure: MeasureForm,
  answerReminder: ReminderForm,
  withdrawConsent: ConsentWithdrawalForm,
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
  recordAppraisal: '会议记录存好了',
  photographBoard: '照片交上了',
  townReview: '已同意，报县里',
  countyDecide: '已审定',
  confirmWithdrawal: '已确认',
  recordMeasure: '登记好了',
  answerReminder: '答复了，农户看得到',
  withdrawConsent: '登记了，不再查',
};
