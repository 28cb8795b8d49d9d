import { contract } from '@shared/contract';
import { FOLLOWERS } from '@shared/followups';
import { countyOfId } from '../adapters';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { sealRecord } from '../runtime/register/sealed';
import { handle } from '../runtime/use-case';
import * as sql from './followups.sql';
import { handOf, openCase, withFacts } from './hands';
import { taskView } from './views';

/** What was done about a task, in words. @throws Failure conflict when another did it */
export const taskDone = handle(contract.followups.taskDone, async (ctx, { taskId, words }) => {
  const county = countyOfId(taskId);
  const found = county === undefined ? undefined : await findInScopes(ctx, county, taskId);
  if (found === undefined) throw new Failure('not_found', 'NOT_FOUND');
  const opened = await openCase(ctx, found.case_id);
  if (handOf(ctx, opened, FOLLOWERS) === null) throw new Failure('forbidden', 'ROLE_MAY_NOT');
  const { keyId, bytes } = sealRecord(ctx, 'task-answer', taskId, { words });
  if (
    (await ctx.db.write(sql.finishTask, [county, taskId, ctx.now, ctx.caller.personId, keyId, bytes])) === 0
  )
    throw new Failure('conflict', 'TASK_DONE');
  const row = await ctx.db.first(sql.findTask, [county, taskId]);
  return { task: taskView(ctx, await withFacts(ctx, opened), row ?? found) };
});

async function findInScopes(ctx: Ctx, county: string, id: string): Promise<sql.TaskRow | undefined> {
  for (const region of ctx.scopes.filter((scope) => scope.startsWith(county))) {
    await ctx.db.enter(region);
    const row = await ctx.db.first(sql.findTask, [county, id]);
    if (row !== undefined) return row;
  }
  // Who serves no region sees those of the families that are helped now.
  return ctx.db.first(sql.findTask, [county, id]);
}
