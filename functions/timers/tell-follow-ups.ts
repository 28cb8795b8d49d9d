import type { StaffRole } from '@shared/access';
import {
  addQuarters,
  CONFIRMERS,
  firstDayOfQuarter,
  lastDayOfQuarter,
  quarterDueOn,
  quarterOf,
} from '@shared/followups';
import { FOLLOWS_TOLD, type FollowsTold } from '@shared/messages';
import { findProfileInForce } from '../runtime/cases/case-store';
import type { Adapters, Ctx } from '../runtime/context';
import { asSystem } from '../runtime/system';
import * as sql from './follow-ups.sql';
import { tell } from './tell';
import { findServing } from './telling.sql';

/** What waits in a village: how many, by when, and a key under which it is told of once. */
interface Waiting {
  village: string;
  families: number;
  due_on: string;
  first: string;
}

/** New tasks and what families said, village by village; late tasks to the township as well. Gives how many were told of. */
export function tellFollowUps(adapters: Adapters, county: string, traceId: string): Promise<number> {
  return asSystem(adapters, county, traceId, async (ctx) => {
    const fresh = await ctx.db.rows(sql.tellTasks, [county, ctx.now]);
    for (const one of fresh) await tellOf(ctx, county, CONFIRMERS.VILLAGE, one, 'FOLLOW_TASKS', one.first);
    const late = await ctx.db.rows(sql.escalateTasks, [county, ctx.today, ctx.now]);
    for (const one of late)
      await tellOf(
        ctx,
        county,
        [...CONFIRMERS.VILLAGE, 'TOWN_CLERK'],
        one,
        'FOLLOW_LATE',
        `${one.first}-late`,
      );
    const said = await ctx.db.rows(sql.markChanges, [county, ctx.now]);
    for (const { state, ...one } of said)
      await tellOf(
        ctx,
        county,
        CONFIRMERS[state === 'TOLD' ? 'VILLAGE' : state],
        one,
        state === 'TOLD' ? 'FAMILY_CHANGED' : 'CHANGE_WAITS',
        `${one.first}-change`,
      );
    return [...fresh, ...late, ...said].reduce((sum, { families }) => sum + families, 0);
  });
}

/**
 * The sheet of a quarter: once when the quarter is over, once when it is late, to the village, and then to the township too
 * (domain.md 3.5). Nothing is closed by being late. Gives how many families it is about.
 */
export function remindQuarters(adapters: Adapters, county: string, traceId: string): Promise<number> {
  return asSystem(adapters, county, traceId, async (ctx) => {
    const profile = await findProfileInForce(ctx, county);
    if (profile === null || !profile.visits.quarterlyLedger) return 0;
    const quarter = addQuarters(quarterOf(ctx.today), -1);
    const dueOn = quarterDueOn(quarter);
    const isLate = dueOn < ctx.today;
    const level = isLate ? 'late' : 'over';
    // Families that came on the list after its end owe it not.
    const values = [county, `${quarter}-${level}`, quarter, lastDayOfQuarter(quarter), ctx.now];
    const owing = await ctx.db.rows(sql.markQuarters, values);
    for (const { village, families } of owing)
      await tellOf(
        ctx,
        county,
        isLate ? [...CONFIRMERS.VILLAGE, 'TOWN_CLERK'] : CONFIRMERS.VILLAGE,
        { village, families, due_on: dueOn, first: '' },
        isLate ? 'QUARTER_LATE' : 'QUARTER_OVER',
        `${village}-${firstDayOfQuarter(quarter)}-${level}`,
      );
    return owing.reduce((sum, { families }) => sum + families, 0);
  });
}

async function tellOf(
  ctx: Ctx,
  county: string,
  roles: readonly StaffRole[],
  { village, families, due_on }: Waiting,
  code: FollowsTold,
  key: string,
): Promise<void> {
  const serving = await ctx.db.rows(findServing, [county, roles, village, ctx.today, null]);
  await tell(ctx, county, {
    people: serving.map(({ person_id }) => person_id),
    key,
    at: ctx.now,
    title: FOLLOWS_TOLD[code].title(families),
    body: FOLLOWS_TOLD[code].body(due_on),
    opens: 'FOLLOWS',
    caseId: null,
    caseNo: '',
    code,
  });
}
