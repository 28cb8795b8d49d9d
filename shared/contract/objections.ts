import { Id, ObjectionInput } from '@shared/casework';
import { z } from '@shared/zod';
import { operation } from './operation';

export const objections = {
  file: operation('objections.file', {
    summary: 'Object to one family of a running notice, with a name or without; no sign-in is needed.',
    callers: 'ANYONE',
    input: ObjectionInput.omit({ channel: true }).extend({
      noticeId: Id,
      /** Which row of the notice, from 0. */
      row: z.number().int().min(0).max(199),
    }),
    output: z.object({ objectionId: z.string(), answerDueOn: z.string() }),
    errors: ['not_found', 'conflict'],
    rate: { limit: 5, seconds: 3600 },
  }),
};
