import type { Caller } from '@shared/access';
import { newToken } from '../adapters';
import type { Ctx } from '../runtime/context';
import { callerOf } from '../runtime/identify';
import { insertSession } from './accounts.sql';

/**
 * Opens a session. The token is told once; the database keeps its hash.
 * @param lasts how long it lasts, and how long without a call, in milliseconds
 * @param device what the person reads in the list of the own sessions
 */
export async function openSession(
  ctx: Ctx,
  person: { id: string; name: string },
  lasts: { ms: number; idleMs: number },
  device: string,
): Promise<{ session: string; caller: Caller }> {
  const now = ctx.clock.wall();
  const session = newToken();
  const expires = new Date(Date.parse(now) + lasts.ms).toISOString();
  const idle = Math.round(lasts.idleMs / 1000);
  await ctx.db.write(insertSession, [ctx.keys.tokenHash(session), person.id, now, expires, device, idle]);
  return { session, caller: await callerOf(ctx, ctx.db, person) };
}
