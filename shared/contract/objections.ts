import { Id, ObjectionInput, ObjectionProgress, ObjectionRatingInput, VillageCode } from '@shared/casework';
import { z } from '@shared/zod';
import { operation } from './operation';

const ByCode = { village: VillageCode, code: z.string().regex(/^\d{8}$/, { error: 'BAD_QUERY_CODE' }) };

export const objections = {
  file: operation('objections.file', {
    summary: 'Object to one family of a running notice, with a name or without; no sign-in is needed.',
    callers: 'ANYONE',
    input: ObjectionInput.omit({ channel: true }).extend({
      noticeId: Id,
      /** Which row of the notice, from 0. */
      row: z.number().int().min(0).max(199),
    }),
    output: z.object({
      objectionId: z.string(),
      answerDueOn: z.string(),
      /** Eight digits by which the answer is read; given once. */
      queryCode: z.string(),
    }),
    errors: ['not_found', 'conflict'],
    // Three a day (ux.md 5, page 08).
    rate: { limit: 3, seconds: 86_400 },
  }),
  answer: operation('objections.answer', {
    summary: 'What became of an objection, by the number that was given for it: public words only.',
    callers: 'ANYONE',
    input: z.object(ByCode),
    output: ObjectionProgress,
    errors: ['not_found'],
    // At so few tries nobody guesses a number of eight digits.
    rate: { limit: 20, seconds: 3600 },
  }),
  rate: operation('objections.rate', {
    summary: 'Whoever holds the number says once whether the answer will do.',
    callers: 'ANYONE',
    input: ObjectionRatingInput.extend(ByCode),
    output: z.object({}),
    errors: ['not_found', 'conflict'],
    rate: { limit: 20, seconds: 3600 },
  }),
};
