import { contract } from '@shared/contract';
import { handle } from '../runtime/use-case';
import { findLists } from './comparisons.sql';
import { listView } from './list';
import { comparerOf } from './who';

/** Lists of the county, or those that a department was sent: it looks into the county for this one question. */
export const lists = handle(contract.comparisons.lists, async (ctx) => {
  const comparer = comparerOf(ctx);
  const { county, departments } = comparer;
  const rows = await ctx.db.within(county, () => ctx.db.rows(findLists, [county, departments]));
  return { lists: rows.map((row) => listView(ctx, comparer, row)) };
});
