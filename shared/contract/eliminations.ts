import {
  HOUSEHOLD_TYPES,
  Id,
  LABOUR,
  MEASURE_CODES,
  RISK_TYPES,
  StaffRef,
  Unrelated,
} from '@shared/casework';
import {
  AgreeInput,
  EVIDENCE,
  EXIT_KINDS,
  EXIT_STEPS,
  ExitAppraisalInput,
  LeaveInput,
  ObjectionAnswer,
  ObjectionHeard,
  OfficeInput,
  PRECONDITIONS,
  ProposeInput,
  ReasonInput,
  ResearchInput,
  RollBackInput,
  SignInput,
  SuggestInput,
  VERDICTS,
  VerifyInput,
} from '@shared/elimination';
import { ELIMINATION_MODES } from '@shared/publicity/codes';
import { REGISTER_STATUSES } from '@shared/register';
import { z } from '@shared/zod';
import { operation } from './operation';

/** Lists of the register: on it, on the way off or back, off it and looked after, gone. */
export const REGISTER_LISTS = ['MONITORED', 'MOVING', 'ELIMINATED', 'GONE'] as const;
export type RegisterList = (typeof REGISTER_LISTS)[number];

const Line = z.object({
  code: z.enum(PRECONDITIONS),
  label: z.string(),
  verdict: z.enum(VERDICTS),
  /** How it stands, or what is in the way and what to do about it. */
  sentence: z.string(),
  evidence: z.object({ from: z.enum(EVIDENCE), on: z.string().nullable() }),
});

const Act = z.object({ by: z.string(), on: z.string() });

const Entry = z.object({
  caseId: z.string(),
  status: z.enum(REGISTER_STATUSES),
  statusLabel: z.string(),
  identifiedOn: z.string(),
  entries: z.number(),
});

const RegisterRow = Entry.extend({
  headName: z.string(),
  group: z.string(),
  villageName: z.string(),
  memberCount: z.number().nullable(),
  step: z.enum(EXIT_STEPS).nullable(),
  dueOn: z.string().nullable(),
  late: z.boolean(),
  eliminatedOn: z.string().nullable(),
});
export type RegisterRowView = z.infer<typeof RegisterRow>;

const Round = z.object({
  kind: z.enum(EXIT_KINDS),
  step: z.enum(EXIT_STEPS),
  dueOn: z.string(),
  late: z.boolean(),
  mode: z.enum(ELIMINATION_MODES).nullable(),
  reason: z.string(),
  proposed: Act,
  agreed: Act.nullable(),
  verifiers: z.array(StaffRef),
  family: z.object({ agrees: z.boolean(), said: z.string(), signer: z.string(), how: z.string() }).nullable(),
  signatures: z.array(Act.extend({ opinion: z.string() })),
  appraisal: z
    .object({
      metAt: z.string(),
      present: z.number(),
      yes: z.number(),
      no: z.number(),
      abstain: z.number(),
      passed: z.boolean(),
    })
    .nullable(),
  publicity: z
    .object({ noticeId: z.string(), firstDay: z.string(), lastDay: z.string(), daysLeft: z.number() })
    .nullable(),
  objections: z.array(
    z.object({
      id: z.string(),
      statement: z.string(),
      objector: z.string(),
      heardOn: z.string(),
      verdict: z.string().nullable(),
      answer: z.string().nullable(),
    }),
  ),
  town: Act.extend({ opinion: z.string() }).nullable(),
  county: Act.extend({ opinion: z.string() }).nullable(),
});

const View = Entry.extend({
  version: z.number(),
  today: z.string(),
  headName: z.string(),
  group: z.string(),
  village: z.string(),
  villageName: z.string(),
  memberCount: z.number().nullable(),
  householdType: z.enum(HOUSEHOLD_TYPES).nullable(),
  risks: z.array(z.enum(RISK_TYPES)),
  mode: z.enum(ELIMINATION_MODES).nullable(),
  eliminatedOn: z.string().nullable(),
  observeUntil: z.string().nullable(),
  /** This year's line per head, in fen. */
  lineFen: z.number(),
  headline: z.string(),
  checklist: z.array(Line),
  /** Whether nothing of the checklist stands in the way. */
  ready: z.boolean(),
  round: Round.nullable(),
  /** Earlier proposals and how they ended, newest first. */
  past: z.array(z.object({ kind: z.enum(EXIT_KINDS), on: z.string(), how: z.string(), reason: z.string() })),
  /** Earlier times on the register, newest first. */
  before: z.array(Entry),
  suggestions: z.array(Act.extend({ kind: z.enum(EXIT_KINDS), note: z.string() })),
  history: z.array(z.object({ what: z.string(), by: z.string(), at: z.string() })),
  measures: z.array(z.object({ code: z.enum(MEASURE_CODES), name: z.string(), on: z.string() })),
  members: z.array(z.object({ key: z.string(), name: z.string(), labour: z.enum(LABOUR).nullable() })),
  /** What the last visit found, to begin the next form with. */
  research: ResearchInput.nullable(),
  /** Income per head of twelve months at the end of quarters, from the sheets of the follow-up, newest first: another figure says why. */
  quarters: z.array(z.object({ quarter: z.string(), netPerCapitaFen: z.number() })),
  acts: z.array(z.string()),
});
export type ExitView = z.infer<typeof View>;

const OnEntry = z.object({ caseId: Id, version: z.number().int().min(0) });
const answer = z.object({
  exit: View,
  /** What the checklist did not let through, named; empty when it did. */
  refused: z.array(Line),
});

const acts = (summary: string) => ({
  summary,
  callers: 'STAFF' as const,
  output: answer,
  errors: ['not_found', 'conflict'] as const,
});

/** 风险消除 and 回退 (domain.md 3.6): a checklist that names what is missing, then eight steps by named people. */
export const eliminations = {
  list: operation('eliminations.list', {
    summary: "The register of monitored households in the caller's regions, a page of one of its lists.",
    callers: 'STAFF',
    input: z.object({
      list: z.enum(REGISTER_LISTS).default('MONITORED'),
      cursor: z.string().max(80).default(''),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    output: z.object({
      today: z.string(),
      counts: z.object({
        MONITORED: z.number(),
        MOVING: z.number(),
        ELIMINATED: z.number(),
        GONE: z.number(),
        LATE: z.number(),
      }),
      rows: z.array(RegisterRow),
      next: z.string().nullable(),
    }),
  }),
  get: operation('eliminations.get', {
    summary: 'A family of the register: the checklist as it stands, the proposal on its way, earlier ones.',
    callers: 'STAFF',
    input: z.object({ caseId: Id }),
    output: z.object({ exit: View }),
    errors: ['not_found'],
  }),
  suggest: operation('eliminations.suggest', {
    ...acts('Suggest to village and task force that the risk is gone.'),
    input: OnEntry.extend(SuggestInput.shape),
  }),
  propose: operation('eliminations.propose', {
    ...acts(
      'Propose the family after a visit. What the checklist does not let through is named and kept, errands follow, and the family stays on the list.',
    ),
    input: OnEntry.extend({ ...Unrelated, ...ProposeInput.shape }),
  }),
  suggestRollBack: operation('eliminations.suggestRollBack', {
    ...acts('Suggest to the village and the township that a mark does not hold. It begins nothing.'),
    input: OnEntry.extend(SuggestInput.shape),
  }),
  proposeRollBack: operation('eliminations.proposeRollBack', {
    ...acts('Propose that a mark is taken back, because it was wrong or does not hold.'),
    input: OnEntry.extend({ ...Unrelated, ...RollBackInput.shape }),
  }),
  agree: operation('eliminations.agree', {
    ...acts('The other one of village and task force agrees and names two who go to look.'),
    input: OnEntry.extend({ ...Unrelated, ...AgreeInput.shape }),
  }),
  verify: operation('eliminations.verify', {
    ...acts('What was found at the door, and what the family says to it and signed.'),
    input: OnEntry.extend({ ...Unrelated, ...VerifyInput.shape }),
  }),
  signVerification: operation('eliminations.signVerification', {
    ...acts('One of the two who looked signs.'),
    input: OnEntry.extend({ ...Unrelated, ...SignInput.shape }),
  }),
  appraise: operation('eliminations.appraise', {
    ...acts('The villagers’ appraisal; the meeting may be one that spoke of inclusions too.'),
    input: OnEntry.extend({ ...Unrelated, ...ExitAppraisalInput.shape }),
  }),
  hearObjection: operation('eliminations.hearObjection', {
    ...acts('An objection to the notice that came by phone, box or office.'),
    input: OnEntry.extend(ObjectionHeard.shape),
  }),
  answerObjection: operation('eliminations.answerObjection', {
    ...acts('Looked into and answered by somebody who did not verify; one that is right ends the proposal.'),
    input: OnEntry.extend({ ...Unrelated, ...ObjectionAnswer.shape }),
  }),
  townReview: operation('eliminations.townReview', {
    ...acts('The township accepts, or gives the proposal back with a reason.'),
    input: OnEntry.extend({ ...Unrelated, ...OfficeInput.shape }),
  }),
  countyDecide: operation('eliminations.countyDecide', {
    ...acts('The county decides; not agreed, the family stays on the list.'),
    input: OnEntry.extend({ ...Unrelated, ...OfficeInput.shape }),
  }),
  withdraw: operation('eliminations.withdraw', {
    ...acts('The village takes its proposal back before the county has decided.'),
    input: OnEntry.extend(ReasonInput.shape),
  }),
  leave: operation('eliminations.leave', {
    ...acts(
      'The whole family moved away with its papers, or nobody of it is left: no elimination is needed.',
    ),
    input: OnEntry.extend(LeaveInput.shape),
  }),
  ours: operation('eliminations.ours', {
    summary:
      'A family reads where it stands on the register, and what would go on or stop when the risk is gone.',
    callers: 'PERSON',
    input: z.object({ caseId: Id }),
    output: z.object({
      status: z.enum(REGISTER_STATUSES),
      /** In the family's words, with its date. */
      standing: z.string(),
      identifiedOn: z.string(),
      entries: z.number(),
      observeUntil: z.string().nullable(),
      /** Where a proposal is, step by step; null while there is none. */
      steps: z
        .array(
          z.object({ title: z.string(), state: z.enum(['DONE', 'NOW', 'LATER']), on: z.string().nullable() }),
        )
        .nullable(),
      /** What of the county's policies goes on for such a family, to its term, to the next payment, or ends at once. */
      afterwards: z.array(
        z.object({
          how: z.enum(['UNAFFECTED', 'CONTINUE_TO_TERM', 'STOP_NEXT_PERIOD', 'STOP']),
          title: z.string(),
          policies: z.array(z.object({ code: z.string(), name: z.string(), members: z.array(z.string()) })),
        }),
      ),
    }),
    errors: ['not_found'],
  }),
};
