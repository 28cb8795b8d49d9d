import type { Adapters } from '../runtime/context';
import { countWaiting } from '../runtime/outbox.sql';
import { asSystem } from '../runtime/system';
import { findCounties, findRuns, noteRuns } from './timers.sql';

interface Ran {
  name: string;
  status: 'OK' | 'FAILED';
  count: number;
}

/** Notes what went well in this run; gives each operation with when it last did. */
export function withLastOk(adapters: Adapters, traceId: string, reports: readonly Ran[]) {
  return asSystem(adapters, null, traceId, async (ctx) => {
    // Two timers at once write the same names: always in the same order.
    const well = reports.filter(({ status }) => status === 'OK').map(({ name }) => name);
    await ctx.db.write(noteRuns, [well.sort(), ctx.clock.wall()]);
    const known = new Map((await ctx.db.rows(findRuns)).map((run) => [run.name, run.last_ok_at]));
    return reports.map((report) => ({ ...report, lastOkAt: known.get(report.name) ?? null }));
  });
}

/** What waits and what stands still, of all counties. */
export async function outboxFigures(adapters: Adapters, traceId: string) {
  const all = { waiting: 0, dead: 0, unknown: 0, oldestSeconds: 0 };
  const counties = await asSystem(adapters, null, traceId, (ctx) => ctx.db.rows(findCounties));
  for (const { county } of counties) {
    const found = await asSystem(adapters, county, traceId, (ctx) =>
      ctx.db.first(countWaiting, [county, ctx.clock.wall()]),
    );
    all.waiting += found?.waiting ?? 0;
    all.dead += found?.dead ?? 0;
    all.unknown += found?.unknown ?? 0;
    all.oldestSeconds = Math.max(all.oldestSeconds, found?.oldest ?? 0);
  }
  return all;
}
