import { contract } from '@shared/contract';
import { countyOfId } from '../adapters';
import { audit } from '../runtime/audit';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import * as sql from './notices.sql';
import { mayRemind, seenOf } from './overview';

/** A village has its board photographed sooner when its township asks; once a day for one notice, and written down. */
export const remind = handle(contract.notices.remind, async (ctx, { noticeId }) => {
  const { county, row } = await getAbove(ctx, noticeId);
  const { errand } = seenOf(ctx, row);
  if (errand === null) throw new Failure('conflict', 'NOTHING_TO_REMIND');
  const { personId } = ctx.caller;
  const written = await ctx.db.write(sql.insertReminder, [
    ...[county, noticeId, row.village, ctx.today],
    ...[errand, personId, ctx.now],
  ]);
  if (written === 0) throw new Failure('conflict', 'NOTICE_REMINDED');
  await audit(ctx, { what: 'NOTICE', caseId: noticeId, detail: `REMINDED_${errand}`, why: '' });
  return { notice: { ...seenOf(ctx, row), remindedToday: true } };
});

/**
 * A notice of a village below the caller's office, read in that office's scope.
 * @throws Failure not_found where the caller does not serve, forbidden for who serves there and is not above it
 */
async function getAbove(ctx: Ctx, noticeId: string): Promise<{ county: string; row: sql.OverviewRow }> {
  const county = countyOfId(noticeId);
  for (const scope of county === undefined ? [] : ctx.scopes) {
    await ctx.db.enter(scope);
    const row = await ctx.db.first(sql.findOverview, [county, scope, null, noticeId, 1]);
    if (row === undefined || county === undefined) continue;
    if (!mayRemind(ctx, row.village)) throw new Failure('forbidden', 'ROLE_MAY_NOT');
    return { county, row };
  }
  throw new Failure('not_found', 'NOT_FOUND');
}
