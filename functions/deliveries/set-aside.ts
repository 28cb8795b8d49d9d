import { contract } from '@shared/contract';
import { Failure } from '../runtime/failure';
import { countWaiting } from '../runtime/outbox.sql';
import { handle } from '../runtime/use-case';
import { findSetAside, findTimers } from './deliveries.sql';
import { keptCounties } from './keepers';

/** What stands still, the oldest first, by kind and code alone. @throws Failure forbidden to everybody but the keepers */
export const setAside = handle(contract.deliveries.setAside, async (ctx) => {
  const counties = keptCounties(ctx);
  if (counties.length === 0) throw new Failure('forbidden', 'ROLE_MAY_NOT');
  const rows = [];
  let waiting = 0;
  let oldestSeconds = 0;
  for (const county of counties) {
    await ctx.db.enter(county);
    const found = await ctx.db.rows(findSetAside, [county]);
    rows.push(
      ...found.map((row) => ({
        county,
        id: row.id,
        kind: row.kind,
        stands: row.dead ? ('DEAD' as const) : ('UNKNOWN' as const),
        outcome: row.outcome ?? '',
        attempts: row.attempts,
        since: row.since,
      })),
    );
    const counted = await ctx.db.first(countWaiting, [county, ctx.clock.wall()]);
    waiting += counted?.waiting ?? 0;
    oldestSeconds = Math.max(oldestSeconds, counted?.oldest ?? 0);
  }
  const timers = await ctx.db.rows(findTimers);
  return {
    waiting,
    oldestSeconds,
    rows,
    timers: timers.map(({ name, last_ok_at }) => ({ name, lastOkAt: last_ok_at })),
  };
});
