/** The scenario file as a schema. What each key means is told in tests/scenarios/README.md. */
import { BASES, COST_CODES, INCOME_CODES, RIGID_CODES } from '@shared/assessment/codes';
import { FindingsInput, IDENTITY_PROOFS } from '@shared/casework';
import {
  DELIVERY_WAYS,
  OBJECTION_CHANNELS,
  OBJECTOR_TOLD_WAYS,
  RETURN_TARGETS,
  SATISFACTIONS,
  SUPPLEMENT_HELPERS,
  SUPPLEMENT_PAPERS,
} from '@shared/casework/codes';
import { TOLD_HOW } from '@shared/contract/tasks';
import {
  ATTENDEE_LABELS,
  CHANNEL_LABELS,
  DEPARTMENT_LABELS,
  FLAG_LABELS,
  HOUSEHOLD_TYPE_LABELS,
  MEASURE_LABELS,
  MEMBER_RELATION_LABELS,
  NEED_LABELS,
  NOT_ACCEPTED_LABELS,
  PHRASE_LABELS,
  REASONS,
  REJECTION_LABELS,
  RELATION_LABELS,
  REVIEW_OUTCOME_LABELS,
  RISK_LABELS,
  ROLE_LABELS,
  STATE_LABELS,
  SUPPLEMENT_LABELS,
  VERDICT_LABELS,
  VERIFY_MODE_LABELS,
} from '@shared/messages';
import { z } from '@shared/zod';
import { EXIT_SHAPES, ExpectRegister } from './elimination';
import { HELP_SHAPES } from './help';
import { coded, Day, Digits, Moment, oneOf, Text, Yuan } from './words';

const Place = (digits: number) =>
  z.strictObject({
    code: Digits.refine((code) => new RegExp(`^[1-9]\\d{${digits - 1}}$`).test(code), {
      error: `must have ${digits} digits`,
    }),
    name: Text,
  });

const Person = z.strictObject({
  name: Text,
  /** Office, or offices, in this place. */
  role: z
    .union([coded(ROLE_LABELS).transform((role) => [role]), z.array(coded(ROLE_LABELS)).min(1)])
    .default([]),
  /** Code of another place that the offices are for; left out, it is the scenario's own. */
  region: Digits.optional(),
  /** Relation to the head, of those who report. */
  relation: coded(RELATION_LABELS).optional(),
  /** Has scanned the code on the village's board. */
  bound: z.boolean().default(false),
});
export type Person = z.infer<typeof Person>;

const Member = z.strictObject({
  name: Text,
  relation: coded(MEMBER_RELATION_LABELS).optional(),
  born: Day,
  sex: oneOf(['M', 'F']),
  away: z.boolean().default(false),
});

const Report = z.strictObject({
  phone: Digits.nullable().default(null),
  /** Whether the head's ID card was at hand when reporting. */
  idAtHand: z.boolean().default(true),
  /** Why somebody else than the head reports. */
  reason: Text.default(''),
  phrases: z.array(coded(PHRASE_LABELS)).default([]),
  text: Text.default(''),
  voice: z.boolean().default(false),
  troubles: z.array(coded(RISK_LABELS)).min(1).max(3),
  needs: z.array(coded(NEED_LABELS)).default([]),
  photos: z.int().min(0).max(9).default(0),
  channel: coded(CHANNEL_LABELS).default('SELF_MINIAPP'),
});

const SheetRow = <T extends string>(codes: readonly T[]) =>
  z.strictObject({
    code: oneOf(codes),
    yuan: Yuan,
    note: Text.optional(),
    basis: oneOf(BASES).default('ACTUAL'),
    reason: Text.optional(),
  });

const Sheet = z.strictObject({
  /** People that the per-head figures divide by; left out, the whole family. */
  members: z.int().min(1).max(30).optional(),
  income: z.array(SheetRow(INCOME_CODES)).default([]),
  costs: z.array(SheetRow(COST_CODES)).default([]),
  rigid: z
    .array(
      z.strictObject({
        code: oneOf(RIGID_CODES),
        paid: Yuan,
        back: Yuan.default(0),
        note: Text.optional(),
        basis: oneOf(BASES).default('ACTUAL'),
        reason: Text.optional(),
      }),
    )
    .default([]),
  claims: Yuan.default(0),
  lastYear: Yuan.optional(),
});

const Findings = z.strictObject(FindingsInput.shape).partial();
const Visit = z.strictObject({
  mode: coded(VERIFY_MODE_LABELS).default('HOME_VISIT'),
  findings: Findings.default({}),
  photos: z.int().min(0).max(9).default(0),
});

/** The case of the first report: the one that a result tells of. */
export const MAIN = 'main';

/** What every step has: when, who, and whether the system must refuse it. */
const common = {
  at: Moment,
  by: Text,
  /** Which report it is about; left out, the first one. */
  case: Text.default(MAIN),
  /** What is signed carries the word that the family is no kin; false leaves the line unticked. */
  kinshipDeclared: z.boolean().default(true),
  /** The reason with which this step must be refused. */
  cannot: oneOf(REASONS).optional(),
  /** Profiles under which this step is taken; left out, all. */
  onlyUnder: z.array(Text).optional(),
};
const Opinion = Text.default('同意');
const Keys = z.array(Text).min(1);
const Photos = z.int().min(0).max(9).default(0);
const Way = oneOf(DELIVERY_WAYS);
const Judged = {
  type: coded(HOUSEHOLD_TYPE_LABELS).optional(),
  risks: z.array(coded(RISK_LABELS)).default([]),
  reason: coded(REJECTION_LABELS).optional(),
  opinion: Opinion,
};
const Proposal = oneOf(['INCLUDE', 'NOT_INCLUDE']);
const step = <D extends string, S extends z.ZodRawShape>(name: D, shape: S) =>
  z.strictObject({ ...common, do: z.literal(name), ...shape });

export const LOOKS = [
  'case',
  'desk',
  'queue',
  'notice',
  'card',
  'messages',
  'tasks',
  'assists',
  'letter',
  'dossier',
  'register',
  'afterwards',
  'help',
  'helping',
  'followed',
] as const;

const Step = z.discriminatedUnion('do', [
  step('submit', {
    /** Sends a report of the same family at the same moment; `case` then names the one that came second. */
    meanwhile: Text.optional(),
    /** Another family's head: its report is without an ID number, and it is no part of the story but its days. */
    head: Text.optional(),
  }),
  step('accept', { verifiers: Keys }),
  step('assignVerifiers', { verifiers: Keys }),
  step('recordAuthorization', {
    members: Keys,
    method: oneOf(['SCREEN', 'PAPER', 'FINGERPRINT']).default('SCREEN'),
    /** Their own answer about bank deposits. */
    bank: z.boolean().default(false),
  }),
  step('recordVerification', {
    visitedOn: Day.optional(),
    /** What this visit finds; left out, what stands in the file. */
    sheet: Sheet.optional(),
    findings: Findings.optional(),
  }),
  step('signVerification', { opinion: Opinion }),
  step('requestDataCheck', { members: Keys, departments: z.array(coded(DEPARTMENT_LABELS)).min(1) }),
  step('answerDataCheck', {
    answers: z
      .array(
        z.strictObject({
          department: coded(DEPARTMENT_LABELS),
          result: oneOf(['CLEAR', 'FLAGGED', 'UNAVAILABLE']).default('CLEAR'),
          flags: z.array(coded(FLAG_LABELS)).default([]),
          note: Text.default(''),
        }),
      )
      .min(1),
  }),
  step('explainFlag', {
    department: coded(DEPARTMENT_LABELS),
    flag: coded(FLAG_LABELS),
    text: Text,
    saidBy: oneOf(['FAMILY', 'VERIFIER']).default('VERIFIER'),
    exemption: z.string().optional(),
    photos: z.number().int().min(0).max(9).default(0),
  }),
  step('reviewFlag', {
    department: coded(DEPARTMENT_LABELS),
    flag: coded(FLAG_LABELS),
    accepted: z.boolean(),
    note: Text.default(''),
  }),
  step('disputeAnswer', { department: coded(DEPARTMENT_LABELS), reason: Text }),
  step('requestSupplement', {
    items: z
      .array(
        z.strictObject({
          key: Text,
          kind: coded(SUPPLEMENT_LABELS),
          what: Text,
          why: Text,
          member: Text.optional(),
          paper: oneOf(SUPPLEMENT_PAPERS).optional(),
          helper: oneOf(SUPPLEMENT_HELPERS).optional(),
        }),
      )
      .min(1),
    supervisorReason: Text.default(''),
  }),
  step('provideSupplement', {
    answers: z
      .array(
        z.strictObject({
          item: Text,
          text: Text.default(''),
          photos: z.int().min(0).max(9).default(0),
          askForHelp: z.boolean().default(false),
        }),
      )
      .min(1),
  }),
  step('triage', { proposal: Proposal, needs: z.array(coded(NEED_LABELS)).default([]), ...Judged }),
  step('confirmRejection', { opinion: Opinion }),
  step('overturnRejection', { opinion: Opinion }),
  step('recordAppraisal', {
    metAt: Moment.optional(),
    place: Text.default('村委会'),
    convenor: Text,
    /** How many of each kind came. */
    present: z.record(coded(ATTENDEE_LABELS), z.int().min(0)),
    recused: z.array(z.strictObject({ relation: Text })).default([]),
    yes: z.int(),
    no: z.int().default(0),
    abstain: z.int().default(0),
  }),
  step('postPublicity', {}),
  step('photographBoard', {}),
  step('townReview', { opinion: Opinion }),
  step('countyDecide', { decision: Proposal, ...Judged }),
  step('announce', {}),
  step('requestWithdrawal', { reason: Text.default('') }),
  step('confirmWithdrawal', {
    how: oneOf(['VISIT', 'PHONE']),
    voluntary: z.boolean(),
    note: Text.default(''),
  }),
  step('recordMeasure', {
    code: coded(MEASURE_LABELS),
    name: Text,
    department: Text,
    amount: Yuan.optional(),
    detail: Text.default(''),
    emergency: z.boolean().default(false),
  }),
  step('withdrawConsent', { members: Keys, what: oneOf(['ALL', 'BANK']).default('ALL') }),
  step('remind', {}),
  step('answerReminder', { note: Text }),
  step('rate', { stars: z.int().min(1).max(5), words: Text.default('') }),
  step('decideSecondReturn', { approve: z.boolean(), opinion: Opinion }),
  step('extendSupplement', { reason: Text }),
  step('recordReminder', { how: Way, note: Text.default('') }),
  step('reopen', {}),
  step('deliverRefusal', { how: Way, on: Day.optional(), receivedBy: Text, note: Text.default('') }),
  step('requestReview', { reason: Text, photos: Photos }),
  step('assignReviewers', { reviewers: Keys }),
  step('recordReviewFinding', { visitedOn: Day.optional(), finding: Text, photos: Photos }),
  step('answerReview', { outcome: coded(REVIEW_OUTCOME_LABELS), opinion: Opinion }),
  step('fileObjection', {
    statement: Text,
    /** Who objects; left out, somebody who gives no name. */
    name: Text.optional(),
    phone: Digits.optional(),
    aboutCadre: z.boolean().default(false),
    /** How it came to a member of staff; everybody else writes on the page of the notice. */
    channel: oneOf(OBJECTION_CHANNELS).default('BOX'),
  }),
  step('recordInvestigation', { record: Text, photos: Photos }),
  step('answerObjection', {
    verdict: coded(VERDICT_LABELS),
    answer: Text,
    changed: z.boolean().default(false),
  }),
  step('handUpObjection', { reason: Text }),
  step('tellObjector', { how: oneOf(OBJECTOR_TOLD_WAYS) }),
  /** Whoever holds the number that the page of the notice gave for the newest objection. */
  step('rateObjection', { satisfied: oneOf(SATISFACTIONS) }),
  /** The newest notice goes up anew; what is left out stays as it is. */
  step('correctPublicity', {
    reason: Text,
    headName: Text.optional(),
    memberCount: z.int().min(1).optional(),
    group: Text.optional(),
  }),
  step('townReturn', { to: oneOf(RETURN_TARGETS), opinion: Opinion }),
  step('countyReturn', { to: oneOf(RETURN_TARGETS), opinion: Opinion }),
  step('undoDecision', {}),
  step('recallDecision', { opinion: Opinion }),
  step('townReject', { reason: coded(REJECTION_LABELS), opinion: Opinion }),
  step('recordSiteCheck', { visitedOn: Day.optional(), opinion: Opinion, photos: Photos }),
  step('openGreenChannel', { reason: Text }),
  step('recordHelpPapers', {
    /** Which help, counted from 0 in the order in which measures were recorded. */
    measure: z.int().min(0).default(0),
    note: Text.default(''),
    photos: Photos,
  }),
  step('merge', { opinion: Opinion, into: Text.optional(), sameFamily: z.boolean().default(false) }),
  step('releaseDuplicate', { opinion: Opinion }),
  step('transfer', { village: Digits, reason: Text }),
  step('notAccept', { reason: coded(NOT_ACCEPTED_LABELS), opinion: Text, previous: Text.optional() }),
  step('requestAssist', { village: Digits, question: Text }),
  step('answerAssist', { facts: Text, photos: Photos }),
  step('declareKinship', { relation: Text, person: Text.optional() }),
  step('reportFalseStatement', { facts: Text, photos: Photos }),
  step('hearHousehold', { statement: Text, photos: Photos }),
  step('giveOwnWords', { text: Text, photos: Photos }),
  step('decideFalseStatement', {
    confirmed: z.boolean(),
    opinion: Opinion,
    wordsRead: z.literal(true).optional(),
  }),
  step('doneTask', { how: oneOf(TOLD_HOW).default('VISIT') }),
  step('offerTakeOver', {
    /** For a cadre, who checked somebody of the family face to face: whom, and by which paper. */
    who: Text.optional(),
    proof: oneOf(IDENTITY_PROOFS).default('ID_CARD'),
  }),
  step('takeOver', {
    /** Whose ID number is said; left out, the head's. */
    idOf: Text.default('head'),
  }),
  step('confirmReport', {}),
  step('sendLink', { member: Text }),
  step('signLink', { member: Text, bank: z.boolean().default(false) }),
  step('changeLine', { perCapita: Yuan }),
  step('suggestElimination', EXIT_SHAPES.suggestElimination),
  step('proposeElimination', EXIT_SHAPES.proposeElimination),
  step('proposeRollBack', EXIT_SHAPES.proposeRollBack),
  step('agreeElimination', EXIT_SHAPES.agreeElimination),
  step('verifyElimination', EXIT_SHAPES.verifyElimination),
  step('signElimination', EXIT_SHAPES.signElimination),
  step('appraiseElimination', EXIT_SHAPES.appraiseElimination),
  step('postElimination', EXIT_SHAPES.postElimination),
  step('townElimination', EXIT_SHAPES.townElimination),
  step('countyElimination', EXIT_SHAPES.countyElimination),
  step('announceElimination', EXIT_SHAPES.announceElimination),
  step('postRollBack', EXIT_SHAPES.postRollBack),
  step('announceRollBack', EXIT_SHAPES.announceRollBack),
  step('withdrawElimination', EXIT_SHAPES.withdrawElimination),
  step('assignHelper', HELP_SHAPES.assignHelper),
  step('makePlan', HELP_SHAPES.makePlan),
  step('signPlan', HELP_SHAPES.signPlan),
  step('addMeasure', HELP_SHAPES.addMeasure),
  step('beginMeasure', HELP_SHAPES.beginMeasure),
  step('landMeasure', HELP_SHAPES.landMeasure),
  step('confirmMeasure', HELP_SHAPES.confirmMeasure),
  step('judgeMeasure', HELP_SHAPES.judgeMeasure),
  step('cancelMeasure', HELP_SHAPES.cancelMeasure),
  step('visitFamily', HELP_SHAPES.visitFamily),
  step('followUp', HELP_SHAPES.followUp),
  step('handInQuarter', HELP_SHAPES.handInQuarter),
  step('confirmQuarter', HELP_SHAPES.confirmQuarter),
  step('look', {
    what: oneOf(LOOKS),
    sees: z.array(Text).default([]),
    neverSees: z.array(Text).default([]),
  }),
  step('wait', {}),
]);
export type Step = z.infer<typeof Step>;
export type StepName = Step['do'];

/** Things of a case that have a day by which they must be done. */
export const DUE_STEPS = [
  'accept',
  'verify',
  'dataCheck',
  'triage',
  'propose_reject',
  'appraisal',
  'post',
  'publicity',
  'town',
  'county',
  'announce',
  'supplement',
  'refusalNotice',
  'objection',
  'review',
  'helpPapers',
] as const;
export type DueStep = (typeof DUE_STEPS)[number];
const Days = z.record(oneOf(DUE_STEPS), Day);

const Published = z.strictObject({ contains: z.array(Text).default([]), never: z.array(Text).default([]) });

const Expect = z.strictObject({
  /** States in order, each with the day on which the case came there. */
  path: z.array(z.record(coded(STATE_LABELS), Day)).optional(),
  ends: coded(STATE_LABELS).optional(),
  never: z.array(coded(STATE_LABELS)).optional(),
  done: Days.optional(),
  /** Due dates by profile: they are what a profile changes. */
  due: z.record(Text, Days).optional(),
  /** Exactly these steps were late, by profile. */
  late: z.record(Text, z.array(oneOf(DUE_STEPS))).optional(),
  withinCap: z.boolean().optional(),
  /** The last day of the whole way, by profile. */
  capDueOn: z.record(Text, Day).optional(),
  clueToDecisionDays: z.strictObject({ gross: z.int(), net: z.int() }).optional(),
  figures: z.strictObject({ netPerCapita: Yuan, referencePerCapita: Yuan }).partial().optional(),
  /** Exactly these, in any order. */
  prompts: z.array(Text).optional(),
  flags: z.array(coded(FLAG_LABELS)).optional(),
  decision: z
    .strictObject({ type: coded(HOUSEHOLD_TYPE_LABELS), risks: z.array(coded(RISK_LABELS)) })
    .optional(),
  rejection: z.strictObject({ reason: coded(REJECTION_LABELS), dossier: z.boolean() }).optional(),
  notices: z.int().min(0).optional(),
  notice: z.record(oneOf(['OPEN', 'VILLAGE', 'STAFF']), Published).optional(),
  /** States of the other reports, in order, by the name of each. */
  others: z.record(Text, z.array(coded(STATE_LABELS))).optional(),
  register: ExpectRegister.optional(),
  /** In no notice, whoever reads it. */
  neverPublished: z.array(Text).optional(),
});
export type Expect = z.infer<typeof Expect>;

export const Scenario = z.strictObject({
  scenario: Text,
  title: Text,
  /** What this file leaves out, and why. */
  note: Text.optional(),
  profile: Text.default('DEMO-2026'),
  place: z.strictObject({
    county: Place(6),
    town: Place(9),
    village: Place(12),
    neighbours: z.array(Place(12)).default([]),
  }),
  people: z.record(Text, Person),
  family: z.strictObject({
    group: Text,
    members: z.record(Text, Member).refine((members) => 'head' in members, {
      error: 'needs a member called head',
    }),
  }),
  report: Report,
  visit: Visit.default({ mode: 'HOME_VISIT', findings: {}, photos: 0 }),
  sheet: Sheet.default({ income: [], costs: [], rigid: [], claims: 0 }),
  steps: z.array(Step).min(1),
  expect: Expect,
});
export type Scenario = z.infer<typeof Scenario>;
