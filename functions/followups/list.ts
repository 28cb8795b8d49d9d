import { contract } from '@shared/contract';
import {
  addQuarters,
  CONFIRMERS,
  dutiesOf,
  type FollowUpList,
  lastDayOfQuarter,
  quarterDueOn,
  quarterOf,
} from '@shared/followups';
import { findProfileInForce } from '../runtime/cases/case-store';
import type { Ctx } from '../runtime/context';
import { badCursor } from '../runtime/due-cursor';
import { handle } from '../runtime/use-case';
import { countFollowed, findFollowed, type ListRow } from './followups.sql';

/** Where a page ends: the village and the case of its last row. */
interface Cursor {
  village: string;
  caseId: string;
}

/** Families in the regions where the caller serves, village by village, with what is due for each (domain.md 3.5). */
export const list = handle(contract.followups.list, async (ctx, { list: which, cursor, limit }) => {
  const after = readCursor(cursor);
  const counts: Record<FollowUpList, number> = {
    ALL: 0,
    VISIT: 0,
    QUARTER: 0,
    LATE: 0,
    TASKS: 0,
    TOLD: 0,
    CONFIRM: 0,
  };
  const found: { row: ListRow; visits: { monthly: number; quarterlyLedger: boolean } }[] = [];
  for (const region of ctx.scopes) {
    await ctx.db.enter(region);
    const county = region.slice(0, 6);
    const profile = await findProfileInForce(ctx, county);
    const visits = profile?.visits ?? { monthly: 0, quarterlyLedger: false };
    const values = [
      county,
      region,
      ctx.caller.personId,
      ...daysOf(ctx.today, visits.quarterlyLedger),
      visits.monthly,
      levelsOf(ctx, region),
    ];
    const counted = await ctx.db.first(countFollowed, values);
    for (const key of Object.keys(counts) as FollowUpList[])
      counts[key] += counted?.[key.toLowerCase() as Lowercase<FollowUpList>] ?? 0;
    const rows = await ctx.db.rows(findFollowed, [...values, which, after.village, after.caseId, limit + 1]);
    found.push(...rows.map((row) => ({ row, visits })));
  }
  const keyOf = ({ row }: (typeof found)[number]) => `${row.village}${row.case_id}`;
  found.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const page = found.slice(0, limit);
  const last = page.at(-1)?.row;
  return {
    today: ctx.today,
    rows: page.map(({ row, visits }) => ({
      caseId: row.case_id,
      caseNo: row.case_no,
      headName: row.head_name,
      group: row.village_group,
      villageName: row.village_name,
      status: row.status,
      householdType: row.household_type,
      identifiedOn: row.identified_on,
      ...dutiesOf(
        { includedOn: row.identified_on, visitedOn: row.visits, quarters: row.quarters },
        { visits },
        ctx.today,
      ),
      tasks: row.tasks,
      taskDueOn: row.task_due,
      told: row.told,
      waits: row.waits,
    })),
    counts,
    next: found.length > limit && last !== undefined ? `${last.village}_${last.case_id}` : null,
  };
});

/** First day of the month; ends of the last quarter that is over and of the last that is late; today. */
function daysOf(today: string, keepsQuarters: boolean): string[] {
  const over = addQuarters(quarterOf(today), -1);
  const late = quarterDueOn(over) < today ? over : addQuarters(over, -1);
  // A county without sheets owes none: its last quarter ended before there was a list.
  const end = (quarter: string) => (keepsQuarters ? lastDayOfQuarter(quarter) : '2000-03-31');
  return [`${today.slice(0, 7)}-01`, end(over), end(late), today];
}

function levelsOf({ caller }: Ctx, region: string): string[] {
  const roles: readonly string[] = caller.grants
    .filter((grant) => region.startsWith(grant.region) || grant.region.startsWith(region))
    .map(({ role }) => role);
  return Object.entries(CONFIRMERS).flatMap(([level, some]) =>
    some.some((role) => roles.includes(role)) ? [level] : [],
  );
}

function readCursor(text: string): Cursor {
  if (text === '') return { village: '', caseId: '' };
  const [, village, caseId] = /^(\d{12})_([\w-]+)$/.exec(text) ?? [];
  if (village !== undefined && caseId !== undefined) return { village, caseId };
  throw badCursor();
}
