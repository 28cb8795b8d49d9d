import { contract } from '@shared/contract';
import { countyOf } from '@shared/regions';
import { handle } from '../runtime/use-case';
import { findTasks } from './tasks.sql';
import { ownVillages } from './villages';

/** Errands of the caller's own villages, the most urgent first. */
export const list = handle(contract.tasks.list, async (ctx) => {
  const tasks = [];
  for (const village of ownVillages(ctx)) {
    await ctx.db.enter(village);
    tasks.push(...(await ctx.db.rows(findTasks, [countyOf(village), village])));
  }
  tasks.sort((a, b) => (a.due_on < b.due_on ? -1 : a.due_on > b.due_on ? 1 : 0));
  return {
    tasks: tasks.map((row) => ({
      id: row.id,
      kind: row.kind,
      caseId: row.case_id,
      headName: row.head_name,
      group: row.village_group,
      villageName: row.village_name,
      items: row.items,
      dueOn: row.due_on,
      late: row.due_on < ctx.today,
      tries: row.tries,
      triedOn: row.tried_on,
    })),
  };
});
