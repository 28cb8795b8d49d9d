import { z } from '@shared/zod';
import { Id, requiredWords, words } from './fields';

export const WithdrawConsentInput = z.object({
  memberKey: Id,
  /** The whole consent, or the bank alone. */
  what: z.enum(['ALL', 'BANK']),
  reason: words(200).default(''),
});

/** 催一催 is answered in a sentence that the family reads. */
export const AnswerReminderInput = z.object({ note: requiredWords(200) });

export const RatingInput = z.object({
  stars: z.number().int().min(1).max(5),
  words: words(200).default(''),
});
