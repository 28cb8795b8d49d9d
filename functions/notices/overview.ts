import { addDays } from '@shared/calendar';
import { contract, type OutputOf } from '@shared/contract';
import { checkCode } from '@shared/publicity';
import { handle } from '../runtime/use-case';
import * as sql from './notices.sql';
import { summaryOf } from './read';

/** Days since its end for which a notice stands in the overview. */
const KEPT_DAYS = 30;

/** Everything that hangs, waits for its photo or has just ended where the caller serves: counts and days, no names. */
export const overview = handle(contract.notices.overview, async (ctx) => {
  const notices: OutputOf<typeof contract.notices.overview>['notices'] = [];
  for (const region of ctx.scopes) {
    await ctx.db.enter(region);
    const since = addDays(ctx.today, -KEPT_DAYS);
    for (const row of await ctx.db.rows(sql.findOverview, [region.slice(0, 6), region, since]))
      notices.push({
        ...summaryOf(row, ctx.today),
        village: row.village,
        villageName: row.village_name,
        startedAt: row.started_at,
        endPhotoAt: row.photographed_at,
        objected: row.objections,
        answered: row.answered,
        owes: row.owes,
        checkCode: checkCode(row.digest.toString('hex')),
      });
  }
  return { today: ctx.today, notices };
});
