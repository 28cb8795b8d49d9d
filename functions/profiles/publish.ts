import { contract } from '@shared/contract';
import { audit } from '../runtime/audit';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { baseOf, close, enterCountyOf, MAY_PUBLISH, proposalRow, requireDay, serves } from './county';
import * as sql from './profiles.sql';
import { versionsOf } from './versions';

/** The second person: what was proposed becomes a version, word for word. Running cases keep theirs. */
export const publish = handle(contract.profiles.publish, async (ctx, { proposalId }) => {
  const county = await enterCountyOf(ctx, proposalId);
  const row = await proposalRow(ctx, county, proposalId);
  if (!serves(ctx, county, MAY_PUBLISH)) throw new Failure('forbidden', 'ROLE_MAY_NOT');
  if (row.proposed_by === ctx.caller.personId) throw new Failure('forbidden', 'PROFILE_OWN');
  await close(ctx, county, proposalId, 'PUBLISHED');
  const base = await baseOf(ctx, county);
  if (base.code !== row.code || base.version !== row.base_version)
    throw new Failure('conflict', 'PROFILE_MOVED');
  requireDay(ctx, row.from_day, base);
  await ctx.db.write(sql.insertVersion, [county, proposalId]);
  await ctx.db.write(sql.putInForce, [county, proposalId]);
  const detail = `PUBLISHED ${row.code} ${row.version}`;
  await audit(ctx, { what: 'PROFILE', caseId: proposalId, detail, why: row.note });
  const versions = await versionsOf(ctx, county);
  const version = versions.find((one) => one.code === row.code && one.version === row.version);
  if (version === undefined) throw new Error('A published version is not in force');
  return { version };
});
