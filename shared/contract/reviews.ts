import {
  AcceptInput,
  AnswerReminderInput,
  AppraisalInput,
  AssistAnswerInput,
  AssistInput,
  AuthorizationInput,
  BoardPhotoInput,
  CASE_STATES,
  ConfirmWithdrawalInput,
  CountyDecisionInput,
  DataAnswersInput,
  DataRequestInput,
  DeliveryInput,
  DisputeAnswerInput,
  ExplainFlagInput,
  ExtendSupplementInput,
  FalseStatementDecisionInput,
  FalseStatementInput,
  GLANCE_COUNTS,
  GLANCE_SPANS,
  GreenChannelInput,
  HandCodeInput,
  HandUpInput,
  HearingInput,
  HelpPapersInput,
  HOLDERS,
  Id,
  InvestigationInput,
  KinshipInput,
  LocalDateField,
  MeasureInput,
  MergeInput,
  NotAcceptInput,
  ObjectionAnswerInput,
  ObjectionInput,
  ObjectorToldInput,
  OPEN_STATES,
  OpinionInput,
  OtherReport,
  QUEUE_TABS,
  QueueFilter,
  QueueRow,
  RefusalInput,
  ReminderInput,
  ReturnInput,
  ReviewAnswerInput,
  ReviewersInput,
  ReviewFindingInput,
  ReviewFlagInput,
  ReviewRequestInput,
  requiredWords,
  SecondReturnInput,
  SignVerificationInput,
  SiteCheckInput,
  StaffCaseView,
  StaffRef,
  SupplementAnswerInput,
  SupplementRequestInput,
  TransferInput,
  TriageInput,
  Unrelated,
  VerificationInput,
  VillageCode,
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

/** A second report is merged into the case that the system found, or into one that a cadre names by its number. */
const MergeOperationInput = MergeInput.extend({
  intoCaseNo: z.string().max(20).nullable().default(null),
  /** The cadre made sure that the second reporter is of the family: it follows the case from then on. */
  sameFamily: z.boolean().default(false),
});

/** What another village asks: a name and a question, nothing else of the case. */
export const AssistRequest = z.object({
  assistId: z.string(),
  headName: z.string(),
  fromVillage: z.string(),
  fromVillageName: z.string(),
  toVillageName: z.string(),
  question: z.string(),
  dueOn: z.string(),
  answeredAt: z.string().nullable(),
});
export type AssistRequest = z.infer<typeof AssistRequest>;

/** A row of a queue as its reader sees it. */
export const QueueLine = QueueRow.extend({
  villageName: z.string(),
  /** Who has it in hand; null when nobody has. */
  heldBy: z.object({ name: z.string(), mine: z.boolean() }).nullable(),
});
export type QueueLine = z.infer<typeof QueueLine>;

const SavedFilters = z.object({
  filters: z.array(z.object({ id: z.string(), name: z.string(), filter: QueueFilter, count: z.number() })),
});

function countOf<K extends string>(keys: readonly K[]): Record<K, z.ZodNumber> {
  return Object.fromEntries(keys.map((key) => [key, z.number()])) as Record<K, z.ZodNumber>;
}

const period = {
  /** Digits of the region; '' for the first of the caller's own. */
  region: z
    .string()
    .regex(/^(\d{6}(\d{3}(\d{3})?)?)?$/)
    .default(''),
  span: z.enum(GLANCE_SPANS).default('D30'),
  /** Of OWN alone: the first day and the last. */
  from: LocalDateField.or(z.literal('')).default(''),
  to: LocalDateField.or(z.literal('')).default(''),
};

const GlanceSums = z.object({
  CAME_IN: z.number(),
  WENT_OUT: z.number(),
  DECIDED: z.number(),
  ON_TIME: z.number(),
  OPEN: z.number(),
  OVERDUE: z.number(),
  DUE_SOON: z.number(),
});

export const reviews = {
  queue: operation('reviews.queue', {
    summary: 'Cases waiting, in order of due date, with the counts of every queue and step.',
    callers: 'STAFF',
    input: QueueFilter.extend({
      cursor: z.string().max(200).default(''),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    output: z.object({
      today: z.string(),
      rows: z.array(QueueLine),
      /** Of this list; LIST_COUNT_MAX + 1 when there are more than that. */
      count: z.number(),
      /** Of every queue as it is without a filter; QUEUE_COUNT_MAX + 1 when there are more than that. */
      counts: z.object(countOf(QUEUE_TABS)),
      /** Open cases at each step, in the same way. */
      steps: z.object(countOf(OPEN_STATES)),
      next: z.string().nullable(),
    }),
  }),
  /** A command, because it is written down; and no number of a person may stand in an address. */
  search: operation('reviews.search', {
    summary:
      'Find cases of the own region by number, whole name of the head, whole ID number or phone; written down.',
    callers: 'STAFF',
    input: z.object({ text: requiredWords(40) }),
    output: z.object({
      kind: z.enum(['CASE_NO', 'NAME', 'ID', 'PHONE']),
      today: z.string(),
      rows: z.array(QueueLine),
      /** There are more of that name than are shown. */
      more: z.boolean(),
    }),
    rate: { limit: 40, seconds: 600 },
  }),
  savedFilters: operation('reviews.savedFilters', {
    summary: 'Queues that the caller narrowed and kept, each with what it finds now.',
    callers: 'STAFF',
    input: z.object({}),
    output: SavedFilters,
  }),
  saveFilter: operation('reviews.saveFilter', {
    summary: 'Keep a narrowed queue under a name.',
    callers: 'STAFF',
    input: z.object({ name: requiredWords(12), filter: QueueFilter }),
    output: SavedFilters,
    errors: ['conflict'],
  }),
  dropFilter: operation('reviews.dropFilter', {
    summary: 'Forget a narrowed queue.',
    callers: 'STAFF',
    input: z.object({ filterId: Id }),
    output: SavedFilters,
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
    input: z.object({
      caseId: Id,
      kind: z.enum(STAFF_PAPERS),
      /** Of ASSIST: which request for facts; the newest when not given. */
      assistId: z.string().max(64).default(''),
    }),
    output: z.object({ file: PaperFile }),
    errors: ['not_found'],
    rate: { limit: 60, seconds: 600 },
  }),
  reveal: operation('reviews.reveal', {
    summary:
      'Show one masked ID number or phone, or who objected, with a reason; every reveal is an audit event.',
    callers: 'STAFF',
    input: z.object({
      caseId: Id,
      field: z.enum(['ID', 'PHONE', 'OBJECTOR']),
      /** Of OBJECTOR: which objection. */
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
  signVerification: onOneCase('signVerification', 'Sign the recorded verification; two people must.', {
    ...SignVerificationInput.shape,
    ...Unrelated,
  }),
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
  triage: onOneCase('triage', 'Propose to include or not, with type, risks and needs.', {
    ...TriageInput.shape,
    ...Unrelated,
  }),
  confirmRejection: onOneCase('confirmRejection', "Confirm the village's proposal not to include.", {
    ...OpinionInput.shape,
    ...Unrelated,
  }),
  overturnRejection: onOneCase(
    'overturnRejection',
    'Send a proposal not to include on to the appraisal instead.',
    { ...OpinionInput.shape, ...Unrelated },
  ),
  recordAppraisal: onOneCase('recordAppraisal', 'Record the minutes and votes of the appraisal meeting.', {
    ...AppraisalInput.shape,
    ...Unrelated,
  }),
  photographBoard: onOneCase(
    'photographBoard',
    'Attach the photo of the board on the last day.',
    BoardPhotoInput.shape,
  ),
  townReview: onOneCase('townReview', 'Township agrees and sends on to the county.', {
    ...OpinionInput.shape,
    ...Unrelated,
  }),
  countyDecide: onOneCase('countyDecide', 'County decides.', { ...CountyDecisionInput.shape, ...Unrelated }),
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
  glance: operation('reviews.glance', {
    summary:
      'The office at a glance for who leads it: numbers of a period, each of them a list, for the own region alone.',
    callers: 'STAFF',
    input: z.object(period),
    output: z.object({
      region: z.string(),
      /** Regions whose numbers the caller may read. */
      regions: z.array(z.object({ code: z.string(), name: z.string() })),
      from: z.string(),
      to: z.string(),
      today: z.string(),
      counts: GlanceSums,
      /** Open cases past their day by office and by who has them in hand, IN_NO_HAND for nobody; the most first. */
      overdue: z.array(
        z.object({
          holder: z.enum(HOLDERS),
          person: z.string(),
          name: z.string(),
          cases: z.number(),
          /** The day by which the first of them was due. */
          since: z.string(),
        }),
      ),
      /** Steps that were done in the period: how often, and the median of the natural days, pauses not among them. */
      steps: z.array(z.object({ state: z.enum(CASE_STATES), times: z.number(), medianDays: z.number() })),
      villages: z.array(z.object({ code: z.string(), name: z.string(), counts: GlanceSums })),
    }),
    errors: ['not_found'],
    rate: { limit: 60, seconds: 60 },
  }),
  glanceCases: operation('reviews.glanceCases', {
    summary: 'The cases behind one number of the office at a glance.',
    callers: 'STAFF',
    input: z.object({
      ...period,
      what: z.enum(GLANCE_COUNTS),
      /** Who holds an overdue case, or the state that a case left; '' for all. */
      part: z
        .enum([...HOLDERS, ...CASE_STATES])
        .or(z.literal(''))
        .default(''),
      /** Who has an overdue case in hand, IN_NO_HAND for nobody; '' for all. */
      person: z.string().max(64).default(''),
      village: VillageCode.or(z.literal('')).default(''),
      cursor: z.string().max(200).default(''),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    output: z.object({
      today: z.string(),
      cases: z.array(
        z.object({
          caseId: z.string(),
          caseNo: z.string(),
          headName: z.string(),
          villageName: z.string(),
          state: z.enum(CASE_STATES),
          dueOn: z.string().nullable(),
          /** Of a number of the period: when it happened. */
          on: z.string().nullable(),
          /** At the step that is asked about, in natural days; null for other numbers. */
          days: z.number().nullable(),
        }),
      ),
      next: z.string().nullable(),
    }),
    errors: ['not_found'],
  }),
  recordMeasure: onOneCase('recordMeasure', 'Record a measure that reached the family.', MeasureInput.shape),
  decideSecondReturn: onOneCase(
    'decideSecondReturn',
    'Leader reads a second list of papers: it goes out, or it does not.',
    SecondReturnInput.shape,
  ),
  extendSupplement: onOneCase(
    'extendSupplement',
    'Give the family its days for papers once more.',
    ExtendSupplementInput.shape,
  ),
  recordReminder: onOneCase(
    'recordReminder',
    'Write down that a person reminded the family.',
    ReminderInput.shape,
  ),
  reopen: onOneCase('reopen', 'Take up again a case that lapsed for missing papers.', {}),
  deliverRefusal: onOneCase(
    'deliverRefusal',
    'Write down how and when the letter of refusal reached the family.',
    DeliveryInput.shape,
  ),
  requestReview: onOneCase(
    'requestReview',
    'Record a review that the family asked for on paper or by telephone.',
    ReviewRequestInput.shape,
  ),
  assignReviewers: onOneCase(
    'assignReviewers',
    'Send two people who have not looked at the family before.',
    ReviewersInput.shape,
  ),
  recordReviewFinding: onOneCase('recordReviewFinding', 'Write down what a reviewer found.', {
    ...ReviewFindingInput.shape,
    ...Unrelated,
  }),
  answerReview: onOneCase(
    'answerReview',
    'Township answers: the refusal stands, other people verify, or on to the appraisal.',
    { ...ReviewAnswerInput.shape, ...Unrelated },
  ),
  fileObjection: onOneCase(
    'fileObjection',
    'Record an objection that came by box, telephone, letter or in person.',
    ObjectionInput.shape,
  ),
  recordInvestigation: onOneCase(
    'recordInvestigation',
    'Write down how an objection was looked into.',
    InvestigationInput.shape,
  ),
  answerObjection: onOneCase(
    'answerObjection',
    'Answer an objection and say whether anything has changed.',
    ObjectionAnswerInput.shape,
  ),
  handUpObjection: onOneCase(
    'handUpObjection',
    'The village steps back from an objection: the township looks into it.',
    HandUpInput.shape,
  ),
  tellObjector: onOneCase(
    'tellObjector',
    'Write down that the answer reached an objector who left a name and has no inbox here.',
    ObjectorToldInput.shape,
  ),
  townReturn: onOneCase('townReturn', 'Township sends the case back to a step of the village.', {
    ...ReturnInput.shape,
    ...Unrelated,
  }),
  countyReturn: onOneCase('countyReturn', 'County sends the case back to a step of the village.', {
    ...ReturnInput.shape,
    ...Unrelated,
  }),
  undoDecision: onOneCase(
    'undoDecision',
    'Within ten seconds take back the own decision, before anybody has heard of it.',
    {},
  ),
  recallDecision: onOneCase(
    'recallDecision',
    'Call a decision back, with a reason, from an office that has not acted on it yet.',
    OpinionInput.shape,
  ),
  townReject: onOneCase('townReject', 'Township does not agree to include.', {
    ...RefusalInput.shape,
    ...Unrelated,
  }),
  recordSiteCheck: onOneCase(
    'recordSiteCheck',
    'Write down a check on the spot by the township.',
    SiteCheckInput.shape,
  ),
  openGreenChannel: onOneCase(
    'openGreenChannel',
    'Help comes first: set the green channel with its reason.',
    GreenChannelInput.shape,
  ),
  recordHelpPapers: onOneCase(
    'recordHelpPapers',
    'Complete the papers of a help that came first.',
    HelpPapersInput.shape,
  ),
  merge: onOneCase(
    'merge',
    'Merge a second report of the same family into the case in hand.',
    MergeOperationInput.shape,
  ),
  otherReport: operation('reviews.otherReport', {
    summary:
      'The report that this one is to be merged into: found by the system, or by a number that a cadre types. Names of another village are masked; who looked is written down.',
    callers: 'STAFF',
    input: z.object({ caseId: Id, caseNo: z.string().max(20).default('') }),
    output: z.object({ other: OtherReport }),
    errors: ['not_found'],
    rate: { limit: 30, seconds: 600 },
  }),
  releaseDuplicate: onOneCase('releaseDuplicate', 'Say that a report is no second one of an open case.', {
    opinion: requiredWords(300),
  }),
  transfer: onOneCase('transfer', 'Send a report to the village where it belongs.', TransferInput.shape),
  notAccept: onOneCase('notAccept', 'Do not take a report on, for one of three reasons.', {
    ...NotAcceptInput.shape,
    ...Unrelated,
  }),
  requestAssist: onOneCase(
    'requestAssist',
    'Ask the village where the family lives for facts.',
    AssistInput.shape,
  ),
  handTakeOverCode: operation('reviews.handTakeOverCode', {
    summary:
      'A one-time code for somebody of the family whose identity a cadre checked face to face: it takes over what a proxy reported. A new one ends the old.',
    callers: 'STAFF',
    input: z.object({ ...onCase, ...HandCodeInput.shape }),
    output: answer.extend({ code: z.string(), until: z.string() }),
    errors: ['not_found', 'conflict'],
    rate: { limit: 20, seconds: 3600 },
  }),
  declareKinship: onOneCase(
    'declareKinship',
    'Say who of the staff is related to the family and steps back.',
    KinshipInput.shape,
  ),
  reportFalseStatement: onOneCase(
    'reportFalseStatement',
    'Report that a statement of the family is false: the case stops until it is cleared up.',
    FalseStatementInput.shape,
  ),
  hearHousehold: onOneCase('hearHousehold', 'Write down what the family says to it.', HearingInput.shape),
  decideFalseStatement: onOneCase('decideFalseStatement', 'County decides whether the statement was false.', {
    ...FalseStatementDecisionInput.shape,
    ...Unrelated,
  }),
  reviewers: operation('reviews.reviewers', {
    summary: 'Staff who have not looked at the family before and may be sent to review.',
    callers: 'STAFF',
    input: z.object({ caseId: Id }),
    output: z.object({ colleagues: z.array(StaffRef) }),
    errors: ['not_found'],
  }),
  assists: operation('reviews.assists', {
    summary: 'Requests for facts that other villages have sent to the own one, open ones first.',
    callers: 'STAFF',
    input: z.object({}),
    output: z.object({ today: z.string(), requests: z.array(AssistRequest) }),
  }),
  answerAssist: operation('reviews.answerAssist', {
    summary: 'Give another village the facts that it asked for; it decides, not the one that answers.',
    callers: 'STAFF',
    input: AssistAnswerInput.extend({ assistId: Id }),
    output: z.object({ answeredAt: z.string() }),
    errors: ['not_found', 'conflict'],
  }),
};
