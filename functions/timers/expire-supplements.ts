import { failureOf } from '../adapters';
import { findCase } from '../runtime/cases/case-store';
import { perform } from '../runtime/cases/on-case';
import type { Adapters } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { asSystem } from '../runtime/system';
import { PartlyDone } from './close-publicity';
import * as sql from './timers.sql';

/**
 * Lets cases lapse whose days for papers are over and whose family a person has reminded (domain.md 3.1, 17); the others
 * stay open, red, and on the village's desk. Gives how many lapsed.
 * @throws Error at the end when one failed
 */
export async function expireSupplements(
  adapters: Adapters,
  county: string,
  traceId: string,
): Promise<number> {
  const waiting = await asSystem(adapters, county, traceId, (ctx) =>
    ctx.db.rows(sql.findSupplementOver, [county, ctx.today]),
  );
  let lapsed = 0;
  let failed = false;
  for (const { id } of waiting) {
    try {
      await asSystem(adapters, county, traceId, async (ctx) => {
        const loaded = await findCase(ctx, id);
        if (loaded !== null) await perform(ctx, loaded, { type: 'expireSupplement' });
      });
      lapsed += 1;
    } catch (error) {
      // Nobody has reminded the family, or it wants to withdraw: the case waits for a person.
      if (error instanceof Failure && error.code === 'conflict') continue;
      failed = true;
      adapters.log.error({
        trace: traceId,
        operation: 'timers.expireSupplements',
        status: 500,
        reason: id,
        failure: failureOf(error),
      });
    }
  }
  if (failed) throw new PartlyDone(lapsed);
  return lapsed;
}
