import { IncomeSheet } from '@shared/assessment';
import { HEALTH, LABOUR, MEMBER_RELATIONS, RISK_TYPES, SCHOOL } from '@shared/casework/codes';
import {
  Id,
  IdNumber,
  LocalDateField,
  PersonName,
  requiredWords,
  words,
} from '@shared/casework/inputs/fields';
import { GuaranteeInput } from '@shared/casework/inputs/verification';
import { z } from '@shared/zod';
import {
  CHANGE_EVIDENCE,
  FEELINGS,
  FOLLOW_UP_EVENTS,
  FOLLOW_UP_RESULTS,
  MEMBER_CHANGES,
  TOLD_CHANGES,
  WORK_CHANGES,
} from './codes';

export const NewMember = z.object({
  name: PersonName,
  relation: z.enum(MEMBER_RELATIONS).exclude(['HEAD']),
  birthDate: LocalDateField.nullable().default(null),
  idNo: IdNumber.nullable().default(null),
  labour: z.enum(LABOUR).optional(),
  school: z.enum(SCHOOL).optional(),
  insured: z.boolean().optional(),
});
export type NewMember = z.infer<typeof NewMember>;

/** Somebody comes or goes (domain.md 3.8). */
export const ChangeInput = z.object({
  kind: z.enum(MEMBER_CHANGES),
  on: LocalDateField,
  memberKeys: z.array(Id).max(20).default([]),
  newMember: NewMember.nullable().default(null),
  evidence: z.array(z.enum(CHANGE_EVIDENCE)).min(1, { error: 'REQUIRED' }).max(6),
  photoIds: z.array(Id).max(9).default([]),
  note: words(300).default(''),
  /** What the family told, which this makes an end of. */
  toldId: Id.nullable().default(null),
});
export type ChangeInput = z.infer<typeof ChangeInput>;

/** 「家里有变化」, as the family says it. */
export const TellInput = z.object({
  what: z.enum(TOLD_CHANGES),
  /** The day as far as it is known. */
  on: LocalDateField,
  memberKey: Id.nullable().default(null),
  text: words(300).default(''),
  photoIds: z.array(Id).max(9).default([]),
});
export type TellInput = z.infer<typeof TellInput>;

const result = {
  result: z.enum(FOLLOW_UP_RESULTS),
  newRisks: z.array(z.enum(RISK_TYPES)).max(3, { error: 'TOO_MANY' }).default([]),
  /** What is wrong now with one of the three guarantees or the water, and who mends it. */
  guarantees: z.array(GuaranteeInput).max(4).default([]),
  photoIds: z.array(Id).max(9).default([]),
};

/** A new risk is named; who was not found cannot have said anything. */
const RISKS_NAMED = { error: 'NEW_RISK_MISSING', path: ['newRisks'] };
const named = ({ result: found, newRisks }: { result: string; newRisks: readonly string[] }) =>
  found !== 'NEW_RISK' || newRisks.length > 0;

/** A follow-up by month or by event (domain.md 3.5). */
export const FollowUpInput = z
  .object({
    cadence: z.enum(['MONTH', 'EVENT']),
    /** Of an event: what it is about. */
    event: z.enum(FOLLOW_UP_EVENTS).nullable().default(null),
    on: LocalDateField,
    ...result,
    words: requiredWords(500),
    toldId: Id.nullable().default(null),
  })
  .refine(named, RISKS_NAMED)
  .refine(({ cadence, event }) => (cadence === 'EVENT') === (event !== null), {
    error: 'REQUIRED',
    path: ['event'],
  });
export type FollowUpInput = z.infer<typeof FollowUpInput>;

const { income, costs, rigid, claimsFen } = IncomeSheet.shape;
export const QuarterSheetInput = z.object({ income, costs, rigid, claimsFen });

/** 监测户季度监测台账 of one family (domain.md 3.5, 8.3). */
export const QuarterInput = z
  .object({
    quarter: z.string().regex(/^20\d{2}Q[1-4]$/, { error: 'INVALID' }),
    on: LocalDateField,
    sheet: QuarterSheetInput,
    work: z.enum(WORK_CHANGES),
    workWords: words(200).default(''),
    /** New difficulties in the family's words. */
    troubles: words(300).default(''),
    feeling: z.enum(FEELINGS),
    familyWords: words(300).default(''),
    ...result,
    words: requiredWords(500),
    /** How the family signed: on the phone, on paper that was photographed, with a finger; nobody was found: not at all. */
    signed: z.enum(['SCREEN', 'PAPER', 'FINGERPRINT', 'NOBODY']),
    signatureId: Id.nullable().default(null),
  })
  .refine(named, RISKS_NAMED)
  .refine(({ signed, signatureId }) => signed === 'NOBODY' || signatureId !== null, {
    error: 'SIGNATURE_MISSING',
    path: ['signatureId'],
  })
  .refine(({ signed, result: found }) => signed !== 'NOBODY' || found === 'UNREACHABLE', {
    error: 'SIGNATURE_MISSING',
    path: ['signed'],
  });
export type QuarterInput = z.infer<typeof QuarterInput>;

/** One fact of a person or the family, written anew for some days (domain.md 4.2, 4.3). */
export const SaidFact = z.discriminatedUnion('fact', [
  z.object({ fact: z.literal('NAME'), value: PersonName }),
  z.object({ fact: z.literal('BIRTH_DATE'), value: LocalDateField }),
  z.object({ fact: z.literal('ID_NO'), value: IdNumber }),
  z.object({ fact: z.literal('HEALTH'), value: z.array(z.enum(HEALTH)).max(3) }),
  z.object({ fact: z.literal('LABOUR'), value: z.enum(LABOUR) }),
  z.object({ fact: z.literal('SCHOOL'), value: z.enum(SCHOOL) }),
  z.object({ fact: z.literal('INSURED'), value: z.boolean() }),
  z.object({ fact: z.literal('AWAY'), value: z.boolean() }),
  z.object({ fact: z.literal('HOUSE_GRADE'), value: z.enum(['A', 'B', 'C', 'D', 'UNKNOWN']) }),
  z.object({ fact: z.literal('HOUSING'), value: z.boolean() }),
  z.object({ fact: z.literal('WATER'), value: z.boolean() }),
  z.object({ fact: z.literal('SCHOOL_PROBLEM'), value: z.boolean() }),
  z.object({ fact: z.literal('INSURANCE'), value: z.boolean() }),
  z.object({ fact: z.literal('NO_LABOUR'), value: z.boolean() }),
]);
export type SaidFact = z.infer<typeof SaidFact>;

/** Facts that are written one by one; who comes and goes, and risks, have ways of their own. */
export const SAID_FACT_KEYS = SaidFact.options.map(({ shape }) => shape.fact.value);

/** Facts of the family as a whole; every other one is a person's. */
export const HOUSEHOLD_FACT_KEYS: readonly string[] = [
  'KIND',
  'HOUSE_GRADE',
  'HOUSING',
  'WATER',
  'SCHOOL_PROBLEM',
  'INSURANCE',
  'NO_LABOUR',
  'RISKS',
];
