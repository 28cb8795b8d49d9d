import { contract } from '@shared/contract';
import { handle } from '../runtime/use-case';
import { endSession } from './accounts.sql';

/** Ends this session; whoever came over WeChat has none to end. */
export const signOut = handle(contract.accounts.signOut, async (ctx) => {
  if (ctx.session !== null) await ctx.db.write(endSession, [ctx.session, ctx.clock.wall()]);
  return {};
});
