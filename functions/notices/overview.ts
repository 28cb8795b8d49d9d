import type { StaffRole } from '@shared/access';
import { addDays } from '@shared/calendar';
import { contract, type OutputOf } from '@shared/contract';
import { checkCode } from '@shared/publicity';
import { boardErrand } from '@shared/publicity/errand';
import { covers } from '@shared/regions';
import type { Ctx } from '../runtime/context';
import { handle } from '../runtime/use-case';
import * as sql from './notices.sql';
import { summaryOf } from './read';

/** Days since its end for which a notice stands in the overview. */
const KEPT_DAYS = 30;
/** So many of one region are read at once; the rest is counted. */
const AT_ONCE = 200;

export type NoticeSeen = OutputOf<typeof contract.notices.overview>['notices'][number];

const REMINDERS: readonly StaffRole[] = ['TOWN_CLERK', 'TOWN_LEADER', 'COUNTY_CLERK', 'COUNTY_LEADER'];

/** Whether the caller's office stands above that village and may remind it of its board. */
export const mayRemind = (ctx: Ctx, village: string): boolean =>
  ctx.caller.grants.some(({ role, region }) => REMINDERS.includes(role) && covers(region, village));

/** Everything that hangs, waits for its photo or has just ended where the caller serves: counts and days, no names. */
export const overview = handle(contract.notices.overview, async (ctx) => ({
  today: ctx.today,
  ...(await seenBy(ctx)),
}));

/** The notices of all places where the caller serves, and how many more there are than were read. */
export async function seenBy(ctx: Ctx): Promise<{ notices: NoticeSeen[]; more: number }> {
  const notices: NoticeSeen[] = [];
  let more = 0;
  for (const region of ctx.scopes) {
    await ctx.db.enter(region);
    const since = addDays(ctx.today, -KEPT_DAYS);
    const rows = await ctx.db.rows(sql.findOverview, [region.slice(0, 6), region, since, null, AT_ONCE]);
    notices.push(...rows.map((row) => seenOf(ctx, row)));
    more += (rows[0]?.total ?? 0) - rows.length;
  }
  return { notices, more };
}

/** What the overview says of one notice, read in a scope that covers it. */
export function seenOf(ctx: Ctx, row: sql.OverviewRow): NoticeSeen {
  const summary = summaryOf(row, ctx.today);
  const board = { endPhotoAt: row.photographed_at, owes: row.owes };
  return {
    ...summary,
    ...board,
    village: row.village,
    villageName: row.village_name,
    startedAt: row.started_at,
    objected: row.objections,
    answered: row.answered,
    mended: row.mended,
    errand: boardErrand({ ...summary, ...board }),
    mayRemind: mayRemind(ctx, row.village),
    remindedToday: row.reminded_on === ctx.today,
    checkCode: checkCode(row.digest.toString('hex')),
  };
}
