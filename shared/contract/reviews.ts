import {
  AcceptInput,
  AnswerReminderInput,
  AppraisalInput,
  AuthorizationInput,
  BoardPhotoInput,
  ConfirmWithdrawalInput,
  CountyDecisionInput,
  DataAnswersInput,
  DataRequestInput,
  DisputeAnswerInput,
  ExplainFlagInput,
  Id,
  MeasureInput,
  OpinionInput,
  QUEUE_TABS,
  QueueRow,
  ReviewFlagInput,
  requiredWords,
  SignVerificationInput,
  StaffCaseView,
  StaffRef,
  SupplementAnswerInput,
  SupplementRequestInput,
  TriageInput,
  VerificationInput,
  WithdrawConsentInput,
} from '@shared/casework';
import { z } from '@shared/zod';
import { operation } from './operation';
import { PaperFile, STAFF_PAPERS } from './papers';
import type { OperationName } from './routes';

type CaseVerb = Extract<OperationName, `reviews.${string}`> extends `reviews.${infer V}` ? V : never;

/** Every staff command names the version that was on the screen: a reviewer never decides on what somebody else changed. */
const onCase = { caseId: Id, version: z.number().int().min(1) };
const answer = z.object({ case: StaffCaseView });

/** A staff command on one case: same caller, same errors, same answer; only its input differs. */
function onOneCase<N extends CaseVerb, S extends z.ZodRawShape>(verb: N, summary: string, shape: S) {
  return operation(`reviews.${verb}`, {
    summary,
    callers: 'STAFF',
    input: z.object({ ...onCase, ...shape }),
    output: answer,
    errors: ['not_found', 'conflict'],
  });
}

export const reviews = {
  queue: operation('reviews.queue', {
    summary: 'Cases waiting, in order of due date, with the counts of every tab.',
    callers: 'STAFF',
    input: z.object({
      tab: z.enum(QUEUE_TABS).default('MINE'),
      cursor: z.string().max(200).default(''),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    output: z.object({
      today: z.string(),
      rows: z.array(QueueRow.extend({ villageName: z.string() })),
      counts: z.object(
        Object.fromEntries(QUEUE_TABS.map((tab) => [tab, z.number()])) as Record<
          (typeof QUEUE_TABS)[number],
          z.ZodNumber
        >,
      ),
      next: z.string().nullable(),
    }),
  }),
  case: operation('reviews.case', {
    summary: 'One case as staff see it, with exactly the actions allowed now.',
    callers: 'STAFF',
    input: z.object({ caseId: Id }),
    output: answer,
    errors: ['not_found'],
  }),
  colleagues: operation('reviews.colleagues', {
    summary: 'Village cadres and task force members who can be assigned to verify this case.',
    callers: 'STAFF',
    input: z.object({ caseId: Id }),
    output: z.object({ colleagues: z.array(StaffRef) }),
    errors: ['not_found'],
  }),
  paper: operation('reviews.paper', {
    summary: 'A sheet of the case as PDF, behind a short-lived address; written down who fetched it.',
    callers: 'STAFF',
    input: z.object({ caseId: Id, kind: z.enum(STAFF_PAPERS) }),
    output: z.object({ file: PaperFile }),
    errors: ['not_found'],
    rate: { limit: 60, seconds: 600 },
  }),
  reveal: operation('reviews.reveal', {
    summary: 'Show one masked ID number or phone, with a reason; every reveal is an audit event.',
    callers: 'STAFF',
    input: z.object({
      caseId: Id,
      field: z.enum(['ID', 'PHONE']),
      memberKey: Id.nullable().default(null),
      reason: requiredWords(200),
    }),
    output: z.object({ value: z.string() }),
    errors: ['not_found'],
    rate: { limit: 30, seconds: 3600 },
  }),
  accept: onOneCase('accept', 'Accept the report and name its verifiers.', AcceptInput.shape),
  assignVerifiers: onOneCase('assignVerifiers', 'Name other verifiers.', AcceptInput.shape),
  recordAuthorization: onOneCase(
    'recordAuthorization',
    'Record an authorisation signed on paper or by fingerprint.',
    AuthorizationInput.shape,
  ),
  recordVerification: onOneCase(
    'recordVerification',
    'Record the home visit: members, income sheet, findings.',
    VerificationInput.shape,
  ),
  signVerification: onOneCase(
    'signVerification',
    'Sign the recorded verification; two people must.',
    SignVerificationInput.shape,
  ),
  requestDataCheck: onOneCase(
    'requestDataCheck',
    'Ask departments about authorised adults.',
    DataRequestInput.shape,
  ),
  answerDataCheck: onOneCase('answerDataCheck', "Record departments' answers.", DataAnswersInput.shape),
  explainFlag: onOneCase(
    'explainFlag',
    'Say in one line why what a department found is no reason by itself; with an exemption and its photo.',
    ExplainFlagInput.shape,
  ),
  reviewFlag: onOneCase(
    'reviewFlag',
    'County accepts an explanation, or sends it back with a reason.',
    ReviewFlagInput.shape,
  ),
  disputeAnswer: onOneCase(
    'disputeAnswer',
    'Ask a department to look again at what it found; the clock may stand still meanwhile.',
    DisputeAnswerInput.shape,
  ),
  requestSupplement: onOneCase(
    'requestSupplement',
    'Return to the family with one complete list of what is missing.',
    SupplementRequestInput.shape,
  ),
  provideSupplement: onOneCase(
    'provideSupplement',
    "Hand in a missing paper on the family's behalf.",
    SupplementAnswerInput.shape,
  ),
  triage: onOneCase('triage', 'Propose to include or not, with type, risks and needs.', TriageInput.shape),
  confirmRejection: onOneCase(
    'confirmRejection',
    "Confirm the village's proposal not to include.",
    OpinionInput.shape,
  ),
  overturnRejection: onOneCase(
    'overturnRejection',
    'Send a proposal not to include on to the appraisal instead.',
    OpinionInput.shape,
  ),
  recordAppraisal: onOneCase(
    'recordAppraisal',
    'Record the minutes and votes of the appraisal meeting.',
    AppraisalInput.shape,
  ),
  photographBoard: onOneCase(
    'photographBoard',
    'Attach the photo of the board on the last day.',
    BoardPhotoInput.shape,
  ),
  townReview: onOneCase('townReview', 'Township agrees and sends on to the county.', OpinionInput.shape),
  countyDecide: onOneCase('countyDecide', 'County decides.', CountyDecisionInput.shape),
  confirmWithdrawal: onOneCase(
    'confirmWithdrawal',
    'Say after a visit or call whether the withdrawal is the own wish.',
    ConfirmWithdrawalInput.shape,
  ),
  withdrawConsent: onOneCase(
    'withdrawConsent',
    'Record that somebody takes her consent back, said to a cadre.',
    WithdrawConsentInput.shape,
  ),
  answerReminder: onOneCase(
    'answerReminder',
    'Answer the family that asked why nothing happens.',
    AnswerReminderInput.shape,
  ),
  ratings: operation('reviews.ratings', {
    summary: "How families rated the cases of the caller's region: counts, never who.",
    callers: 'STAFF',
    input: z.object({}),
    output: z.object({
      regions: z.array(
        z.object({ region: z.string(), name: z.string(), count: z.number(), stars: z.array(z.number()) }),
      ),
    }),
  }),
  recordMeasure: onOneCase('recordMeasure', 'Record a measure that reached the family.', MeasureInput.shape),
};
