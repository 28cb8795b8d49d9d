import { SYSTEM_CALLER } from '@shared/access';
import { localDate } from '@shared/calendar';
import type { Adapters, Ctx } from './context';

/** Runs work of the timers in one transaction, over one county. Nobody else may be the system. */
export function asSystem<T>(
  adapters: Adapters,
  county: string | null,
  traceId: string,
  work: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  return adapters.database.transaction({ region: county, person: 'system' }, (db) => {
    const now = adapters.clock.now();
    return work({
      caller: SYSTEM_CALLER,
      scopes: county === null ? [] : [county],
      session: null,
      now,
      today: localDate(now),
      operation: 'timers.tick',
      traceId,
      requestId: null,
      db,
      keys: adapters.keys,
      objects: adapters.objects,
      push: adapters.push,
      printer: adapters.printer,
      site: adapters.site,
      clock: adapters.clock,
      wechat: adapters.wechat,
      local: adapters.local,
    });
  });
}
