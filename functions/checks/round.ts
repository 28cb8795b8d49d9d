import { CHECK_ACTIONS, extendFault, withdrawFault } from '@shared/checks';
import { clueRole } from '@shared/clues';
import { contract } from '@shared/contract';
import { covers } from '@shared/regions';
import { countyOfId } from '../adapters';
import { audit } from '../runtime/audit';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import * as sql from './checks.sql';
import { readableScopes, roundPage, roundWordsAt, soFar } from './view';
import { refuse } from './work';

/** Puts off the last day of a round, also when it has passed; what it was stays on record, with the reason. */
export const extend = handle(contract.checks.extend, async (ctx, { roundId, lastDay, reason }) => {
  const row = await hold(ctx, roundId, 'extend');
  refuse(extendFault(soFar(row), lastDay));
  const { county, region, last_day: was } = row;
  const number = ((await ctx.db.first(sql.countExtensions, [county, roundId]))?.times ?? 0) + 1;
  const { keyId, bytes } = ctx.keys.seal(reason, roundWordsAt(county, roundId, number));
  const { personId } = ctx.caller;
  await ctx.db.write(sql.extendRound, [county, roundId, lastDay]);
  await ctx.db.write(sql.insertExtension, [
    ...[county, roundId, number, region, was, lastDay, personId, ctx.now, keyId, bytes],
  ]);
  return done(ctx, row, `EXTENDED ${was} ${lastDay}`);
});

/** Withdraws a round that was opened by mistake, while nobody has been anywhere. It stays to be read, and counts nowhere. */
export const withdraw = handle(contract.checks.withdraw, async (ctx, { roundId, reason }) => {
  const row = await hold(ctx, roundId, 'withdraw');
  refuse(withdrawFault(soFar(row)));
  const { keyId, bytes } = ctx.keys.seal(reason, roundWordsAt(row.county, roundId, 'WITHDRAWN'));
  const values = [row.county, roundId, ctx.caller.personId, ctx.now, keyId, bytes];
  await ctx.db.write(sql.withdrawRound, values);
  return done(ctx, row, 'WITHDRAWN');
});

type Held = sql.RoundRow & { county: string };

/**
 * A round with all of its villages, held until this call ends, for whoever serves above all of it.
 * @throws Failure not_found for who does not read it, forbidden for who reads it and may not do this
 */
async function hold(ctx: Ctx, roundId: string, action: 'extend' | 'withdraw'): Promise<Held> {
  const county = countyOfId(roundId);
  for (const scope of county === undefined ? [] : readableScopes(ctx)) {
    await ctx.db.enter(scope);
    const found = await ctx.db.first(sql.findRound, [county, roundId]);
    if (county === undefined || found === undefined) continue;
    const role = clueRole(ctx.caller, found.region, CHECK_ACTIONS[action]);
    if (role === undefined || !covers(scope, found.region)) throw new Failure('forbidden', 'ROLE_MAY_NOT');
    await ctx.db.rows(sql.lockRound, [county, roundId]);
    const row = await ctx.db.first(sql.findRound, [county, roundId]);
    if (row !== undefined) return { ...row, county };
  }
  throw new Failure('not_found', 'NOT_FOUND');
}

/** Written down, and the round as it stands now. */
async function done(ctx: Ctx, { county, id }: Held, what: string) {
  await audit(ctx, { what: 'BULK', caseId: id, detail: `CHECK_${what}`, why: '' });
  const row = await ctx.db.first(sql.findRound, [county, id]);
  if (row === undefined) throw new Failure('not_found', 'NOT_FOUND');
  return { round: await roundPage(ctx, row) };
}
