import { z } from '@shared/zod';
import { ATTENDEE_ROLES } from '../codes';
import { Id, PersonName, requiredWords, Unrelated, words } from './fields';

/** What a meeting has once, however many families it speaks of (domain.md 1.2). */
const OfMeeting = z.object({
  metAt: z.iso.datetime({ offset: true }),
  place: requiredWords(60),
  convenor: PersonName,
  attendees: z
    .array(z.object({ name: PersonName, role: z.enum(ATTENDEE_ROLES) }))
    .min(1)
    .max(200),
  photoIds: z.array(Id).max(9).default([]),
});

/** What it says of one family. */
const OfFamily = z.object({
  recusals: z
    .array(z.object({ name: PersonName, relation: requiredWords(30) }))
    .max(50)
    .default([]),
  yes: z.number().int().min(0).max(500),
  no: z.number().int().min(0).max(500),
  abstain: z.number().int().min(0).max(500),
  minutes: words(2000).default(''),
});

/** The appraisal of one family. */
export const AppraisalInput = OfMeeting.extend(OfFamily.shape);
export type AppraisalInput = z.infer<typeof AppraisalInput>;

/** One meeting over many families, each as it stood on the screen. Whoever records it says once of all that they are no kin. */
export const MeetingInput = OfMeeting.extend({
  ...Unrelated,
  minutes: words(2000).default(''),
  cases: z
    .array(OfFamily.extend({ caseId: Id, version: z.number().int().min(1) }))
    .min(1)
    .max(100),
});
export type MeetingInput = z.infer<typeof MeetingInput>;
