import { z } from '@shared/zod';
import { DELIVERY_WAYS, SUPPLEMENT_HELPERS, SUPPLEMENT_KINDS, SUPPLEMENT_PAPERS } from '../codes';
import { Id, requiredWords, words } from './fields';

export const SupplementItem = z.object({
  key: Id,
  kind: z.enum(SUPPLEMENT_KINDS),
  /** What is missing, in the household's words: 「儿子田志强的签名」. */
  what: requiredWords(60),
  why: requiredWords(120),
  memberKey: Id.nullable().default(null),
  /** Which paper, so that what a department holds is not demanded of the family (domain.md 3.2). */
  paper: z.enum(SUPPLEMENT_PAPERS).optional(),
  /** A picture of how it should look. */
  exampleId: Id.optional(),
  helper: z.enum(SUPPLEMENT_HELPERS).optional(),
});
export type SupplementItem = z.infer<typeof SupplementItem>;

export const SupplementRequestInput = z.object({
  items: z.array(SupplementItem).min(1).max(10),
  /** For a second list: why it was not on the first (domain.md 3.2). The township's leader reads it and decides. */
  supervisorReason: words(300).default(''),
});

/** The leader's word on a second list: it goes out, or it does not. */
export const SecondReturnInput = z.object({ approve: z.boolean(), opinion: requiredWords(300) });

export const SupplementAnswerInput = z.object({
  answers: z
    .array(
      z.object({
        key: Id,
        attachmentIds: z.array(Id).max(9).default([]),
        text: words(500).default(''),
        /** The same, spoken (ux.md 05). */
        voiceId: Id.optional(),
        /** 「请村干部来帮我办」 */
        askForHelp: z.boolean().default(false),
      }),
    )
    .min(1)
    .max(10),
});

export const ExtendSupplementInput = z.object({ reason: requiredWords(200) });

/** Somebody reminded the family in person: many elders read no messages (domain.md 3.2). */
export const ReminderInput = z.object({ how: z.enum(DELIVERY_WAYS), note: words(200).default('') });
