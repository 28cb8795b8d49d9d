import type { Case } from '@shared/casework';
import { inclusionOf } from '@shared/register';
import type { Ctx } from '../context';
import * as sql from './register.sql';

/** The register follows the case in the same transaction: an inclusion makes its entry, a removal closes it. */
export async function keepRegister(
  ctx: Ctx,
  county: string,
  before: Case | null,
  after: Case,
): Promise<void> {
  if (before === null || before.state === after.state) return;
  const entry = inclusionOf(after);
  if (entry === null) return;
  const { caseId, village, householdType, risks, identifiedOn, entries, previousCaseId, closedOn } = entry;
  if (after.state === 'INCLUDED') {
    const values = [county, caseId, village, householdType, risks, identifiedOn, entries, previousCaseId];
    await ctx.db.write(sql.insertEntry, [...values, ctx.now]);
  } else if (closedOn !== null) {
    await ctx.db.write(sql.strikeOff, [county, caseId, closedOn, ctx.now]);
  }
}
