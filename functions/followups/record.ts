import { contract } from '@shared/contract';
import { FOLLOWERS } from '@shared/followups';
import type { Ctx } from '../runtime/context';
import { followUpsOf, writeFollowUp } from '../runtime/register/follow-up';
import type { Followed } from '../runtime/register/followed';
import { handle } from '../runtime/use-case';
import { settleTold } from './change';
import * as sql from './followups.sql';
import { getToWrite } from './hands';
import { taskView } from './views';

/** A visit of the month, or something that happened; by anybody of the staff who may know the family (domain.md 3.5). */
export const record = handle(contract.followups.record, async (ctx, { caseId, toldId, ...said }) => {
  const followed = await getToWrite(ctx, caseId, FOLLOWERS);
  const id = await writeFollowUp(ctx, followed, said, followed.role);
  if (toldId !== null) await settleTold(ctx, followed, toldId, said.words);
  const followUp = (await followUpsOf(ctx, followed.loaded.county, caseId)).find((one) => one.id === id);
  if (followUp === undefined) throw new Error('A follow-up that was written is not there');
  return { followUp, tasks: await openTasks(ctx, followed) };
});

/** What is left to be done for the family. */
export async function openTasks(ctx: Ctx, followed: Followed) {
  const rows = await ctx.db.rows(sql.findTasks, [followed.loaded.county, followed.loaded.case.id]);
  return rows.filter(({ done_at }) => done_at === null).map((row) => taskView(ctx, followed, row));
}
