import { IncomeSheet } from '@shared/assessment';
import { z } from '@shared/zod';
import {
  GUARANTEE_KEYS,
  HOUSE_OWNERSHIP,
  HOUSEHOLD_KINDS,
  VERIFY_MODES,
  WATER_MARKS,
  WATER_SOURCES,
} from '../codes';
import { Id, LocalDateField, PersonName, Phone, requiredWords, words } from './fields';
import { MemberInput } from './people';

/** What is wrong with one of the three guarantees or the water, who sees to it, and by when (domain.md 4.6). */
export const GuaranteeInput = z.object({
  what: z.enum(GUARANTEE_KEYS),
  detail: requiredWords(200),
  fixer: requiredWords(40),
  dueOn: LocalDateField,
  /** Among the record's own photos. */
  photoIds: z.array(Id).max(9).default([]),
});
export type GuaranteeInput = z.infer<typeof GuaranteeInput>;

/** The four sides of drinking water, domain.md 4.2; a side that nobody looked at is left out. */
const WaterInput = z.object({
  source: z.enum(WATER_SOURCES).optional(),
  quantity: z.enum(WATER_MARKS).optional(),
  quality: z.enum(WATER_MARKS).optional(),
  convenience: z.enum(WATER_MARKS).optional(),
  reliability: z.enum(WATER_MARKS).optional(),
});

/** What the visit found beside money, domain.md 4.6 and the facts that triggers need (2.4). */
export const FindingsInput = z.object({
  householdKind: z.enum(HOUSEHOLD_KINDS).default('ORDINARY'),
  houseGrade: z.enum(['A', 'B', 'C', 'D', 'UNKNOWN']).default('UNKNOWN'),
  houseIsOnly: z.boolean().default(true),
  housingProblem: z.boolean().default(false),
  schoolProblem: z.boolean().default(false),
  waterProblem: z.boolean().default(false),
  waterCutDays: z.number().int().min(0).max(3660).default(0),
  anyoneUninsured: z.boolean().default(false),
  bigIllness: z.boolean().default(false),
  severeDisability: z.boolean().default(false),
  suddenAccident: z.boolean().default(false),
  newDibaoOrTekun: z.boolean().default(false),
  noLabour: z.boolean().default(false),
  note: words(1000).default(''),
  /** Square metres. */
  houseArea: z.number().int().min(1).max(2000).optional(),
  houseOwnership: z.enum(HOUSE_OWNERSHIP).optional(),
  water: WaterInput.optional(),
  guarantees: z.array(GuaranteeInput).max(GUARANTEE_KEYS.length).optional(),
});
export type FindingsInput = z.infer<typeof FindingsInput>;

/** Who was spoken to when nobody went there: number and person (domain.md 4.9, absent household). */
export const ContactInput = z.object({
  /** null keeps the number of the record before: staff see it masked. */
  phone: Phone.nullable().default(null),
  interviewee: PersonName,
});

export const VerificationInput = z.object({
  visitedOn: LocalDateField,
  mode: z.enum(VERIFY_MODES),
  group: requiredWords(20),
  members: z.array(MemberInput).min(1).max(20),
  sheet: IncomeSheet,
  findings: FindingsInput,
  photoIds: z.array(Id).max(60).default([]),
  contact: ContactInput.optional(),
  /** Why the net income per head is nothing, or more than 100,000 yuan (domain.md 4.4). */
  netReason: words(200).optional(),
});
export type VerificationInput = z.infer<typeof VerificationInput>;

export const SignVerificationInput = z.object({
  opinion: requiredWords(300),
  signatureId: Id.nullable().default(null),
});

export const AuthorizationInput = z.object({
  memberKey: Id,
  method: z.enum(['SCREEN', 'PAPER', 'FINGERPRINT']),
  signatureId: Id.nullable().default(null),
  /** The own answer about bank deposits: who says nothing has not said yes. */
  bank: z.boolean().default(false),
  /** Which text was on the screen or on the paper; null for the one in force. */
  textVersion: z.string().max(20).nullable().default(null),
});
