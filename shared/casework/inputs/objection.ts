import { z } from '@shared/zod';
import { OBJECTION_ABOUTS, OBJECTION_CHANNELS, OBJECTION_VERDICTS } from '../codes';
import { Id, PersonName, Phone, requiredWords, words } from './fields';

/** An objection to a notice. Who made it is kept apart from what it says, and may be nobody (domain.md 3.3, 6.6). */
export const ObjectionInput = z.object({
  statement: requiredWords(1000),
  objector: z.object({ name: PersonName, phone: Phone.nullable() }).nullable().default(null),
  about: z.enum(OBJECTION_ABOUTS).optional(),
  /** A village cadre is concerned: the township handles it. */
  aboutCadre: z.boolean().default(false),
  channel: z.enum(OBJECTION_CHANNELS),
});
export type ObjectionInput = z.infer<typeof ObjectionInput>;

export const InvestigationInput = z.object({
  objectionId: Id,
  record: requiredWords(2000),
  photoIds: z.array(Id).max(9).default([]),
});

export const ObjectionAnswerInput = z.object({
  objectionId: Id,
  verdict: z.enum(OBJECTION_VERDICTS),
  /** What the objector is told: no fact of the family. */
  answer: requiredWords(500),
  /** For the offices alone: how the answer came about. */
  note: words(500).optional(),
  /** Whether what was published, or what it rests on, has changed: then the case is looked at anew (I3). */
  factsChanged: z.boolean(),
});
