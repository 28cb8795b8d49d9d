import type { CaseState } from '@shared/casework';
import { STAFF_TOLD } from '@shared/messages';
import type { Adapters } from '../runtime/context';
import { asSystem } from '../runtime/system';
import { escalateTasks as escalate } from './reminding.sql';
import { tell } from './tell';
import { findServing } from './telling.sql';

/** Errands past their day go to the village, once each; the grid member keeps them too. Gives how many. */
export function escalateTasks(adapters: Adapters, county: string, traceId: string): Promise<number> {
  return asSystem(adapters, county, traceId, async (ctx) => {
    const late = await ctx.db.rows(escalate, [county, ctx.today, ctx.now]);
    for (const task of late) {
      const serving = await ctx.db.rows(findServing, [county, ['VILLAGE'], task.village, ctx.today, null]);
      const facts = { headName: task.head_name, state: task.state as CaseState, dueOn: null };
      await tell(ctx, county, {
        people: serving.map(({ person_id }) => person_id),
        key: `${task.id}-late`,
        at: ctx.now,
        title: STAFF_TOLD.TASK_LATE.title(facts),
        body: STAFF_TOLD.TASK_LATE.body(),
        opens: 'TASKS',
        caseId: task.case_id,
        caseNo: task.case_no,
        code: 'TASK_LATE',
      });
    }
    return late.length;
  });
}
