import { z } from '@shared/zod';
import { SUPPLEMENT_KINDS } from '../codes';
import { Id, requiredWords, words } from './fields';

export const SupplementItem = z.object({
  key: Id,
  kind: z.enum(SUPPLEMENT_KINDS),
  /** What is missing, in the household's words: 「儿子田志强的签名」. */
  what: requiredWords(60),
  why: requiredWords(120),
  memberKey: Id.nullable().default(null),
});
export type SupplementItem = z.infer<typeof SupplementItem>;

export const SupplementRequestInput = z.object({
  items: z.array(SupplementItem).min(1).max(10),
  /** Needed when an item was asked for, or visible, the first time (domain.md 3.2). */
  supervisorReason: words(300).default(''),
});

export const SupplementAnswerInput = z.object({
  answers: z
    .array(
      z.object({
        key: Id,
        attachmentIds: z.array(Id).max(9).default([]),
        text: words(500).default(''),
        /** 「请村干部来帮我办」 */
        askForHelp: z.boolean().default(false),
      }),
    )
    .min(1)
    .max(10),
});
