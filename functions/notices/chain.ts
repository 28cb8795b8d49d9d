import { COUNTY_KEEPERS, type StaffRole } from '@shared/access';
import { contract } from '@shared/contract';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import * as sql from './notices.sql';

const KEEPERS: readonly StaffRole[] = COUNTY_KEEPERS;

/** What the walk over the chain found, for whoever keeps the county's system. @throws Failure forbidden to anybody else */
export const chain = handle(contract.notices.chain, async (ctx) => {
  const kept = ctx.caller.grants.filter(({ role, region }) => KEEPERS.includes(role) && region.length === 6);
  if (kept.length === 0) throw new Failure('forbidden', 'ROLE_MAY_NOT');
  const counties = [];
  for (const county of [...new Set(kept.map(({ region }) => region))].sort()) {
    await ctx.db.enter(county);
    const walk = await ctx.db.first(sql.findChainWalk, [county]);
    const faults = await ctx.db.rows(sql.findChainFaults, [county]);
    counties.push({
      county,
      checkedAt: walk?.finished_at ?? null,
      notices: walk?.at_seq ?? 0,
      faults: faults.map(({ seq, kind, village_name, found_at, seen_on }) => ({
        seq,
        kind,
        villageName: village_name ?? '',
        foundAt: found_at,
        stands: walk !== undefined && seen_on >= walk.round_on,
      })),
    });
  }
  return { counties };
});
