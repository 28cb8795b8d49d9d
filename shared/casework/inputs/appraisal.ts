import { z } from '@shared/zod';
import { ATTENDEE_ROLES } from '../codes';
import { Id, PersonName, requiredWords, words } from './fields';

export const AppraisalInput = z.object({
  metAt: z.iso.datetime({ offset: true }),
  place: requiredWords(60),
  convenor: PersonName,
  attendees: z
    .array(z.object({ name: PersonName, role: z.enum(ATTENDEE_ROLES) }))
    .min(1)
    .max(200),
  recusals: z
    .array(z.object({ name: PersonName, relation: requiredWords(30) }))
    .max(50)
    .default([]),
  yes: z.number().int().min(0).max(500),
  no: z.number().int().min(0).max(500),
  abstain: z.number().int().min(0).max(500),
  minutes: words(2000).default(''),
  photoIds: z.array(Id).max(9).default([]),
});
export type AppraisalInput = z.infer<typeof AppraisalInput>;
