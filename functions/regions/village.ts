import { contract } from '@shared/contract';
import { countyOf } from '@shared/regions';
import { officesOf } from '../runtime/cases/answers';
import { findProfileInForce } from '../runtime/cases/case-store';
import { Failure } from '../runtime/failure';
import { fillsOf } from '../runtime/fills';
import { handle } from '../runtime/use-case';
import * as sql from './regions.sql';

/** The hotline of the whole country, for a county that has not set its own. */
const HOTLINE = '12317';

/** One village: where it lies and whom to call. */
export const village = handle(contract.regions.village, async (ctx, { code }) => {
  const line = await ctx.db.rows(sql.findLine, [code]);
  const nameOf = (level: sql.RegionRow['level']) => line.find((region) => region.level === level)?.name;
  const name = nameOf('VILLAGE');
  if (name === undefined) throw new Failure('not_found', 'VILLAGE_UNKNOWN');
  const profile = await findProfileInForce(ctx, countyOf(code));
  return {
    code,
    name,
    townName: nameOf('TOWN') ?? '',
    countyName: nameOf('COUNTY') ?? '',
    ...(await officesOf(ctx, code)),
    hotline: profile?.names.hotline ?? HOTLINE,
    fills: fillsOf(ctx, profile),
  };
});
