import type { contract, OutputOf } from '@shared/contract';
import type { Log } from '../adapters/log';
import type { Pipeline } from './pipeline';

/** The timer door: the one that may call the timers. Says in the log what was done. */
export async function runTick(pipeline: Pipeline, log: Log, trace?: string): Promise<void> {
  const { status, body } = await pipeline.invoke({
    operation: 'timers.tick',
    input: {},
    identity: { kind: 'system' },
    trace,
  });
  const failed =
    status === 200
      ? (body as OutputOf<typeof contract.timers.tick>).operations.filter((one) => one.status === 'FAILED')
      : [];
  for (const { name } of failed)
    log.error({ trace: trace ?? '', operation: `timers.${name}`, status: 500, reason: 'FAILED' });
}
