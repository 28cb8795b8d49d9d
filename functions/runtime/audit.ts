import { countyOfId, NO_COUNTY } from '../adapters/ids';
import { insertAudit, insertExports } from './cases/cases.sql';
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
      | 'SIGN_IN'
      | 'EXPORT'
      | 'CORRECT'
      | 'NOTICE';
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

/** The same of a file that holds many cases: each of them says who took it out, for what, and when. */
export async function auditExport(
  ctx: Ctx,
  entry: {
    county: string;
    caseIds: readonly string[];
    detail: string;
    why: string;
    /** What was taken out: the list, the ledger. */
    of: string;
  },
): Promise<void> {
  const { county, caseIds, detail, why, of } = entry;
  const { keyId, bytes } = ctx.keys.seal(why, `audit/${county}/${of}`);
  await ctx.db.write(insertExports, [
    county,
    ctx.now,
    ctx.caller.personId,
    caseIds,
    detail,
    keyId,
    bytes,
    ctx.traceId,
  ]);
}
