import { localDate } from '@shared/calendar';
import type { Profile } from '@shared/procedure';
import { z } from '@shared/zod';
import { isTownsToHandle } from './areas/objection';
import type { Objection } from './case';
import { OBJECTION_VERDICTS } from './codes';
import { answerDueOn } from './deadlines';
import { PublicWords } from './inputs';

/** How far an objection has come: taken in, with the township, looked into, answered. */
export const OBJECTION_STAGES = ['RECEIVED', 'WITH_TOWN', 'LOOKED_INTO', 'ANSWERED'] as const;
export type ObjectionStage = (typeof OBJECTION_STAGES)[number];

/**
 * What whoever holds the number of an objection reads of it (domain.md 3.3): a list of public words. No field of it can
 * take a text that was written for the offices (`PublicWords`), and nothing of the family is in it.
 */
export const ObjectionProgress = z.object({
  stage: z.enum(OBJECTION_STAGES),
  filedOn: z.string(),
  /** By when it is answered; null once it is. */
  answerDueOn: z.string().nullable(),
  answer: z
    .object({
      on: z.string(),
      verdict: z.enum(OBJECTION_VERDICTS),
      words: PublicWords(500),
      passedTo: PublicWords(40).nullable(),
    })
    .nullable(),
  /** Answered, and nobody has said yet whether that will do. */
  mayRate: z.boolean(),
});
export type ObjectionProgress = z.infer<typeof ObjectionProgress>;

/** Takes an objection and the profile its case runs by; gives what its maker may read. */
export function objectionProgress(o: Objection, profile: Profile): ObjectionProgress {
  const { answer } = o;
  return {
    stage: stageOf(o),
    filedOn: localDate(o.filedAt),
    answerDueOn: answer === null ? answerDueOn(o, profile) : null,
    answer: answer && {
      on: localDate(answer.at),
      verdict: answer.verdict,
      words: answer.answer,
      passedTo: answer.passedTo ?? null,
    },
    mayRate: answer !== null && o.rating === null,
  };
}

function stageOf(o: Objection): ObjectionStage {
  if (o.answer !== null) return 'ANSWERED';
  if (o.investigation !== null) return 'LOOKED_INTO';
  return isTownsToHandle(o) ? 'WITH_TOWN' : 'RECEIVED';
}
