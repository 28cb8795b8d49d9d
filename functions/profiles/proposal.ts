import { contract } from '@shared/contract';
import { fillIn } from '@shared/procedure';
import { findProfile } from '../runtime/cases/cases.sql';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { enterCountyOf, proposalRow, proposalView } from './county';

/** What was proposed, beside the version that it changes. */
export const proposal = handle(contract.profiles.proposal, async (ctx, { proposalId }) => {
  const county = await enterCountyOf(ctx, proposalId);
  const row = await proposalRow(ctx, county, proposalId);
  const before = await ctx.db.first(findProfile, [county, row.code, row.base_version]);
  if (before === undefined) throw new Failure('not_found', 'NOT_FOUND');
  const { profile, filled } = fillIn(before.doc);
  return {
    proposal: proposalView(ctx, county, row),
    before: profile,
    filled,
    after: fillIn(row.doc).profile,
  };
});
