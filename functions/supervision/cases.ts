import { familyAlias, SupervisedRow } from '@shared/casework';
import { contract } from '@shared/contract';
import { readDueCursor, writeDueCursor } from '../runtime/due-cursor';
import { Failure } from '../runtime/failure';
import { supervisedScopes } from '../runtime/scopes';
import { handle } from '../runtime/use-case';
import { countSupervised, findSample, findSupervised, type SupervisedCaseRow } from './supervision.sql';

/** How many cases are drawn by lot: as many as somebody can read in a day. The lot stands for the day. */
const SAMPLE = 20;

/** Cases of the region by due date, or some by lot; none of the own family. */
export const cases = handle(contract.supervision.cases, async (ctx, { tab, cursor, limit }) => {
  const scopes = supervisedScopes(ctx.caller);
  if (scopes.length === 0) throw new Failure('forbidden', 'ROLE_MAY_NOT');
  const after = readDueCursor(cursor);
  const rows: SupervisedCaseRow[] = [];
  const counts = { OPEN: 0, OVERDUE: 0, CLOSED: 0 };
  for (const region of scopes) {
    await ctx.db.enter(region);
    const where = [region.slice(0, 6), region, ctx.caller.personId, ctx.today];
    rows.push(
      ...(tab === 'SAMPLE'
        ? await ctx.db.rows(findSample, [...where, SAMPLE])
        : await ctx.db.rows(findSupervised[tab], [...where, after.due, after.id, limit + 1])),
    );
    const counted = await ctx.db.first(countSupervised, where);
    counts.OPEN += counted?.open ?? 0;
    counts.OVERDUE += counted?.overdue ?? 0;
    counts.CLOSED += counted?.closed ?? 0;
  }
  if (tab === 'SAMPLE')
    return { today: ctx.today, rows: rows.slice(0, SAMPLE).map(toRow), counts, next: null };
  rows.sort((a, b) => (writeDueCursor(a) < writeDueCursor(b) ? -1 : 1));
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    today: ctx.today,
    rows: page.map(toRow),
    counts,
    next: rows.length > limit && last !== undefined ? writeDueCursor(last) : null,
  };
});

function toRow(row: SupervisedCaseRow): SupervisedRow {
  return SupervisedRow.parse({
    id: row.id,
    caseNo: row.case_no,
    alias: familyAlias(row.case_no),
    village: row.village,
    villageName: row.village_name,
    memberCount: row.member_count,
    state: row.state,
    holder: row.holder,
    dueOn: row.due_on,
    paused: row.paused,
  });
}
