import { contract } from '@shared/contract';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import * as sql from './sessions.sql';

/** Where the caller is signed in, the latest first. Who comes over WeChat has no session there. */
export const sessions = handle(contract.accounts.sessions, async (ctx) => {
  const rows = await ctx.db.rows(sql.findSessions, [ctx.caller.personId, ctx.clock.wall()]);
  return {
    sessions: rows.map(({ id, device, created_at, expires_at }) => ({
      id,
      device,
      since: created_at,
      until: expires_at,
      here: ctx.session?.toString('hex').startsWith(id) ?? false,
    })),
  };
});

/** Ends one of the own sessions, on whatever it runs. */
export const endSession = handle(contract.accounts.endSession, async (ctx, { sessionId }) => {
  const ended = await ctx.db.write(sql.endOwnSession, [ctx.caller.personId, sessionId, ctx.clock.wall()]);
  if (ended === 0) throw new Failure('not_found', 'NOT_FOUND');
  return {};
});
