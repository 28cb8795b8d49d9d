import { contract } from '@shared/contract';
import { findSent, type JobRecord } from '../runtime/imports/imports.sql';
import { handle } from '../runtime/use-case';
import { jobView } from './job';

/** Tables that the caller sent in the counties where the caller serves, the last first; with what became of each. */
export const mine = handle(contract.imports.mine, async (ctx) => {
  const found: JobRecord[] = [];
  for (const county of new Set(ctx.caller.grants.map(({ region }) => region.slice(0, 6))))
    found.push(...(await ctx.db.rows(findSent, [county, ctx.caller.personId])));
  return { jobs: found.sort((a, b) => (a.created_at < b.created_at ? 1 : -1)).map(jobView) };
});
