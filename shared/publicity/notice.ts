import { isLocalDate } from '@shared/calendar';
import { z } from '@shared/zod';

const Day = z.string().refine(isLocalDate);
const Words = z.string().min(1).max(200);
const Phone = z.string().max(40);

/** All that a notice may say about a family (domain.md 6.1, 6.2). `id` ties the row to its case and is never shown. */
export const NoticeEntry = z.strictObject({
  id: z.string().min(1),
  headName: z.string().min(1).max(30),
  memberCount: z.int().min(1).max(30),
  /** Village group as it is said: 2组. */
  group: z.string().max(20),
});
export type NoticeEntry = z.infer<typeof NoticeEntry>;

export const NoticeKind = z.enum(['PROPOSED_INCLUSION', 'RESULT_ANNOUNCEMENT']);
export type NoticeKind = z.infer<typeof NoticeKind>;

/**
 * A notice as it is frozen, hashed and put up: its own type, built from this whitelist and never by filtering a staff
 * record. Strict, so that a field that is not here cannot ride along.
 */
export const NoticeContent = z.strictObject({
  kind: NoticeKind,
  villageCode: z.string().regex(/^\d{12}$/),
  villageName: Words,
  townName: Words,
  countyName: Words,
  title: Words,
  /** The plan that the village acts on. */
  basis: Words,
  /** How the list came about, in the order of the steps. */
  stepsDone: z.array(Words),
  entries: z.array(NoticeEntry),
  /** First and last day, both included; up to 24:00 of the last. */
  from: Day,
  to: Day,
  days: z.int().min(1),
  phones: z.strictObject({ village: Phone, town: Phone, county: Phone, hotline: Phone }),
  issuer: Words,
  postedOn: Day,
});
export type NoticeContent = z.infer<typeof NoticeContent>;
