import { z } from '@shared/zod';
import { HEALTH, LABOUR, MEMBER_RELATIONS, SCHOOL } from '../codes';
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
  /** Asked at the visit, and of whom it bears on only (domain.md 4.3); left out where nobody asked. */
  health: z.array(z.enum(HEALTH)).max(3).optional(),
  labour: z.enum(LABOUR).optional(),
  school: z.enum(SCHOOL).optional(),
  insured: z.boolean().optional(),
});
export type MemberInput = z.infer<typeof MemberInput>;
