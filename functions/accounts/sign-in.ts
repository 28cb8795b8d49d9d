import { contract } from '@shared/contract';
import { newToken } from '../adapters';
import { Failure } from '../runtime/failure';
import { callerOf } from '../runtime/identify';
import { handle } from '../runtime/use-case';
import { findPerson, insertSession, useLink } from './accounts.sql';
import { describe } from './me';

const SESSION_DAYS = 30;
const MS_PER_DAY = 86_400_000;

/** Exchanges a sign-in link for a session. The token is told once; the database keeps its hash. */
export const signIn = handle(contract.accounts.signIn, async (ctx, { token }) => {
  const now = ctx.clock.wall();
  const link = await ctx.db.first(useLink, [ctx.keys.tokenHash(token), now]);
  const person = link && (await ctx.db.first(findPerson, [link.person_id]));
  if (person === undefined) throw new Failure('forbidden', 'LINK_INVALID');
  const session = newToken();
  const expires = new Date(Date.parse(now) + SESSION_DAYS * MS_PER_DAY).toISOString();
  await ctx.db.write(insertSession, [ctx.keys.tokenHash(session), person.id, now, expires]);
  const caller = await callerOf(ctx, ctx.db, person);
  return { session, me: await ctx.db.as(person.id, () => describe(ctx, caller)) };
});
