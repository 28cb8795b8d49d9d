import type { StaffRole } from '@shared/access';
import { addDays } from '@shared/calendar';
import { ROW_ANSWERED, ROW_TOLD, type RowAnswered, type RowTold } from '@shared/messages';
import { findCaseIn } from '../runtime/cases/case-store';
import type { Adapters, Ctx } from '../runtime/context';
import { asSystem } from '../runtime/system';
import { addTask } from './add-task';
import * as sql from './row-requests.sql';
import { tell } from './tell';
import { findServing } from './telling.sql';

/** Who sees to it, and to whom it rises when it is late. */
const TOLD: Record<RowTold, readonly StaffRole[]> = {
  ROW_ASKED: ['VILLAGE', 'TOWN_CLERK'],
  ROW_FREEZE_LATE: ['VILLAGE', 'TOWN_CLERK', 'TOWN_LEADER', 'COUNTY_CLERK'],
  ROW_DECIDE_LATE: ['TOWN_CLERK', 'TOWN_LEADER', 'COUNTY_CLERK', 'COUNTY_LEADER'],
};
/** Natural days in which somebody tells a person who has no account. */
const TELL_DAYS = 1;

/**
 * Tells the offices of wishes about rows and of what is late of them, and the person of what was done and decided. Gives how
 * many things were told.
 */
export function rowRequests(adapters: Adapters, county: string, traceId: string): Promise<number> {
  return asSystem(adapters, county, traceId, async (ctx) => {
    const rows = await ctx.db.rows(sql.takeRowNews, [county, ctx.today]);
    for (const row of rows)
      for (const code of row.news)
        if (code in ROW_TOLD) await tellOffice(ctx, county, row, code as RowTold);
        else await tellPerson(ctx, county, row, code as RowAnswered);
    return rows.reduce((sum, { news }) => sum + news.length, 0);
  });
}

async function tellOffice(ctx: Ctx, county: string, row: sql.RowNews, code: RowTold): Promise<void> {
  const serving = await ctx.db.rows(findServing, [county, TOLD[code], row.village, ctx.today, row.case_id]);
  await tell(ctx, county, {
    people: serving.map(({ person_id }) => person_id),
    key: `${row.id}-${code}`,
    at: ctx.now,
    title: ROW_TOLD[code].title(row.village_name),
    body: ROW_TOLD[code].body(row.freeze_due_on),
    opens: 'ROWS',
    caseId: null,
    caseNo: '',
    code,
  });
}

/** Whoever asked; a family for which staff asked reads it too, and is visited where it has no account. */
async function tellPerson(ctx: Ctx, county: string, row: sql.RowNews, code: RowAnswered): Promise<void> {
  const family = row.case_id === null ? [] : await ctx.db.rows(sql.findFamily, [county, row.case_id]);
  const people = new Set(family.map(({ person_id }) => person_id));
  if (row.person_id !== null) people.add(row.person_id);
  const { title, body } = ROW_ANSWERED[code];
  await tell(ctx, county, {
    people: [...people],
    key: `${row.id}-${code}`,
    at: ctx.now,
    title,
    body,
    opens: 'NOTICE',
    about: row.notice_id,
    caseId: null,
    caseNo: '',
    code,
  });
  if (people.size > 0 || row.case_id === null) return;
  const loaded = await findCaseIn(ctx, county, row.case_id);
  if (loaded === null) return;
  await addTask(ctx, county, loaded.case, {
    kind: 'TELL',
    key: `${row.id}-${code}`,
    item: `${title}。${body}`,
    dueOn: addDays(ctx.today, TELL_DAYS),
    at: ctx.now,
  });
}
