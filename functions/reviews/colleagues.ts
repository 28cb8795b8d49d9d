import type { StaffRef } from '@shared/casework';
import { contract } from '@shared/contract';
import type { LoadedCase } from '../runtime/cases/case-store';
import { getCase } from '../runtime/cases/on-case';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { findColleagues, findReviewers, findStaffMember } from './queue.sql';

/**
 * Cadres and task force who serve in the case's village today, whoever stands in for one of them among them. Left out
 * is whoever answers for one of `out`: the person, and who acts in that person's stead.
 */
async function whoServe(
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

/** Who can be sent to verify: those who serve in the village, except who reports for the family. */
export const colleagues = handle(contract.reviews.colleagues, async (ctx, { caseId }) => {
  const loaded = await getCase(ctx, caseId, 'STAFF');
  return { colleagues: await whoServe(ctx, loaded, findColleagues, loaded.case.parties) };
});

/** Who can be sent to look again: nobody who reported, verified or signed before (domain.md 3.3). */
export const reviewers = handle(contract.reviews.reviewers, async (ctx, { caseId }) => {
  const loaded = await getCase(ctx, caseId, 'STAFF');
  const { parties, verifiers, signers, kin } = loaded.case;
  const out = [...parties, ...verifiers, ...signers, ...kin];
  return { colleagues: await whoServe(ctx, loaded, findReviewers, out) };
});

type Named = readonly { personId: string }[];

/**
 * The verifiers that were named, as the village knows them: names and offices are never taken from the input.
 * @throws Failure bad_input when one of them does not serve there
 */
export async function verifiersOf(ctx: Ctx, loaded: LoadedCase, named: Named): Promise<StaffRef[]> {
  // After a review the township's clerks may be sent as well.
  return asKnown(
    await whoServe(ctx, loaded, loaded.case.review === null ? findColleagues : findReviewers),
    named,
  );
}

/** Reviewers that were named, as the township knows them. @throws Failure bad_input when one does not serve there */
export async function reviewersOf(ctx: Ctx, loaded: LoadedCase, named: Named): Promise<StaffRef[]> {
  return asKnown(await whoServe(ctx, loaded, findReviewers), named);
}

/** A member of staff who serves this village in any office. @throws Failure bad_input when there is none */
export async function staffOf(
  ctx: Ctx,
  { county, case: c }: LoadedCase,
  personId: string,
): Promise<StaffRef> {
  const row = await ctx.db.first(findStaffMember, [county, c.village, personId]);
  if (row !== undefined) return { personId: row.person_id, name: row.name, office: row.office };
  throw new Failure('bad_input', 'PERSON_UNKNOWN', {
    issues: [{ field: 'person', reason: 'PERSON_UNKNOWN', message: '' }],
  });
}

function asKnown(serving: readonly StaffRef[], named: Named): StaffRef[] {
  const known = new Map(serving.map((person) => [person.personId, person]));
  return named.map(({ personId }, index) => {
    const found = known.get(personId);
    if (found !== undefined) return found;
    throw new Failure('bad_input', 'NOT_A_COLLEAGUE', {
      issues: [{ field: `verifiers.${index}`, reason: 'NOT_A_COLLEAGUE', message: '' }],
    });
  });
}
