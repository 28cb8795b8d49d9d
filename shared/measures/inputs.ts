import { MEASURE_CODES, NEEDS, RISK_TYPES } from '@shared/casework/codes';
import { Id, LocalDateField, Phone, requiredWords, words } from '@shared/casework/inputs/fields';
import { FOLLOW_UP_RESULTS } from '@shared/followups/codes';
import { z } from '@shared/zod';
import { CONFIRM_WAYS, OWNERS, VISIT_WAYS } from './codes';

const Fen = z.number().int().min(0).max(100_000_000_00);
const Evidence = z.array(Id).max(9).default([]);

/** What is to be done for a family: for which risk, by whom, by when (domain.md 3.4, one plan a family). */
export const PlannedInput = z.object({
  code: z.enum(MEASURE_CODES),
  name: requiredWords(60),
  risk: z.enum(RISK_TYPES).nullable().default(null),
  need: z.enum(NEEDS).nullable().default(null),
  memberKey: Id.nullable().default(null),
  owner: z.enum(OWNERS),
  /** The office by its name, and who there answers for it. */
  office: requiredWords(60),
  person: words(30).default(''),
  dueOn: LocalDateField,
  amountFen: Fen.nullable().default(null),
  service: words(200).default(''),
  /** What the family gains by it, as said when it was planned. */
  expected: words(200).default(''),
});
export type PlannedInput = z.infer<typeof PlannedInput>;

export const LandInput = z.object({
  on: LocalDateField,
  amountFen: Fen.nullable().default(null),
  note: words(200).default(''),
  attachmentIds: Evidence,
});

export const ConfirmInput = z.object({
  received: z.boolean(),
  how: z.enum(CONFIRM_WAYS).default('TICK'),
  attachmentId: Id.nullable().default(null),
  /** What is wrong, when it was not received. */
  text: words(300).default(''),
});

/** One step of a measure by an office. */
export const StepInput = z.discriminatedUnion('do', [
  z.object({ do: z.literal('begin'), note: words(200).default('') }),
  LandInput.extend({ do: z.literal('land') }),
  z.object({ do: z.literal('judge'), words: requiredWords(300) }),
  z.object({ do: z.literal('close'), words: words(200).default('') }),
  z.object({ do: z.literal('cancel'), reason: requiredWords(200) }),
  z.object({ do: z.literal('notNeeded'), reason: requiredWords(200) }),
  z.object({
    do: z.literal('change'),
    owner: z.enum(OWNERS),
    office: requiredWords(60),
    person: words(30).default(''),
    dueOn: LocalDateField,
    amountFen: Fen.nullable().default(null),
    reason: requiredWords(200),
  }),
]);
export type StepInput = z.infer<typeof StepInput>;

export const PlanInput = z.object({
  needs: z.array(z.enum(NEEDS)).min(1, { error: 'REQUIRED' }).max(8),
  words: words(500).default(''),
  measures: z.array(PlannedInput).min(1, { error: 'REQUIRED' }).max(20),
});
export type PlanInput = z.infer<typeof PlanInput>;

export const SignPlanInput = z.object({
  how: z.enum(CONFIRM_WAYS),
  attachmentId: Id.nullable().default(null),
});

export const HelperInput = z.object({
  personId: Id,
  unit: requiredWords(60),
  position: words(30).default(''),
  phone: Phone,
  reason: words(200).default(''),
});
export type HelperInput = z.infer<typeof HelperInput>;

/** A visit as it was written down on the spot: sent later, maybe days later, and counted once (domain.md 3.5, 8.2). */
export const VisitInput = z
  .object({
    /** Made on the phone, the same at each try. */
    key: z.string().regex(/^[\w-]{8,64}$/),
    on: LocalDateField,
    way: z.enum(VISIT_WAYS).default('HOME'),
    /** Who was spoken to; of a call, the number too. */
    met: words(60).default(''),
    findings: words(500).default(''),
    problem: words(300).default(''),
    solved: words(300).default(''),
    result: z.enum(FOLLOW_UP_RESULTS),
    newRisks: z.array(z.enum(RISK_TYPES)).max(3, { error: 'TOO_MANY' }).default([]),
    photoIds: Evidence,
  })
  .superRefine((visit, ctx) => {
    const missing = (path: string, message = 'REQUIRED') =>
      ctx.addIssue({ code: 'custom', message, path: [path] });
    if (visit.result === 'NEW_RISK' && visit.newRisks.length === 0) missing('newRisks', 'NEW_RISK_MISSING');
    if (visit.result !== 'UNREACHABLE' && visit.findings === '') missing('findings');
    if (visit.result !== 'UNREACHABLE' && visit.way !== 'HOME' && visit.met === '') missing('met');
  });
export type VisitInput = z.infer<typeof VisitInput>;
