import type { CaseInHand } from '@shared/contract';
import type { LoadedCase } from '../runtime/cases/case-store';
import { findClaim, mayClaim, whyPlace } from '../runtime/cases/claims';
import type { Ctx } from '../runtime/context';

/** In whose hands the case is, as this caller reads it. */
export async function inHand(ctx: Ctx, loaded: LoadedCase): Promise<CaseInHand> {
  const claim = await findClaim(ctx, loaded);
  const may = mayClaim(ctx, loaded.case);
  if (claim === undefined) return { claim: null, mayClaim: may };
  const { county } = loaded;
  const why = ctx.keys.open({ keyId: claim.key_id, bytes: claim.why }, whyPlace(county, claim.id));
  return {
    claim: {
      personId: claim.person_id,
      name: claim.name,
      mine: claim.person_id === ctx.caller.personId,
      at: claim.at,
      how: claim.how,
      maker: claim.how === 'CLAIMED' ? '' : claim.maker,
      why,
    },
    mayClaim: may,
  };
}
