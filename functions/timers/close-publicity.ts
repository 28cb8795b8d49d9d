import { failureOf } from '../adapters';
import { findCase } from '../runtime/cases/case-store';
import { perform } from '../runtime/cases/on-case';
import type { Adapters } from '../runtime/context';
import { asSystem } from '../runtime/system';
import * as sql from './timers.sql';

/**
 * Closes every publicity whose last day is over, each case in a transaction of its own: one that cannot be closed is
 * reported and stops no other. Gives how many were closed.
 * @throws Error at the end when one failed
 */
export async function closePublicity(adapters: Adapters, county: string, traceId: string): Promise<number> {
  const waiting = await asSystem(adapters, county, traceId, (ctx) =>
    ctx.db.rows(sql.findPublicityOver, [county, ctx.today]),
  );
  let closed = 0;
  for (const { id } of waiting) {
    try {
      await asSystem(adapters, county, traceId, async (ctx) => {
        const loaded = await findCase(ctx, id);
        if (loaded === null) throw new Error('A case of the queue has no history');
        await perform(ctx, loaded, { type: 'closePublicity' });
      });
      closed += 1;
    } catch (error) {
      adapters.log.error({
        trace: traceId,
        operation: 'timers.closePublicity',
        status: 500,
        reason: id,
        failure: failureOf(error),
      });
    }
  }
  if (closed < waiting.length) throw new PartlyDone(closed);
  return closed;
}

/** Some of the work failed; `count` of it was done. */
export class PartlyDone extends Error {
  constructor(readonly count: number) {
    super('partly done');
    this.name = 'PartlyDone';
  }
}
