import { z } from '@shared/zod';
import { MEMBER_RELATIONS } from '../codes';
import { Id, IdNumber, LocalDateField, PersonName, requiredWords, words } from './fields';

export const StaffRef = z.object({ personId: Id, name: requiredWords(30), office: words(30).default('') });
export type StaffRef = z.infer<typeof StaffRef>;

export const AcceptInput = z.object({
  verifiers: z.array(StaffRef).min(2, { error: 'TWO_VERIFIERS' }).max(4),
});

export const MemberInput = z.object({
  key: Id,
  name: PersonName,
  relation: z.enum(MEMBER_RELATIONS),
  birthDate: LocalDateField.nullable().default(null),
  idNo: IdNumber.nullable().default(null),
  /** Away for work or school: signs by a link on the own phone. */
  away: z.boolean().default(false),
});
export type MemberInput = z.infer<typeof MemberInput>;
