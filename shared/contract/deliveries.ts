import { requiredWords } from '@shared/casework';
import { z } from '@shared/zod';
import { operation } from './operation';

const said = z.object({
  county: z.string().regex(/^\d{6}$/, { error: 'INVALID' }),
  deliveryId: z.coerce.number().int().min(1),
  reason: requiredWords(200),
});

/** What could not be told to people: looked after by whoever keeps the system running, without reading what was told. */
export const deliveries = {
  setAside: operation('deliveries.setAside', {
    summary:
      'Messages that were set aside or of which nobody knows whether they arrived, with codes only; and when each timer last went well.',
    callers: 'STAFF',
    input: z.object({}),
    output: z.object({
      waiting: z.number(),
      /** The longest that one waits past its time. */
      oldestSeconds: z.number(),
      rows: z.array(
        z.object({
          county: z.string(),
          id: z.number(),
          kind: z.string(),
          /** DEAD: tried for the last time; UNKNOWN: nobody knows whether the phone rang. */
          stands: z.enum(['DEAD', 'UNKNOWN']),
          outcome: z.string(),
          attempts: z.number(),
          since: z.string(),
        }),
      ),
      timers: z.array(z.object({ name: z.string(), lastOkAt: z.string() })),
    }),
  }),
  retry: operation('deliveries.retry', {
    summary: 'Try one once more from the beginning; who wanted it and why is written down.',
    callers: 'STAFF',
    input: said,
    output: z.object({}),
    errors: ['not_found'],
  }),
  giveUp: operation('deliveries.giveUp', {
    summary: 'Give one up for good, with a reason that is kept.',
    callers: 'STAFF',
    input: said,
    output: z.object({}),
    errors: ['not_found'],
  }),
};
