import { contract } from '@shared/contract';
import { getCase } from '../runtime/cases/on-case';
import { handle } from '../runtime/use-case';
import { findColleagues } from './queue.sql';

/** Who can be sent to verify: cadres and task force of the village, except those who report for the family. */
export const colleagues = handle(contract.reviews.colleagues, async (ctx, { caseId }) => {
  const { county, case: c } = await getCase(ctx, caseId, 'STAFF');
  const rows = await ctx.db.rows(findColleagues, [county, c.village, ctx.today]);
  const parties = new Set(c.parties.map((party) => party.personId));
  return {
    colleagues: rows
      .filter((row) => !parties.has(row.person_id))
      .map((row) => ({ personId: row.person_id, name: row.name, office: row.office })),
  };
});
