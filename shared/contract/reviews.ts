import {
  AcceptInput,
  AppraisalInput,
  AuthorizationInput,
  BoardPhotoInput,
  ConfirmWithdrawalInput,
  CountyDecisionInput,
  DataAnswersInput,
  DataRequestInput,
  Id,
  MeasureInput,
  OpinionInput,
  QUEUE_TABS,
  QueueRow,
  requiredWords,
  SignVerificationInput,
  StaffCaseView,
  StaffRef,
  SupplementAnswerInput,
  SupplementRequestInput,
  TriageInput,
  VerificationInput,
} from '@shared/casework';
import { z } from '@shared/zod';
import { command, query } from './operation';

/** Every staff command names the version that was on the screen: a reviewer never decides on what somebody else changed. */
const onCase = { caseId: Id, version: z.number().int().min(1) };
const answer = z.object({ case: StaffCaseView });

/** A staff command on one case: same caller, same errors, same answer; only its input differs. */
function onOneCase<N extends string, S extends z.ZodRawShape>(
  name: N,
  verb: string,
  summary: string,
  shape: S,
) {
  return command(`reviews.${name}`, {
    path: `/reviews/{caseId}/${verb}`,
    summary,
    callers: 'STAFF',
    input: z.object({ ...onCase, ...shape }),
    output: answer,
    errors: ['not_found', 'conflict'],
  });
}

export const reviews = {
  queue: query('reviews.queue', {
    path: '/reviews',
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
  case: query('reviews.case', {
    path: '/reviews/{caseId}',
    summary: 'One case as staff see it, with exactly the actions allowed now.',
    callers: 'STAFF',
    input: z.object({ caseId: Id }),
    output: answer,
    errors: ['not_found'],
  }),
  colleagues: query('reviews.colleagues', {
    path: '/reviews/{caseId}/colleagues',
    summary: 'Village cadres and task force members who can be assigned to verify this case.',
    callers: 'STAFF',
    input: z.object({ caseId: Id }),
    output: z.object({ colleagues: z.array(StaffRef) }),
    errors: ['not_found'],
  }),
  reveal: command('reviews.reveal', {
    path: '/reviews/{caseId}/reveal',
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
  accept: onOneCase('accept', 'accept', 'Accept the report and name its verifiers.', AcceptInput.shape),
  assignVerifiers: onOneCase('assignVerifiers', 'verifiers', 'Name other verifiers.', AcceptInput.shape),
  recordAuthorization: onOneCase(
    'recordAuthorization',
    'authorizations',
    'Record an authorisation signed on paper or by fingerprint.',
    AuthorizationInput.shape,
  ),
  recordVerification: onOneCase(
    'recordVerification',
    'verification',
    'Record the home visit: members, income sheet, findings.',
    VerificationInput.shape,
  ),
  signVerification: onOneCase(
    'signVerification',
    'verification/signature',
    'Sign the recorded verification; two people must.',
    SignVerificationInput.shape,
  ),
  requestDataCheck: onOneCase(
    'requestDataCheck',
    'data-check',
    'Ask departments about authorised adults.',
    DataRequestInput.shape,
  ),
  answerDataCheck: onOneCase(
    'answerDataCheck',
    'data-check/answers',
    "Record departments' answers.",
    DataAnswersInput.shape,
  ),
  requestSupplement: onOneCase(
    'requestSupplement',
    'supplement',
    'Return to the family with one complete list of what is missing.',
    SupplementRequestInput.shape,
  ),
  provideSupplement: onOneCase(
    'provideSupplement',
    'supplement/answers',
    "Hand in a missing paper on the family's behalf.",
    SupplementAnswerInput.shape,
  ),
  triage: onOneCase(
    'triage',
    'triage',
    'Propose to include or not, with type, risks and needs.',
    TriageInput.shape,
  ),
  confirmRejection: onOneCase(
    'confirmRejection',
    'rejection',
    "Confirm the village's proposal not to include.",
    OpinionInput.shape,
  ),
  overturnRejection: onOneCase(
    'overturnRejection',
    'rejection/overturned',
    'Send a proposal not to include on to the appraisal instead.',
    OpinionInput.shape,
  ),
  recordAppraisal: onOneCase(
    'recordAppraisal',
    'appraisal',
    'Record the minutes and votes of the appraisal meeting.',
    AppraisalInput.shape,
  ),
  photographBoard: onOneCase(
    'photographBoard',
    'board-photo',
    'Attach the photo of the board on the last day.',
    BoardPhotoInput.shape,
  ),
  townReview: onOneCase(
    'townReview',
    'town-review',
    'Township agrees and sends on to the county.',
    OpinionInput.shape,
  ),
  countyDecide: onOneCase('countyDecide', 'county-decision', 'County decides.', CountyDecisionInput.shape),
  confirmWithdrawal: onOneCase(
    'confirmWithdrawal',
    'withdrawal',
    'Say after a visit or call whether the withdrawal is the own wish.',
    ConfirmWithdrawalInput.shape,
  ),
  recordMeasure: onOneCase(
    'recordMeasure',
    'measures',
    'Record a measure that reached the family.',
    MeasureInput.shape,
  ),
};
