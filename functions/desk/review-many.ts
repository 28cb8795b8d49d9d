import { contract } from '@shared/contract';
import { sentence } from '@shared/messages';
import { audit } from '../runtime/audit';
import { lockClaim } from '../runtime/cases/claims';
import { getCase, perform } from '../runtime/cases/on-case';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { findLooks } from './looks.sql';
import { LOOKED_MINUTES, minutesAgo } from './sitting';

/** Said once for all of them: the opinion, and that none is kin. */
type Said = { opinion: string; kinshipDeclared: true };

type Result = { caseId: string; headName: string } & (
  | { result: 'DONE'; version: number; text: string }
  | { result: 'CHANGED' | 'NOT_OPENED' | 'REFUSED'; text: string }
);

/**
 * One opinion on several cases, each of which this person has opened in this session, as it stands now. Every case has
 * its own result: what cannot be done is named and stops no other. Cases are held fast in the order of their ids, so that
 * two such lists never wait for each other in a circle.
 */
export const reviewMany = handle(contract.desk.reviewMany, async (ctx, { cases, ...said }) => {
  const ids = cases.map(({ caseId }) => caseId);
  const since = minutesAgo(ctx, LOOKED_MINUTES);
  const looks = await ctx.db.rows(findLooks, [ctx.caller.personId, ids, ctx.session, since]);
  const opened = new Map(looks.map((row) => [row.case_id, row.version]));
  const results = new Map<string, Result>();
  for (const { caseId, version } of [...cases].sort((a, b) => (a.caseId < b.caseId ? -1 : 1)))
    results.set(caseId, await reviewOne(ctx, { caseId, version, said, seen: opened.get(caseId) }));
  return { results: ids.flatMap((caseId) => results.get(caseId) ?? []) };
});

async function reviewOne(
  ctx: Ctx,
  one: { caseId: string; version: number; said: Said; seen: number | undefined },
): Promise<Result> {
  const { caseId, version, said, seen } = one;
  let headName = '';
  try {
    const first = await getCase(ctx, caseId, 'STAFF');
    headName = first.case.headName;
    if (seen === undefined)
      return { caseId, headName, result: 'NOT_OPENED', text: '还没打开看过，打开看看再办。' };
    // Nothing moves it from here on, so that a refusal is known before anything is written.
    await lockClaim(ctx, first);
    const loaded = await getCase(ctx, caseId, 'STAFF');
    if (loaded.case.version !== version || seen !== version)
      return { caseId, headName, result: 'CHANGED', text: sentence('STALE_VERSION') };
    const after = await perform(ctx, loaded, { type: 'townReview', ...said });
    await audit(ctx, { what: 'BULK', caseId, detail: `v${version}`, why: '' });
    return { caseId, headName, result: 'DONE', version: after.case.version, text: '已同意，报县里。' };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { caseId, headName, result: 'REFUSED', text: sentence(error.reason, error.details.params) };
  }
}
