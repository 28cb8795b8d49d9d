import { z } from '@shared/zod';
import { operation } from './operation';

/** Called by the timer door alone; no HTTP or CloudBase client can reach it. */
export const timers = {
  tick: operation('timers.tick', {
    summary: 'Close what has run out, send what waits: resumable, idempotent, one county after another.',
    callers: 'SYSTEM',
    input: z.object({}),
    output: z.object({
      operations: z.array(
        z.object({
          name: z.string(),
          status: z.enum(['OK', 'FAILED']),
          count: z.number(),
          /** When it last went well; null when it never did. */
          lastOkAt: z.string().nullable(),
        }),
      ),
      /** Of all counties, after this run: what waits, what was set aside, what nobody knows of, the longest wait. */
      outbox: z.object({
        waiting: z.number(),
        dead: z.number(),
        unknown: z.number(),
        oldestSeconds: z.number(),
      }),
    }),
  }),
};
