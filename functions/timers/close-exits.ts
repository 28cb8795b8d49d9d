import { failureOf } from '../adapters';
import type { Adapters } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { findExit } from '../runtime/register/exit-store';
import { performExit } from '../runtime/register/on-exit';
import { findExitOver } from '../runtime/register/register.sql';
import { asSystem } from '../runtime/system';
import { PartlyDone } from './close-publicity';

/**
 * Hands on each elimination whose publicity is over, in a transaction of its own; one with an objection that waits for
 * its answer stays with the village. Gives how many went on.
 * @throws PartlyDone at the end when one failed
 */
export async function closeExits(adapters: Adapters, county: string, traceId: string): Promise<number> {
  const waiting = await asSystem(adapters, county, traceId, (ctx) =>
    ctx.db.rows(findExitOver, [county, ctx.today]),
  );
  let closed = 0;
  let failed = false;
  for (const { case_id: caseId } of waiting) {
    try {
      await asSystem(adapters, county, traceId, async (ctx) => {
        const loaded = await findExit(ctx, caseId);
        if (loaded !== null) await performExit(ctx, loaded, { type: 'closePublicity' });
      });
      closed += 1;
    } catch (error) {
      if (error instanceof Failure && error.code === 'conflict') continue;
      failed = true;
      adapters.log.error({
        trace: traceId,
        operation: 'timers.closeExits',
        status: 500,
        reason: caseId,
        failure: failureOf(error),
      });
    }
  }
  if (failed) throw new PartlyDone(closed);
  return closed;
}
