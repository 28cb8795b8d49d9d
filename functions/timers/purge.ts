import { addDays, startOfDay } from '@shared/calendar';
import type { Statement } from '../adapters';
import type { Adapters } from '../runtime/context';
import { asSystem } from '../runtime/system';
import * as sql from './timers.sql';

/** domain.md 6.4 */
const DRAFT_DAYS = 30;
const REQUEST_DAYS = 7;
const MS_PER_DAY = 86_400_000;

const remove = (adapters: Adapters, traceId: string, statement: Statement<unknown>, before: unknown) =>
  asSystem(adapters, null, traceId, (ctx) => ctx.db.write(statement, [before]));

/** Removes reports that nobody went on with for 30 days. */
export function purgeDrafts(adapters: Adapters, traceId: string): Promise<number> {
  return asSystem(adapters, null, traceId, (ctx) =>
    ctx.db.write(sql.purgeDrafts, [startOfDay(addDays(ctx.today, -DRAFT_DAYS))]),
  );
}

/** Lists and words for the board that nobody put up for as long: they may hold what must not be read. */
export function purgeNoticeDrafts(adapters: Adapters, county: string, traceId: string): Promise<number> {
  return asSystem(adapters, county, traceId, (ctx) =>
    ctx.db.write(sql.purgeNoticeDrafts, [county, startOfDay(addDays(ctx.today, -DRAFT_DAYS))]),
  );
}

/**
 * Done pieces of the outbox are the only trace of which message went out when: kept as long as network logs have to be
 * (网络安全法 Art. 21(3): not less than six months), then forgotten. What is set aside stays until a person settles it.
 */
const OUTBOX_DAYS = 184;

export function purgeOutbox(adapters: Adapters, county: string, traceId: string): Promise<number> {
  const before = new Date(Date.parse(adapters.clock.wall()) - OUTBOX_DAYS * MS_PER_DAY).toISOString();
  return asSystem(adapters, county, traceId, (ctx) => ctx.db.write(sql.purgeOutbox, [county, before]));
}

/** Removes first answers after seven days: no client tries for longer. */
export function purgeRequests(adapters: Adapters, traceId: string): Promise<number> {
  const before = Date.parse(adapters.clock.wall()) - REQUEST_DAYS * MS_PER_DAY;
  return remove(adapters, traceId, sql.purgeRequests, new Date(before).toISOString());
}

/** Removes sessions, links and codes of desks that are over, and counters of windows that are. */
export async function purgeSessions(adapters: Adapters, traceId: string): Promise<number> {
  const wall = adapters.clock.wall();
  const sessions = await remove(adapters, traceId, sql.purgeSessions, wall);
  const links = await remove(adapters, traceId, sql.purgeLinks, wall);
  await remove(adapters, traceId, sql.purgeCounters, Math.floor(Date.parse(wall) / 1000));
  const desks = await remove(adapters, traceId, sql.purgeDesks, wall);
  return sessions + links + desks;
}
