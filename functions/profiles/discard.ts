import { contract } from '@shared/contract';
import { audit } from '../runtime/audit';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { close, enterCountyOf, MAY_PUBLISH, proposalRow, proposalView, serves } from './county';

/** Its writer takes it back, or a leader turns it down. */
export const discard = handle(contract.profiles.discard, async (ctx, { proposalId }) => {
  const county = await enterCountyOf(ctx, proposalId);
  const row = await proposalRow(ctx, county, proposalId);
  if (row.proposed_by !== ctx.caller.personId && !serves(ctx, county, MAY_PUBLISH))
    throw new Failure('forbidden', 'ROLE_MAY_NOT');
  await close(ctx, county, proposalId, 'DISCARDED');
  const detail = `DISCARDED ${row.code} ${row.version}`;
  await audit(ctx, { what: 'PROFILE', caseId: proposalId, detail, why: row.note });
  return { proposal: proposalView(ctx, county, await proposalRow(ctx, county, proposalId)) };
});
