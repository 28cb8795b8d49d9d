import { contract } from '@shared/contract';
import { handle } from '../runtime/use-case';
import * as sql from './regions.sql';

/** Regions directly below a code; `root` gives the counties served here. */
export const children = handle(contract.regions.children, async (ctx, { code }) => ({
  regions: code === 'root' ? await ctx.db.rows(sql.findServed) : await ctx.db.rows(sql.findChildren, [code]),
}));
