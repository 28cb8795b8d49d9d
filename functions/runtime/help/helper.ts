import { covers } from '@shared/regions';
import { countyOfId } from '../../adapters/ids';
import { statement } from '../../adapters/postgres/statement';
import { findCaseIn, type LoadedCase } from '../cases/case-store';
import type { Ctx } from '../context';

const findAssignment = statement<{ village: string }>(
  'help.assignment',
  `SELECT village FROM helper_assignment
    WHERE county = $1 AND case_id = $2 AND person_id = $3 AND ended_at IS NULL`,
);

/** Whether the caller still serves at a village, in whatever role. */
export const servesAt = (ctx: Ctx, village: string): boolean =>
  ctx.caller.grants.some(({ region }) => covers(region, village));

/**
 * The village of a family whose helper the caller is now, null for every other: the role HELPER alone helps nobody, it is
 * the assignment that does, for as long as the caller serves there (domain.md 1.1, 8.2).
 */
async function helpedAt(ctx: Ctx, caseId: string): Promise<string | null> {
  const row = await ctx.db.first(findAssignment, [countyOfId(caseId) ?? '', caseId, ctx.caller.personId]);
  return row !== undefined && servesAt(ctx, row.village) ? row.village : null;
}

/** Whether the caller is the helper of a family now. */
export const isHelperOf = async (ctx: Ctx, caseId: string): Promise<boolean> =>
  (await helpedAt(ctx, caseId)) !== null;

/** The case of a family whose helper the caller is now, without a party's; null for every other. */
export async function findHelpedCase(ctx: Ctx, caseId: string): Promise<LoadedCase | null> {
  const village = await helpedAt(ctx, caseId);
  if (village === null) return null;
  // The helper reads this one case and no other of its village.
  const loaded = await ctx.db.within(village, () => findCaseIn(ctx, village.slice(0, 6), caseId));
  const isParty = loaded?.case.parties.some(({ personId }) => personId === ctx.caller.personId);
  return isParty ? null : loaded;
}
