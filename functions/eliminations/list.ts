import { contract } from '@shared/contract';
import { REGISTER_LABELS } from '@shared/messages/elimination';
import { countEntries, type ListedRow, listEntries } from '../runtime/register/register.sql';
import { handle } from '../runtime/use-case';

/** One list of the register in the caller's regions, by case; the next page begins behind the last one. */
export const list = handle(contract.eliminations.list, async (ctx, { list: which, cursor, limit }) => {
  const counts = { MONITORED: 0, MOVING: 0, ELIMINATED: 0, GONE: 0, LATE: 0 };
  const rows: ListedRow[] = [];
  for (const region of ctx.scopes) {
    await ctx.db.enter(region);
    const county = region.slice(0, 6);
    const values = [county, region, cursor, ctx.caller.personId, limit + 1];
    rows.push(...(await ctx.db.rows(listEntries[which], values)));
    const counted = await ctx.db.first(countEntries, [county, region, ctx.today, ctx.caller.personId]);
    counts.MONITORED += counted?.monitored ?? 0;
    counts.MOVING += counted?.moving ?? 0;
    counts.ELIMINATED += counted?.eliminated ?? 0;
    counts.GONE += counted?.gone ?? 0;
    counts.LATE += counted?.late ?? 0;
  }
  rows.sort((a, b) => (a.case_id < b.case_id ? -1 : 1));
  const page = rows.slice(0, limit);
  return {
    today: ctx.today,
    counts,
    rows: page.map((row) => ({
      caseId: row.case_id,
      status: row.status,
      statusLabel: REGISTER_LABELS[row.status],
      identifiedOn: row.identified_on,
      entries: row.entries,
      headName: row.head_name,
      group: row.village_group,
      villageName: row.village_name,
      memberCount: row.member_count,
      step: row.step,
      dueOn: row.due_on,
      late: row.due_on !== null && row.due_on < ctx.today,
      eliminatedOn: row.eliminated_on,
    })),
    next: rows.length > limit ? (page.at(-1)?.case_id ?? null) : null,
  };
});
