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
        z.object({ name: z.string(), status: z.enum(['OK', 'FAILED']), count: z.number() }),
      ),
    }),
  }),
};
