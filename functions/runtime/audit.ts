import { countyOfId, NO_COUNTY } from '../adapters/ids';
import { insertAudit } from './cases/cases.sql';
import type { Ctx } from './context';

/** What staff did with personal data: who, what, which case, why, when (domain.md 6.7). The reason is sealed. */
export async function audit(
  ctx: Ctx,
  entry: {
    what:
      | 'READ'
      | 'REVEAL'
      | 'LINK'
      | 'PAPER'
      | 'PROFILE'
      | 'CLAIM'
      | 'DELIVERY'
      | 'SEARCH'
      | 'OPEN'
      | 'BULK'
      | 'SERVICE'
      | 'SIGN_IN';
    /** The case; of a person's service or sign-in, the person. */
    caseId: string;
    /** Where the id does not tell it. */
    county?: string | undefined;
    detail: string;
    why: string;
  },
): Promise<void> {
  const county = entry.county ?? countyOfId(entry.caseId) ?? NO_COUNTY;
  const { keyId, bytes } = ctx.keys.seal(entry.why, `audit/${county}/${entry.caseId}`);
  await ctx.db.write(insertAudit, [
    county,
    ctx.now,
    ctx.caller.personId,
    entry.what,
    entry.caseId,
    entry.detail,
    keyId,
    bytes,
    ctx.traceId,
  ]);
}
