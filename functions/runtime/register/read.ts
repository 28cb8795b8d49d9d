import type { RegisterEntry, RegisterStatus } from '@shared/register';
import { countyOfId } from '../../adapters/ids';
import type { Ctx } from '../context';
import * as sql from './register.sql';

/** The entry of a case, null when the case is on no register or the database hides it from this caller. */
export async function findRegisterEntry(ctx: Ctx, caseId: string): Promise<RegisterEntry | null> {
  const row = await ctx.db.first(sql.findEntry, [countyOfId(caseId) ?? '', caseId]);
  return row === undefined ? null : entryOf(row);
}

/**
 * Entries of a region with one of the statuses, in order of case, at most `limit` of them from behind `after` on. The
 * caller's scope must hold the region.
 */
export async function listRegister(
  ctx: Ctx,
  region: string,
  {
    statuses,
    after = '',
    limit = 200,
  }: { statuses: readonly RegisterStatus[]; after?: string; limit?: number },
): Promise<RegisterEntry[]> {
  const rows = await ctx.db.rows(sql.findEntries, [region.slice(0, 6), region, statuses, after, limit]);
  return rows.map(entryOf);
}

export function entryOf(row: sql.RegisterRow): RegisterEntry {
  return {
    caseId: row.case_id,
    village: row.village,
    status: row.status,
    householdType: row.household_type,
    risks: row.risks,
    identifiedOn: row.identified_on,
    entries: row.entries,
    previousCaseId: row.previous_case_id,
    mode: row.mode,
    eliminatedOn: row.eliminated_on,
    observeUntil: row.observe_until,
    closedOn: row.closed_on,
  };
}
