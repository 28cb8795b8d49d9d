import type { ImportKindName } from '@shared/contract';
import type { Adapters } from '../runtime/context';
import { callerOf } from '../runtime/identify';
import { advance } from '../runtime/imports/advance';
import { findJob, findOpenJobs } from '../runtime/imports/imports.sql';
import { KINDS } from '../runtime/imports/kinds';
import { scopesOf } from '../runtime/scopes';
import { asSystem } from '../runtime/system';

/** Slices of one job in one run: the rest waits for the next minute. */
const SLICES = 50;

/**
 * Goes on with jobs whose sender has gone away, as the sender and with the sender's grants of today. Gives how many
 * slices were done. Each slice is a transaction of its own; one that fails is undone and tried again next time.
 */
export async function runImports(adapters: Adapters, county: string, traceId: string): Promise<number> {
  const jobs = await asSystem(adapters, county, traceId, (ctx) => ctx.db.rows(findOpenJobs, [county]));
  let done = 0;
  for (const { id, owner_id, owner_name } of jobs)
    for (let slice = 0; slice < SLICES; slice += 1) {
      const left = await asSystem(adapters, county, traceId, async (ctx) => {
        const caller = await callerOf(adapters, ctx.db, { id: owner_id, name: owner_name });
        const job = await ctx.db.first(findJob, [county, id]);
        if (job?.state !== 'APPLYING') return false;
        await advance(
          { ...ctx, caller, scopes: scopesOf(caller) },
          KINDS[job.kind as ImportKindName],
          county,
          id,
        );
        done += 1;
        return true;
      });
      if (!left) break;
    }
  return done;
}
