import type { StaffRef } from '@shared/casework';
import { contract } from '@shared/contract';
import type { LoadedCase } from '../runtime/cases/case-store';
import { asKnown, type Named, whoServe } from '../runtime/cases/colleagues';
import { findReviewers, findStaffMember } from '../runtime/cases/colleagues.sql';
import { getCase } from '../runtime/cases/on-case';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';

/** Who can be sent to verify: those who serve in the village, except who reports for the family. */
export const colleagues = handle(contract.reviews.colleagues, async (ctx, { caseId }) => {
  const loaded = await getCase(ctx, caseId, 'STAFF');
  return { colleagues: await whoServe(ctx, loaded, undefined, loaded.case.parties) };
});

/** Who can be sent to look again: nobody who reported, verified or signed before (domain.md 3.3). */
export const reviewers = handle(contract.reviews.reviewers, async (ctx, { caseId }) => {
  const loaded = await getCase(ctx, caseId, 'STAFF');
  const { parties, verifiers, signers, kin } = loaded.case;
  const out = [...parties, ...verifiers, ...signers, ...kin];
  return { colleagues: await whoServe(ctx, loaded, findReviewers, out) };
});

/**
 * The verifiers that were named, as the village knows them: names and offices are never taken from the input.
 * @throws Failure bad_input when one of them does not serve there
 */
export async function verifiersOf(ctx: Ctx, loaded: LoadedCase, named: Named): Promise<StaffRef[]> {
  // After a review the township's clerks may be sent as well.
  return asKnown(await whoServe(ctx, loaded, loaded.case.review === null ? undefined : findReviewers), named);
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
