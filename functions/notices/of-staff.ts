import type { StaffRole } from '@shared/access';
import { covers } from '@shared/regions';
import { countyOfId } from '../adapters';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import * as sql from './notices.sql';

/** Who works at a village's board: its own people, and the township that announces there (domain.md 6.1). */
const BOARD_WORKERS: readonly StaffRole[] = ['GRID', 'VILLAGE', 'TASKFORCE', 'TOWN_CLERK', 'TOWN_LEADER'];

export const worksAtBoard = (ctx: Ctx, village: string): boolean =>
  ctx.caller.grants.some(({ role, region }) => BOARD_WORKERS.includes(role) && covers(region, village));

/**
 * A notice for those who print, hang and photograph it, read in their own scope.
 * @throws Failure not_found for whoever does not serve there, forbidden for who serves there and does none of that
 */
export async function getForBoard(ctx: Ctx, noticeId: string): Promise<sql.NoticeRow> {
  const county = countyOfId(noticeId);
  for (const scope of county === undefined ? [] : ctx.scopes) {
    await ctx.db.enter(scope);
    const row = await ctx.db.first(sql.findNotice, [county, noticeId]);
    if (row === undefined || !covers(scope, row.village)) continue;
    if (!worksAtBoard(ctx, row.village)) throw new Failure('forbidden', 'ROLE_MAY_NOT');
    return row;
  }
  throw new Failure('not_found', 'NOT_FOUND');
}
