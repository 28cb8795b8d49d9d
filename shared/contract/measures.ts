import { Id, MEASURE_CODES, NEEDS, RISK_TYPES } from '@shared/casework';
import { CADENCES, FOLLOW_UP_RESULTS } from '@shared/followups/codes';
import {
  CONFIRM_WAYS,
  ConfirmInput,
  HelperInput,
  LandInput,
  MEASURE_ACTS,
  MEASURE_KINDS,
  MEASURE_STATES,
  OWNERS,
  PlanInput,
  PlannedInput,
  SignPlanInput,
  StepInput,
  VISIT_WAYS,
  VisitInput,
  WARNINGS_OF_HELP,
} from '@shared/measures';
import { z } from '@shared/zod';
import { operation } from './operation';

/** A measure as everybody who may see it sees it; what may be done with it is the reader's own. */
export const MeasureView = z.object({
  id: z.string(),
  code: z.enum(MEASURE_CODES),
  kind: z.enum(MEASURE_KINDS),
  name: z.string(),
  state: z.enum(MEASURE_STATES),
  /** Should have landed and has not (OVERDUE of domain.md 3.4). */
  overdue: z.boolean(),
  risk: z.enum(RISK_TYPES).nullable(),
  need: z.enum(NEEDS).nullable(),
  memberName: z.string(),
  owner: z.enum(OWNERS),
  office: z.string(),
  person: z.string(),
  dueOn: z.string().nullable(),
  amountFen: z.number().nullable(),
  service: z.string(),
  expected: z.string(),
  emergency: z.boolean(),
  /** By when the papers of help that came first must be there; null when they are, or none are owed. */
  papersDueOn: z.string().nullable(),
  landing: z.object({ on: z.string(), note: z.string(), photos: z.number(), by: z.string() }).nullable(),
  received: z.object({ on: z.string(), how: z.enum(CONFIRM_WAYS), by: z.string() }).nullable(),
  /** What the family said had not come; the words of the last one while it is open. */
  notReceived: z.string().nullable(),
  effect: z.string(),
  ended: z.string(),
  acts: z.array(z.enum(MEASURE_ACTS)),
});
export type MeasureView = z.infer<typeof MeasureView>;

const Plan = z.object({
  id: z.string(),
  needs: z.array(z.enum(NEEDS)),
  words: z.string(),
  madeOn: z.string(),
  madeBy: z.string(),
  signedOn: z.string().nullable(),
  how: z.enum(CONFIRM_WAYS).nullable(),
});

const Helper = z.object({
  personId: z.string(),
  name: z.string(),
  unit: z.string(),
  position: z.string(),
  phone: z.string(),
  from: z.string(),
  until: z.string().nullable(),
  /** Why it changed; for staff. */
  reason: z.string(),
});

/** A follow-up of the family: a visit of the month, the sheet of a quarter, something that happened. */
const Visit = z.object({
  id: z.string(),
  cadence: z.enum(CADENCES),
  on: z.string(),
  by: z.string(),
  way: z.enum(VISIT_WAYS),
  met: z.string(),
  findings: z.string(),
  problem: z.string(),
  solved: z.string(),
  result: z.enum(FOLLOW_UP_RESULTS),
  newRisks: z.array(z.enum(RISK_TYPES)),
  photos: z.number(),
});
export type VisitView = z.infer<typeof Visit>;

const Warning = z.object({
  code: z.enum(WARNINGS_OF_HELP),
  dueOn: z.string().nullable(),
  late: z.boolean(),
  risk: z.enum(RISK_TYPES).nullable(),
  measureName: z.string(),
});

const Family = z.object({
  caseId: z.string(),
  caseNo: z.string(),
  headName: z.string(),
  group: z.string(),
  villageName: z.string(),
  memberCount: z.number().nullable(),
});

/** What the helper needs on the spot, and no more of the case (domain.md 1.1). */
const HelpedFamily = Family.extend({
  /** As the family reported it; null when it has none. */
  phone: z.string().nullable(),
  includedOn: z.string(),
  risks: z.array(z.enum(RISK_TYPES)),
  /** By when the next visit is due; null where none is asked for. */
  visitDueOn: z.string().nullable(),
  lastVisit: z.object({ on: z.string(), result: z.enum(FOLLOW_UP_RESULTS), problem: z.string() }).nullable(),
  measures: z.array(MeasureView),
});
export type HelpedFamily = z.infer<typeof HelpedFamily>;

const StaffFamily = Family.extend({
  today: z.string(),
  includedOn: z.string(),
  risks: z.array(z.enum(RISK_TYPES)),
  members: z.array(z.object({ key: z.string(), name: z.string() })),
  helpers: z.array(Helper),
  plans: z.array(Plan),
  measures: z.array(MeasureView),
  visits: z.array(Visit),
  warnings: z.array(Warning),
  visitDueOn: z.string().nullable(),
  /** What this person may do for the family beside single measures. */
  may: z.object({
    assign: z.boolean(),
    plan: z.boolean(),
    sign: z.boolean(),
    visit: z.boolean(),
    /** Who only helps the family has no access to its case. */
    readCase: z.boolean(),
  }),
});
export type StaffFamily = z.infer<typeof StaffFamily>;

const OurHelp = z.object({
  caseId: z.string(),
  today: z.string(),
  helper: z.object({ name: z.string(), unit: z.string(), phone: z.string() }).nullable(),
  plan: Plan.nullable(),
  measures: z.array(MeasureView),
  /** Whether this person says yes for the family with a paper, or the family itself. */
  maySign: z.boolean(),
});
export type OurHelp = z.infer<typeof OurHelp>;

const OneMeasure = { caseId: Id, measureId: Id };

export const measures = {
  of: operation('measures.of', {
    summary: 'The help of a family: helper, plans, measures, visits, and what is missing or late.',
    callers: 'STAFF',
    input: z.object({ caseId: Id }),
    output: z.object({ family: StaffFamily }),
    errors: ['not_found', 'conflict'],
  }),
  helpers: operation('measures.helpers', {
    summary: 'Who can be made the helper of a family, and how many families each looks after.',
    callers: 'STAFF',
    input: z.object({ caseId: Id }),
    output: z.object({
      cap: z.number(),
      people: z.array(
        z.object({ personId: z.string(), name: z.string(), office: z.string(), families: z.number() }),
      ),
    }),
    errors: ['not_found', 'conflict'],
  }),
  assignHelper: operation('measures.assignHelper', {
    summary: 'Make somebody the helper of a family; who was it before stays in the history.',
    callers: 'STAFF',
    input: HelperInput.extend({ caseId: Id }),
    output: z.object({ family: StaffFamily }),
    errors: ['not_found', 'conflict'],
  }),
  makePlan: operation('measures.makePlan', {
    summary: 'Write the plan of a family with its measures; the family signs it.',
    callers: 'STAFF',
    input: PlanInput.extend({ caseId: Id }),
    output: z.object({ family: StaffFamily }),
    errors: ['not_found', 'conflict'],
  }),
  signPlan: operation('measures.signPlan', {
    summary: 'The family agrees to its plan, or somebody who was there hands in its signature.',
    callers: 'PERSON',
    input: SignPlanInput.extend({ caseId: Id, planId: Id }),
    output: z.object({ help: OurHelp }),
    errors: ['not_found', 'conflict'],
  }),
  add: operation('measures.add', {
    summary: 'Record a measure beside the plan: planned, or one that has reached the family already.',
    callers: 'STAFF',
    input: PlannedInput.extend({ caseId: Id, landing: LandInput.nullable().default(null) }),
    output: z.object({ measure: MeasureView }),
    errors: ['not_found', 'conflict'],
  }),
  step: operation('measures.step', {
    summary: 'One step of a measure by an office: begun, landed, judged, closed, cancelled, changed.',
    callers: 'STAFF',
    input: z.object({ ...OneMeasure, step: StepInput }),
    output: z.object({ measure: MeasureView }),
    errors: ['not_found', 'conflict'],
  }),
  confirm: operation('measures.confirm', {
    summary: 'The family says that a measure reached it, or that it did not.',
    callers: 'PERSON',
    input: ConfirmInput.extend(OneMeasure),
    output: z.object({ help: OurHelp }),
    errors: ['not_found', 'conflict'],
  }),
  ours: operation('measures.ours', {
    summary:
      'Who helps our family, and with what: for the family, and who reported for it while it has no account.',
    callers: 'PERSON',
    input: z.object({ caseId: Id }),
    output: z.object({ help: OurHelp }),
    errors: ['not_found', 'conflict'],
  }),
  helping: operation('measures.helping', {
    summary:
      'The families whose helper the caller is, with what is needed on the spot, to be kept on the phone.',
    callers: 'STAFF',
    input: z.object({}),
    output: z.object({ today: z.string(), families: z.array(HelpedFamily) }),
  }),
  visit: operation('measures.visit', {
    summary: 'A visit as it was written down on the spot; sent later, it counts once.',
    callers: 'STAFF',
    input: VisitInput.safeExtend({ caseId: Id }),
    output: z.object({ visitId: z.string(), twiceShut: z.boolean() }),
    errors: ['not_found', 'conflict'],
    rate: { limit: 240, seconds: 600 },
  }),
  handed: operation('measures.handed', {
    summary: "Measures that were handed to the caller's department, with the family's name and village.",
    callers: 'STAFF',
    input: z.object({}),
    output: z.object({
      today: z.string(),
      /** What waits for it first, up to 200. */
      measures: z.array(Family.omit({ memberCount: true }).extend({ measure: MeasureView })),
      /** How many it can do something about; counted up to 999. */
      left: z.number(),
      /** There are more than are listed. */
      cut: z.boolean(),
    }),
  }),
  families: operation('measures.families', {
    summary:
      "Families on the list in the caller's region with how their help stands, those with something late or not received first.",
    callers: 'STAFF',
    input: z.object({
      cursor: z.string().max(200).default(''),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    output: z.object({
      today: z.string(),
      families: z.array(
        Family.extend({
          includedOn: z.string(),
          helper: z.string().nullable(),
          planSigned: z.boolean(),
          reached: z.number(),
          late: z.number(),
          notReceived: z.number(),
          lastVisitOn: z.string().nullable(),
        }),
      ),
      next: z.string().nullable(),
    }),
  }),
};
