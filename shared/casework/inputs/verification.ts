import { IncomeSheet } from '@shared/assessment';
import { z } from '@shared/zod';
import { HOUSEHOLD_KINDS, VERIFY_MODES } from '../codes';
import { Id, LocalDateField, requiredWords, words } from './fields';
import { MemberInput } from './people';

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
});
export type FindingsInput = z.infer<typeof FindingsInput>;

export const VerificationInput = z.object({
  visitedOn: LocalDateField,
  mode: z.enum(VERIFY_MODES),
  group: requiredWords(20),
  members: z.array(MemberInput).min(1).max(20),
  sheet: IncomeSheet,
  findings: FindingsInput,
  photoIds: z.array(Id).max(30).default([]),
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
