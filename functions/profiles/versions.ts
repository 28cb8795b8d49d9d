import type { ProfileVersion } from '@shared/contract';
import type { Ctx } from '../runtime/context';
import * as sql from './profiles.sql';

/** The county's versions, newest first; the one in force is the newest whose day has come. */
export async function versionsOf(ctx: Ctx, county: string): Promise<ProfileVersion[]> {
  const rows = await ctx.db.rows(sql.findVersions, [county]);
  const now = rows.find(({ from_day }) => from_day <= ctx.today);
  return rows.map((row) => ({
    code: row.code,
    version: row.version,
    name: row.name,
    fromDay: row.from_day,
    stands: row === now ? 'NOW' : row.from_day > ctx.today ? 'COMING' : 'PAST',
    proposedBy: named(row.proposed_by, row.proposer),
    proposedAt: row.proposed_at,
    publishedBy: named(row.closed_by, row.publisher),
    publishedAt: row.closed_at,
    note: row.note,
    openCases: row.open_cases,
  }));
}

const named = (personId: string | null, name: string | null) =>
  personId === null ? null : { personId, name: name ?? '' };
