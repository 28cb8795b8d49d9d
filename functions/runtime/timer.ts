import type { contract, OutputOf } from '@shared/contract';
import type { Log } from '../adapters/log';
import type { Pipeline } from './pipeline';

/** The timer door: the one that may call the timers. Says in the log what failed, what waits and what stands still. */
export async function runTick(pipeline: Pipeline, log: Log, trace = ''): Promise<void> {
  const { status, body } = await pipeline.invoke({
    operation: 'timers.tick',
    input: {},
    identity: { kind: 'system' },
    ...(trace !== '' && { trace }),
  });
  if (status !== 200) return;
  const { operations, outbox } = body as OutputOf<typeof contract.timers.tick>;
  for (const { name, status: went, lastOkAt } of operations)
    if (went === 'FAILED')
      log.error({ trace, operation: `timers.${name}`, status: 500, reason: 'FAILED', lastOkAt });
  const standing = { trace, operation: 'timers.outbox', status: 200, figures: outbox };
  if (outbox.dead > 0) log.error({ ...standing, reason: 'SET_ASIDE' });
  else log.info(standing);
}
