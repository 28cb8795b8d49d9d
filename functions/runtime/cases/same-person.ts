import { rolesOn } from '@shared/access';
import { keptFacts, mayReportAgain, type PreviousCase, type ReportInput } from '@shared/casework';
import type { Ctx } from '../context';
import { findCase, findCaseIn, type LoadedCase } from './case-store';
import * as sql from './cases.sql';

/** An open case of an ID number; `mine` when the caller is a party of it. */
export interface OpenCase {
  id: string;
  caseNo: string;
  mine: boolean;
}

/**
 * The oldest open case in which this ID number stands, in the county's scope: a family must not learn of other cases,
 * but one family has one open case (domain.md 3.1, 3.9). Whoever asks second waits for the first to be written.
 */
export function findOpenCase(
  ctx: Ctx,
  county: string,
  idNo: string,
  except: string,
): Promise<OpenCase | null> {
  return ctx.db.within(county, async () => {
    const digest = ctx.keys.blindIndex('ID', idNo);
    await ctx.db.rows(sql.lockPerson, [county, digest]);
    const row = await ctx.db.first(sql.findOpenCase, [county, digest, except, ctx.caller.personId]);
    return row === undefined ? null : { id: row.id, caseNo: row.case_no, mine: row.mine };
  });
}

/** Number of another open case of the family's head, null when there is none: nothing is taken up again beside it. */
export async function otherOpenCaseNo(ctx: Ctx, { county, case: c }: LoadedCase): Promise<string | null> {
  const { idNo } = c.report;
  return idNo === null ? null : ((await findOpenCase(ctx, county, idNo, c.id))?.caseNo ?? null);
}

/** What the family's last case that is over leaves to a new one (再次纳入, domain.md 3.7), null when it is the first. */
export function findPrevious(ctx: Ctx, county: string, idNo: string): Promise<PreviousCase | null> {
  return ctx.db.within(county, async () => {
    const digest = ctx.keys.blindIndex('ID', idNo);
    const rows = await ctx.db.rows(sql.findClosedCases, [county, digest]);
    const loaded = await lastVerified(ctx, county, rows);
    if (loaded === null) return null;
    const { id, caseNo, group, members } = loaded.case;
    const entries = rows.filter(({ state }) => state === 'INCLUDED' || state === 'RECTIFIED_REMOVED').length;
    return { caseId: id, caseNo, entries, group, members };
  });
}

/**
 * The case whose facts the reporter began with: one of her own that is over, of the same county and the same head.
 * Anything else that a report names is no link, and nothing of it is taken over.
 */
export async function findBegunFrom(
  ctx: Ctx,
  county: string,
  { again, idNo }: ReportInput,
): Promise<LoadedCase | null> {
  if (again === undefined) return null;
  const loaded = await findCase(ctx, again);
  if (loaded === null || loaded.county !== county || !mayReportAgain(loaded.case.state)) return null;
  const before = loaded.case.report.idNo;
  const isParty = rolesOn(loaded.case, ctx.caller).some((role) => role === 'HOUSEHOLD' || role === 'PROXY');
  return isParty && (idNo === null || before === null || idNo === before) ? loaded : null;
}

/** What it leaves to the new one, beside what the county knows of the family: which facts stayed as they were. */
export function previousOf(
  { case: c }: LoadedCase,
  found: PreviousCase | null,
  report: ReportInput,
): PreviousCase {
  return {
    caseId: c.id,
    caseNo: c.caseNo,
    entries: found?.entries ?? 0,
    group: c.group,
    members: c.members.length > 0 ? c.members : (found?.members ?? []),
    kept: keptFacts(c, report),
  };
}

/** The newest case in which the family's people were written down; when there is none, the newest of all. */
async function lastVerified(
  ctx: Ctx,
  county: string,
  rows: readonly { id: string }[],
): Promise<LoadedCase | null> {
  let newest: LoadedCase | null = null;
  for (const { id } of rows) {
    const loaded = await findCaseIn(ctx, county, id);
    if (loaded !== null && loaded.case.members.length > 0) return loaded;
    newest ??= loaded;
  }
  return newest;
}
