import { timingSafeEqual } from 'node:crypto';
import { contract } from '@shared/contract';
import { countyOf } from '@shared/regions';
import { describe } from '../runtime/describe';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import * as sql from './accounts.sql';

/** Puts a village on the front page. The code from its board binds: names on its notices are for those who live there. */
export const chooseVillage = handle(contract.accounts.chooseVillage, async (ctx, { village, boardCode }) => {
  const known = await ctx.db.first(sql.findVillageName, [village]);
  if (known === undefined) throw new Failure('not_found', 'VILLAGE_UNKNOWN');
  if (boardCode !== '' && !isEqual(boardCode.toLowerCase(), ctx.keys.boardCode(village)))
    throw new Failure('forbidden', 'VILLAGE_CODE_INVALID');
  const { personId } = ctx.caller;
  await ctx.db.write(sql.chooseVillage, [countyOf(village), personId, village, boardCode !== '', ctx.now]);
  return describe(ctx, ctx.caller);
});

function isEqual(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
