import { addMonths, earlier } from '@shared/calendar';
import { observationErrand } from '@shared/messages/elimination';
import { findCase } from '../runtime/cases/case-store';
import type { Adapters } from '../runtime/context';
import { findExit } from '../runtime/register/exit-store';
import { fillEntry, findObserved, findUntyped } from '../runtime/register/register.sql';
import { asSystem } from '../runtime/system';
import { addTask } from './add-task';
import { give } from './reminding.sql';

/**
 * Once a month each family whose risk was marked as gone is an errand of its village, for as long as the county says
 * (domain.md 3.6, observation visits). Gives how many.
 */
export function observe(adapters: Adapters, county: string, traceId: string): Promise<number> {
  return asSystem(adapters, county, traceId, async (ctx) => {
    const month = ctx.today.slice(0, 7);
    const rows = await ctx.db.rows(findObserved, [county, ctx.today]);
    for (const { case_id: caseId } of rows) {
      const found = await findExit(ctx, caseId);
      if (found === null) continue;
      const { case: c } = found.loaded;
      await ctx.db.write(give, [county, caseId, `observe:${month}`, c.village, ctx.now]);
      const dueOn = earlier(
        addMonths(`${month}-01`, 1),
        found.exit.mark?.observeUntil ?? addMonths(`${month}-01`, 1),
      );
      const item = observationErrand(month);
      await addTask(ctx, county, c, { kind: 'VISIT', key: `observe-${month}`, item, dueOn, at: ctx.now });
    }
    return rows.length;
  });
}

/** Entries of before the register get what only their case can say. Gives how many. */
export function fillRegister(adapters: Adapters, county: string, traceId: string): Promise<number> {
  return asSystem(adapters, county, traceId, async (ctx) => {
    const rows = await ctx.db.rows(findUntyped, [county]);
    for (const { case_id: caseId } of rows) {
      const decision = (await findCase(ctx, caseId))?.case.decision;
      if (decision) await ctx.db.write(fillEntry, [county, caseId, decision.householdType, decision.risks]);
    }
    return rows.length;
  });
}
