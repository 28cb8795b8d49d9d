import type { Caller } from '@shared/access';
import type { Me } from '@shared/contract';
import { codeOf } from '@shared/regions';
import type { Ctx } from './context';
import { findFrontVillage, findRegionNames } from './villages.sql';

/** The person as the screens need to know it. */
export async function describe(ctx: Ctx, caller: Caller): Promise<Me> {
  if (caller.kind !== 'PERSON') return { personId: '', name: '', signedIn: false, grants: [], village: null };
  const regions = caller.grants.map((grant) => codeOf(grant.region));
  const names = regions.length === 0 ? [] : await ctx.db.rows(findRegionNames, [regions]);
  const village = await ctx.db.first(findFrontVillage, [caller.personId]);
  return {
    personId: caller.personId,
    name: caller.name,
    signedIn: true,
    grants: caller.grants.map(({ role, region, department, onBehalfOf }) => ({
      role,
      region,
      regionName: names.find(({ code }) => code === codeOf(region))?.name ?? '',
      ...(department != null && { department }),
      ...(onBehalfOf !== undefined && { onBehalfOf: onBehalfOf.name }),
    })),
    village: village === undefined ? null : { code: village.village, bound: village.bound },
  };
}
