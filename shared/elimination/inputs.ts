import {
  AppraisalInput,
  Id,
  LocalDateField,
  OBJECTION_VERDICTS,
  PersonName,
  requiredWords,
  StaffRef,
  words,
} from '@shared/casework';
import { z } from '@shared/zod';
import { ResearchInput } from './research';

/** What the family says to it, and how it signed; a family that does not agree is heard, and people decide. */
const FamilyWord = z.object({
  agrees: z.boolean(),
  said: words(300).default(''),
  how: z.enum(['SCREEN', 'PAPER', 'FINGERPRINT']),
  signatureId: Id.nullable().default(null),
  signer: PersonName,
});
export type FamilyWord = z.infer<typeof FamilyWord>;

export const SuggestInput = z.object({ note: requiredWords(200) });
export const ProposeInput = z.object({ research: ResearchInput, reason: words(300).default('') });
export const RollBackInput = z.object({ reason: requiredWords(300) });
export const AgreeInput = z.object({
  verifiers: z.array(StaffRef).min(2, { error: 'TWO_VERIFIERS' }).max(4),
});
export const VerifyInput = z.object({ research: ResearchInput, family: FamilyWord });
export const SignInput = z.object({ opinion: requiredWords(300), signatureId: Id.nullable().default(null) });

/** A meeting of its own, or one that spoke of this family beside others (`meetingId`). */
export const ExitAppraisalInput = AppraisalInput.extend({ meetingId: Id.nullable().default(null) });

export const ObjectionHeard = z.object({
  statement: requiredWords(500),
  /** As it was given; '' of somebody who gave none. */
  objector: words(30).default(''),
});
export type ObjectionHeard = z.infer<typeof ObjectionHeard>;
export const ObjectionAnswer = z.object({
  objectionId: Id,
  verdict: z.enum(OBJECTION_VERDICTS).exclude(['PASSED_ON']),
  record: requiredWords(500),
  answer: requiredWords(500),
});
export type ObjectionAnswer = z.infer<typeof ObjectionAnswer>;

/** An office's word: on, or back with a reason. */
export const OfficeInput = z.object({ agrees: z.boolean(), opinion: requiredWords(300) });
export const ReasonInput = z.object({ reason: requiredWords(300) });

/** The whole family moved away with its papers, or nobody of it is left (domain.md 3.8). */
export const LeaveInput = z.object({
  how: z.enum(['TRANSFERRED_OUT', 'EXTINCT']),
  on: LocalDateField,
  reason: requiredWords(300),
});
