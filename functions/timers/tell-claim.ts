import { CLAIM_TOLD } from '@shared/messages';
import { findCase } from '../runtime/cases/case-store';
import { type ClaimWork, whyPlace } from '../runtime/cases/claims';
import { findClaimById } from '../runtime/cases/claims.sql';
import type { Ctx } from '../runtime/context';
import { tell } from './tell';

/** Tells a member of staff that a colleague took a case out of the own hands, or put one into them. */
export async function tellClaim(ctx: Ctx, county: string, workId: number, work: ClaimWork): Promise<void> {
  const { caseId, claimId, personId } = work;
  const loaded = await findCase(ctx, caseId);
  const claim = await ctx.db.first(findClaimById, [county, claimId]);
  if (loaded === null || claim === undefined) throw new Error('A claim to tell of is not there');
  const code = claim.how === 'TAKEN' ? 'TAKEN' : 'GIVEN';
  const why = ctx.keys.open({ keyId: claim.key_id, bytes: claim.why }, whyPlace(county, claimId));
  const { headName, caseNo } = loaded.case;
  await tell(ctx, county, {
    people: [personId],
    key: `${county}-m${workId}`,
    at: claim.at,
    title: CLAIM_TOLD[code].title({ headName, who: claim.maker }),
    body: CLAIM_TOLD[code].body(why),
    opens: 'REVIEW',
    caseId,
    caseNo,
    code,
  });
}
