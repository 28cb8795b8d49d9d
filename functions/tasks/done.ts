import { contract } from '@shared/contract';
import { countyOf } from '@shared/regions';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { countTry, findTask, finishTask } from './tasks.sql';
import { ownVillages } from './villages';

/**
 * Notes who told the family, when and how, or one more try when nobody was at home: then the errand stays. Who reported for the family may do it too: telling decides nothing.
 * @throws Failure conflict when another did it, or there is more to tell by now
 */
export const done = handle(contract.tasks.done, async (ctx, { taskId, items, how }) => {
  for (const village of ownVillages(ctx)) {
    const county = countyOf(village);
    await ctx.db.enter(village);
    const seen = [county, taskId, items, ctx.now];
    const written =
      how === 'NOBODY_HOME'
        ? await ctx.db.write(countTry, seen)
        : await ctx.db.write(finishTask, [...seen, ctx.caller.personId, how]);
    if (written === 1) return {};
    const found = await ctx.db.first(findTask, [county, taskId]);
    if (found !== undefined) throw new Failure('conflict', found.done ? 'TASK_DONE' : 'TASK_GREW');
  }
  throw new Failure('not_found', 'NOT_FOUND');
});
