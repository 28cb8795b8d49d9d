import { contract } from '@shared/contract';
import { describe } from '../runtime/describe';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { findPerson, useLink } from './accounts.sql';
import { openSession } from './session';

const SESSION_DAYS = 30;
/** Whoever does not open it for two weeks signs in again. */
const IDLE_DAYS = 14;
const MS_PER_DAY = 86_400_000;

/** Exchanges a sign-in link for a session. */
export const signIn = handle(contract.accounts.signIn, async (ctx, { token }) => {
  const link = await ctx.db.first(useLink, [ctx.keys.tokenHash(token), ctx.clock.wall()]);
  const person = link && (await ctx.db.first(findPerson, [link.person_id]));
  if (person === undefined) throw new Failure('forbidden', 'LINK_INVALID');
  const lasts = { ms: SESSION_DAYS * MS_PER_DAY, idleMs: IDLE_DAYS * MS_PER_DAY };
  const { session, caller } = await openSession(ctx, person, lasts, '');
  return { session, me: await ctx.db.as(person.id, () => describe(ctx, caller)) };
});
