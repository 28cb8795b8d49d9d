import { z } from '@shared/zod';
import {
  OBJECTION_ABOUTS,
  OBJECTION_CHANNELS,
  OBJECTION_VERDICTS,
  OBJECTOR_TOLD_WAYS,
  SATISFACTIONS,
} from '../codes';
import { Id, PersonName, Phone, requiredWords, words } from './fields';

/**
 * Words that leave the offices. What is written for the offices alone is another type, so that no such text can be put
 * where an objector reads it: the compiler refuses it.
 */
export const PublicWords = (max: number) => words(max).brand<'PublicWords'>();
export type PublicWords = z.infer<ReturnType<typeof PublicWords>>;

/** An objection to a notice. Who made it is kept apart from what it says, and may be nobody (domain.md 3.3, 6.6). */
export const ObjectionInput = z.object({
  /** May be empty when it was spoken or photographed. */
  statement: words(1000).default(''),
  /** The same as it was spoken. */
  voiceId: Id.nullable().default(null),
  /** What the objector photographed; of one that came on paper, the paper. */
  photoIds: z.array(Id).max(3).default([]),
  objector: z.object({ name: PersonName, phone: Phone.nullable() }).nullable().default(null),
  about: z.enum(OBJECTION_ABOUTS).optional(),
  /** A village cadre is concerned: the township handles it. */
  aboutCadre: z.boolean().default(false),
  channel: z.enum(OBJECTION_CHANNELS),
});
export type ObjectionInput = z.infer<typeof ObjectionInput>;

/** The village steps back: the township looks into it. */
export const HandUpInput = z.object({ objectionId: Id, reason: requiredWords(200) });

export const InvestigationInput = z.object({
  objectionId: Id,
  record: requiredWords(2000),
  photoIds: z.array(Id).max(9).default([]),
});

export const ObjectionAnswerInput = z.object({
  objectionId: Id,
  verdict: z.enum(OBJECTION_VERDICTS),
  /** What the objector is told: no fact of the family. */
  answer: PublicWords(500).refine((text) => text.length > 0, { error: 'REQUIRED' }),
  /** To which office it was passed on; the objector is told. */
  passedTo: PublicWords(40).optional(),
  /** For the offices alone: how the answer came about. */
  note: words(500).optional(),
  /** Whether what was published, or what it rests on, has changed: then the case is looked at anew (I3). */
  factsChanged: z.boolean(),
});

/** That the answer reached an objector who left a name and has no inbox here. */
export const ObjectorToldInput = z.object({ objectionId: Id, how: z.enum(OBJECTOR_TOLD_WAYS) });

/** What the objector says of the answer. */
export const ObjectionRatingInput = z.object({ satisfied: z.enum(SATISFACTIONS) });
