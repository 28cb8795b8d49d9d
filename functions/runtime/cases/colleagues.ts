import type { StaffRef } from '@shared/casework';
import type { Ctx } from '../context';
import { Failure } from '../failure';
import type { LoadedCase } from './case-store';
import { findColleagues } from './colleagues.sql';

/**
 * Cadres and task force who serve in the case's village today, whoever stands in for one of them among them. Left out
 * is whoever answers for one of `out`: the person, and who acts in that person's stead.
 */
export async function whoServe(
  ctx: Ctx,
  { county, case: c }: LoadedCase,
  who: typeof findColleagues = findColleagues,
  out: readonly { personId: string }[] = [],
): Promise<StaffRef[]> {
  const rows = await ctx.db.rows(who, [county, c.village, ctx.today]);
  return rows
    .filter((row) => !out.some(({ personId }) => personId === row.person_id || personId === row.stead_of))
    .map((row) => ({ personId: row.person_id, name: row.name, office: row.office }));
}

export type Named = readonly { personId: string }[];

/** Those who were named, by name and office as they are known here. @throws Failure bad_input when one is not among them */
export function asKnown(serving: readonly StaffRef[], named: Named): StaffRef[] {
  const known = new Map(serving.map((person) => [person.personId, person]));
  return named.map(({ personId }, index) => {
    const found = known.get(personId);
    if (found !== undefined) return found;
    throw new Failure('bad_input', 'NOT_A_COLLEAGUE', {
      issues: [{ field: `verifiers.${index}`, reason: 'NOT_A_COLLEAGUE', message: '' }],
    });
  });
}
