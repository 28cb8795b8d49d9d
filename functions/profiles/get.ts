import { contract } from '@shared/contract';
import { fillIn } from '@shared/procedure';
import { findProfile } from '../runtime/cases/cases.sql';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { enterCounty } from './county';

/** One version, whole, with what it does not say itself and the system filled in. */
export const get = handle(contract.profiles.get, async (ctx, { county, code, version }) => {
  await enterCounty(ctx, county);
  const row = await ctx.db.first(findProfile, [county, code, version]);
  if (row === undefined) throw new Failure('not_found', 'NOT_FOUND');
  return fillIn(row.doc);
});
