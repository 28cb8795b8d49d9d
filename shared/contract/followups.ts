import {
  HEALTH,
  HOUSEHOLD_KINDS,
  HOUSEHOLD_TYPES,
  Id,
  LABOUR,
  LocalDateField,
  MEMBER_RELATIONS,
  RISK_TYPES,
  requiredWords,
  SCHOOL,
  words,
} from '@shared/casework';
import {
  CADENCES,
  CHANGE_EVIDENCE,
  CHANGE_STATES,
  CHANGE_WARNINGS,
  ChangeInput,
  FACT_KEYS,
  FEELINGS,
  FOLLOW_TASKS,
  FOLLOW_UP_EVENTS,
  FOLLOW_UP_LISTS,
  FOLLOW_UP_RESULTS,
  FollowUpInput,
  MEMBER_CHANGES,
  QUARTER_STATES,
  QuarterInput,
  QuarterSheetInput,
  SaidFact,
  STANDINGS_IN_FAMILY,
  TellInput,
  TOLD_CHANGES,
  WORK_CHANGES,
} from '@shared/followups';
import { VISIT_WAYS } from '@shared/measures/codes';
import { Profile } from '@shared/procedure';
import { REGISTER_STATUSES } from '@shared/register';
import { z } from '@shared/zod';
import { operation } from './operation';

const Quarter = z.string().regex(/^20\d{2}Q[1-4]$/, { error: 'INVALID' });

/** Somebody of the family as known on a day; ID numbers masked. */
const Member = z.object({
  key: z.string(),
  name: z.string(),
  relation: z.enum(MEMBER_RELATIONS),
  birthDate: z.string().nullable(),
  idNoMasked: z.string().nullable(),
  standing: z.enum(STANDINGS_IN_FAMILY),
  counted: z.boolean(),
  away: z.boolean(),
  health: z.array(z.enum(HEALTH)).optional(),
  labour: z.enum(LABOUR).optional(),
  school: z.enum(SCHOOL).optional(),
  insured: z.boolean().optional(),
  /** Since when she stands so, and what shows it. */
  since: z.string(),
  evidence: z.string(),
});

const Household = z.object({
  kind: z.enum(HOUSEHOLD_KINDS).nullable(),
  houseGrade: z.enum(['A', 'B', 'C', 'D', 'UNKNOWN']),
  housing: z.boolean(),
  water: z.boolean(),
  school: z.boolean(),
  insurance: z.boolean(),
  noLabour: z.boolean(),
  risks: z.array(z.enum(RISK_TYPES)),
});

/** One row of what was written down of a family. */
const FactRow = z.object({
  id: z.string(),
  /** Of whom; null of the family as a whole. */
  memberKey: z.string().nullable(),
  who: z.string(),
  key: z.enum(FACT_KEYS),
  /** Of the kind that its key has, ID numbers masked; null: not known for those days. */
  value: z.union([z.string(), z.boolean(), z.array(z.string())]).nullable(),
  from: z.string(),
  /** First day on which it is no longer meant; null goes on. */
  to: z.string().nullable(),
  writtenAt: z.string(),
  by: z.string(),
  evidence: z.string(),
  /** The row that this one puts right, and why that was wrong. */
  corrects: z.string().nullable(),
  reason: z.string(),
  /** Whether some day still reads as it says. */
  counts: z.boolean(),
  mayCorrect: z.boolean(),
});
export type FactView = z.infer<typeof FactRow>;

const KINDS_OF_CHANGE = [...MEMBER_CHANGES, ...TOLD_CHANGES] as const;

/** Somebody came or went, or the family said that something changed, and what became of it. */
const Change = z.object({
  id: z.string(),
  kind: z.enum(KINDS_OF_CHANGE),
  on: z.string(),
  state: z.enum(CHANGE_STATES),
  byFamily: z.boolean(),
  by: z.string(),
  saidOn: z.string(),
  dueOn: z.string(),
  /** Whom it is about, by name. */
  who: z.array(z.string()),
  memberKey: z.string().nullable(),
  text: z.string(),
  evidence: z.array(z.enum(CHANGE_EVIDENCE)),
  photoIds: z.array(z.string()),
  warnings: z.array(z.enum(CHANGE_WARNINGS)),
  answer: z.object({ words: z.string(), by: z.string(), on: z.string() }).nullable(),
  /** Why it was wrong, of one that was taken back. */
  takenBack: z.object({ words: z.string(), by: z.string(), on: z.string() }).nullable(),
  mayAnswer: z.boolean(),
  mayTakeBack: z.boolean(),
});
export type ChangeView = z.infer<typeof Change>;

const Visit = z
  .object({ month: z.string(), wanted: z.number(), done: z.number(), dueOn: z.string() })
  .nullable();
const QuarterDuty = z
  .object({ quarter: z.string(), dueOn: z.string(), open: z.boolean(), late: z.boolean() })
  .nullable();

const Task = z.object({
  id: z.string(),
  kind: z.enum(FOLLOW_TASKS),
  /** Of whom or what, in words. */
  about: z.array(z.string()),
  dueOn: z.string(),
  late: z.boolean(),
  done: z.object({ words: z.string(), by: z.string(), on: z.string() }).nullable(),
});
export type FollowTaskView = z.infer<typeof Task>;

const Figures = z.object({
  A: z.number(),
  B: z.number(),
  C: z.number(),
  D: z.number(),
  E: z.number(),
  net: z.number(),
  rigid: z.number(),
  reference: z.number(),
  heads: z.array(z.number()),
  netPerHead: z.number().nullable(),
  referencePerHead: z.number().nullable(),
  lineFen: z.number(),
  profileCode: z.string(),
  profileVersion: z.number(),
});

const Sheet = z.object({
  quarter: Quarter,
  revision: z.number(),
  state: z.enum(QUARTER_STATES),
  on: z.string(),
  figures: Figures,
  sheet: QuarterSheetInput,
  /** What is wrong, and who mends it by when. */
  guarantees: z.array(
    z.object({ what: z.string(), detail: z.string(), fixer: z.string(), dueOn: z.string() }),
  ),
  work: z.enum(WORK_CHANGES),
  workWords: z.string(),
  troubles: z.string(),
  feeling: z.enum(FEELINGS),
  familyWords: z.string(),
  result: z.enum(FOLLOW_UP_RESULTS),
  newRisks: z.array(z.enum(RISK_TYPES)),
  words: z.string(),
  signed: z.enum(['SCREEN', 'PAPER', 'FINGERPRINT', 'NOBODY']),
  signatureId: z.string().nullable(),
  by: z.string(),
  recordedOn: z.string(),
  village: z.object({ by: z.string(), on: z.string() }).nullable(),
  town: z.object({ by: z.string(), on: z.string() }).nullable(),
  mayConfirm: z.boolean(),
});
export type QuarterView = z.infer<typeof Sheet>;

const FollowUp = z.object({
  id: z.string(),
  cadence: z.enum(CADENCES),
  event: z.enum(FOLLOW_UP_EVENTS).nullable(),
  on: z.string(),
  result: z.enum(FOLLOW_UP_RESULTS),
  newRisks: z.array(z.enum(RISK_TYPES)),
  by: z.string(),
  way: z.enum(VISIT_WAYS),
  /** Who was spoken to. */
  met: z.string(),
  words: z.string(),
  /** What was wrong, and what was done about it on the spot. */
  problem: z.string(),
  solved: z.string(),
  photoIds: z.array(z.string()),
});
export type FollowUpView = z.infer<typeof FollowUp>;

/** A risk that a follow-up added to those for which the family is on the list. */
const AddedRisk = z.object({
  risk: z.enum(RISK_TYPES),
  on: z.string(),
  by: z.string(),
  takenBack: z.object({ words: z.string(), by: z.string(), on: z.string() }).nullable(),
  mayTakeBack: z.boolean(),
});
export type AddedRiskView = z.infer<typeof AddedRisk>;

const Row = z.object({
  caseId: z.string(),
  caseNo: z.string(),
  headName: z.string(),
  group: z.string(),
  villageName: z.string(),
  status: z.enum(REGISTER_STATUSES),
  householdType: z.enum(HOUSEHOLD_TYPES).nullable(),
  identifiedOn: z.string(),
  visit: Visit,
  quarter: QuarterDuty,
  /** Open tasks, and the earliest day of one. */
  tasks: z.number(),
  taskDueOn: z.string().nullable(),
  /** What the family said that waits. */
  told: z.number(),
  /** Level at which its last sheet or a change waits for a word; null when nothing does. */
  waits: z.enum(['VILLAGE', 'TOWN', 'COUNTY']).nullable(),
});
export type FollowedRow = z.infer<typeof Row>;

const { code, version, netReference, triggers } = Profile.shape;
const Rules = z.object({
  code,
  version,
  netReference,
  triggers,
  line: z.object({ perCapitaFen: z.number() }),
});

const Family = z.object({
  today: z.string(),
  caseId: z.string(),
  caseNo: z.string(),
  headName: z.string(),
  group: z.string(),
  villageName: z.string(),
  status: z.enum(REGISTER_STATUSES),
  householdType: z.enum(HOUSEHOLD_TYPES).nullable(),
  identifiedOn: z.string(),
  /** First day of which anything is known. */
  knownFrom: z.string(),
  members: z.array(Member),
  household: Household,
  heads: z.number(),
  visit: Visit,
  quarter: QuarterDuty,
  /** People of each month of the next sheet. */
  quarterHeads: z.array(z.number()),
  /** Income per head of the four quarters that were handed in last, when they follow one another. */
  yearPerHead: z.number().nullable(),
  /** In force today: for figures that follow what a cadre types. */
  rules: Rules,
  changes: z.array(Change),
  addedRisks: z.array(AddedRisk),
  followUps: z.array(FollowUp),
  quarters: z.array(Sheet),
  tasks: z.array(Task),
  may: z.object({
    follow: z.boolean(),
    keepQuarter: z.boolean(),
    keepFacts: z.boolean(),
    /** Who only helps the family has no access to its case. */
    readCase: z.boolean(),
  }),
});
export type FollowedFamily = z.infer<typeof Family>;

export const followups = {
  list: operation('followups.list', {
    summary:
      "Families on the list in the caller's region, with what is due for each; filtered, a page at a time.",
    callers: 'STAFF',
    input: z.object({
      list: z.enum(FOLLOW_UP_LISTS).default('ALL'),
      cursor: z.string().max(200).default(''),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    output: z.object({
      today: z.string(),
      rows: z.array(Row),
      counts: z.object(
        Object.fromEntries(FOLLOW_UP_LISTS.map((list) => [list, z.number()])) as Record<
          (typeof FOLLOW_UP_LISTS)[number],
          z.ZodNumber
        >,
      ),
      next: z.string().nullable(),
    }),
  }),
  family: operation('followups.family', {
    summary: 'One family on the list: who is in it, what was found and said, what is due.',
    callers: 'STAFF',
    input: z.object({ caseId: Id }),
    output: z.object({ family: Family }),
    errors: ['not_found'],
  }),
  facts: operation('followups.facts', {
    summary: 'What was true of a family on a day, as it was known on another.',
    callers: 'STAFF',
    input: z.object({
      caseId: Id,
      on: LocalDateField,
      knownOn: LocalDateField.or(z.literal('')).default(''),
    }),
    output: z.object({
      on: z.string(),
      knownOn: z.string(),
      members: z.array(Member),
      household: Household,
      /** Income of quarters that had begun, as far as the township had confirmed it, with the rules it was reckoned by; newest first. */
      quarters: z.array(z.object({ quarter: Quarter, figures: Figures, confirmedOn: z.string() })),
      /** Income per head of the four newest of them, when they follow one another. */
      yearPerHead: z.number().nullable(),
    }),
    errors: ['not_found'],
  }),
  writeFact: operation('followups.writeFact', {
    summary: 'Write a fact of a person or the family for some days; what was written before stays readable.',
    callers: 'STAFF',
    input: z.object({
      caseId: Id,
      memberKey: Id.nullable().default(null),
      from: LocalDateField,
      /** First day on which it is no longer so; null goes on. */
      to: LocalDateField.nullable().default(null),
      evidence: requiredWords(60),
      said: SaidFact,
    }),
    output: z.object({}),
    errors: ['not_found', 'conflict'],
  }),
  history: operation('followups.history', {
    summary: 'All that was written down of a family: what, for which days, when and by whom; the last first.',
    callers: 'STAFF',
    input: z.object({ caseId: Id }),
    output: z.object({ rows: z.array(FactRow) }),
    errors: ['not_found'],
  }),
  correctFact: operation('followups.correctFact', {
    summary: 'Put right a fact that was written wrongly, or take it back, with a reason; it stays readable.',
    callers: 'STAFF',
    input: z.object({
      caseId: Id,
      factId: Id,
      reason: requiredWords(200),
      evidence: requiredWords(60),
      /** What it should have said; null: it was never so. */
      right: z
        .object({ from: LocalDateField, to: LocalDateField.nullable().default(null), said: SaidFact })
        .nullable(),
    }),
    output: z.object({}),
    errors: ['not_found', 'conflict'],
  }),
  change: operation('followups.change', {
    summary:
      'Somebody comes or goes, or the whole family leaves; splits, merges and ends wait for another level.',
    callers: 'STAFF',
    input: ChangeInput.extend({ caseId: Id }),
    output: z.object({ change: Change }),
    errors: ['not_found', 'conflict'],
  }),
  answerChange: operation('followups.answerChange', {
    summary: 'Agree to a change that waits for this level, or say why not.',
    callers: 'STAFF',
    input: z.object({ changeId: Id, agree: z.boolean(), words: requiredWords(300) }),
    output: z.object({ change: Change }),
    errors: ['not_found', 'conflict'],
  }),
  takeBackChange: operation('followups.takeBackChange', {
    summary:
      'Take back a coming or going that was written down by mistake, with a reason; it stays readable.',
    callers: 'STAFF',
    input: z.object({ changeId: Id, reason: requiredWords(200) }),
    output: z.object({
      change: Change,
      /** Sheets of quarters that were reckoned with other people than there are now. */
      quarters: z.array(z.object({ quarter: Quarter, state: z.enum(QUARTER_STATES) })),
    }),
    errors: ['not_found', 'conflict'],
  }),
  takeBackRisk: operation('followups.takeBackRisk', {
    summary: 'Take back a new risk that was written down by mistake, with a reason; what was found stays.',
    callers: 'STAFF',
    input: z.object({ caseId: Id, risk: z.enum(RISK_TYPES), reason: requiredWords(200) }),
    output: z.object({ addedRisks: z.array(AddedRisk) }),
    errors: ['not_found', 'conflict'],
  }),
  record: operation('followups.record', {
    summary: 'Write down a visit of the month or something that happened, and what it came to.',
    callers: 'STAFF',
    input: FollowUpInput.safeExtend({ caseId: Id }),
    output: z.object({ followUp: FollowUp, tasks: z.array(Task) }),
    errors: ['not_found', 'conflict'],
  }),
  quarter: operation('followups.quarter', {
    summary: 'Hand in the sheet of a quarter, with the signature of the family.',
    callers: 'STAFF',
    input: QuarterInput.safeExtend({ caseId: Id }),
    output: z.object({ sheet: Sheet, tasks: z.array(Task) }),
    errors: ['not_found', 'conflict'],
  }),
  confirmQuarter: operation('followups.confirmQuarter', {
    summary: 'Confirm the sheet of a quarter for the village or the township, or send it back.',
    callers: 'STAFF',
    input: z.object({
      caseId: Id,
      quarter: Quarter,
      revision: z.number().int(),
      agree: z.boolean(),
      words: words(300).default(''),
    }),
    output: z.object({ sheet: Sheet }),
    errors: ['not_found', 'conflict'],
  }),
  taskDone: operation('followups.taskDone', {
    summary: 'What was done about a task that a follow-up left.',
    callers: 'STAFF',
    input: z.object({ taskId: Id, words: requiredWords(300) }),
    output: z.object({ task: Task }),
    errors: ['not_found', 'conflict'],
  }),
  ours: operation('followups.ours', {
    summary: 'Who the office holds to be of our family, and what we said has changed.',
    callers: 'PERSON',
    input: z.object({ caseId: Id }),
    output: z.object({
      today: z.string(),
      members: z.array(Member.omit({ health: true, labour: true, insured: true })),
      changes: z.array(Change.omit({ warnings: true, mayAnswer: true, mayTakeBack: true })),
      mayTell: z.boolean(),
    }),
    errors: ['not_found'],
  }),
  tell: operation('followups.tell', {
    summary: 'A family says what changed at home; a cadre looks and answers by a date.',
    callers: 'PERSON',
    input: TellInput.extend({ caseId: Id }),
    output: z.object({ id: z.string(), dueOn: z.string() }),
    errors: ['not_found', 'conflict'],
    rate: { limit: 20, seconds: 3600 },
  }),
};
