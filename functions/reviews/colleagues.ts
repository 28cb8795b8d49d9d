import type { StaffRef } from '@shared/casework';
import { contract } from '@shared/contract';
import type { LoadedCase } from '../runtime/cases/case-store';
import { getCase } from '../runtime/cases/on-case';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { findColleagues } from './queue.sql';

/** Cadres and task force who serve in the case's village today. */
async function whoServe(ctx: Ctx, { county, case: c }: LoadedCase): Promise<StaffRef[]> {
  const rows = await ctx.db.rows(findColleagues, [county, c.village, ctx.today]);
  return rows.map((row) => ({ personId: row.person_id, name: row.name, office: row.office }));
}

/** Who can be sent to verify: those who serve in the village, except who reports for the family. */
export const colleagues = handle(contract.reviews.colleagues, async (ctx, { caseId }) => {
  const loaded = await getCase(ctx, caseId, 'STAFF');
  const parties = new Set(loaded.case.parties.map((party) => party.personId));
  return { colleagues: (await whoServe(ctx, loaded)).filter(({ personId }) => !parties.has(personId)) };
});

/**
 * The verifiers that were named, as the village knows them: names and offices are never taken from the input.
 * @throws Failure bad_input when one of them does not serve there
 */
export async function verifiersOf(
  ctx: Ctx,
  loaded: LoadedCase,
  named: readonly { personId: string }[],
): Promise<StaffRef[]> {
  const known = new Map((await whoServe(ctx, loaded)).map((person) => [person.personId, person]));
  return named.map(({ personId }, index) => {
    const found = known.get(personId);
    if (found !== undefined) return found;
    throw new Failure('bad_input', 'NOT_A_COLLEAGUE', {
      issues: [{ field: `verifiers.${index}`, reason: 'NOT_A_COLLEAGUE', message: '' }],
    });
  });
}
