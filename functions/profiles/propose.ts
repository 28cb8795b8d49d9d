import { contract } from '@shared/contract';
import { profileChanges } from '@shared/messages/profile-fields';
import { newId } from '../adapters';
import { audit } from '../runtime/audit';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { baseOf, close, enterCounty, proposalRow, proposalView, requireDay } from './county';
import * as sql from './profiles.sql';
import { readWritten } from './written';

/** Puts down the next version for somebody else to publish. Two that do so at once: one waits, the other is told. */
export const propose = handle(contract.profiles.propose, async (ctx, input) => {
  const { county, code, baseVersion, fromDay, note, replaces } = input;
  await enterCounty(ctx, county);
  const base = await baseOf(ctx, county);
  if (base.code !== code || base.version !== baseVersion) throw new Failure('conflict', 'PROFILE_MOVED');
  const next = await ctx.db.first(sql.findNextVersion, [county, code]);
  const version = next?.next ?? baseVersion + 1;
  const doc = readWritten(input.profile, base, { version, effectiveFrom: fromDay });
  if (profileChanges(base.doc, doc).length === 0) throw new Failure('bad_input', 'PROFILE_UNCHANGED');
  requireDay(ctx, fromDay, base);
  if (replaces !== null) await close(ctx, county, replaces, 'REPLACED');
  if ((await ctx.db.first(sql.findOpenProposal, [county])) !== undefined)
    throw new Failure('conflict', 'PROFILE_WAITING');
  const id = newId(county, ctx.now);
  await ctx.db.write(sql.insertProposal, [
    county,
    id,
    code,
    baseVersion,
    version,
    fromDay,
    JSON.stringify(doc),
    note,
    ctx.caller.personId,
    ctx.now,
  ]);
  await audit(ctx, { what: 'PROFILE', caseId: id, detail: `PROPOSED ${code} ${version}`, why: note });
  return { proposal: proposalView(ctx, county, await proposalRow(ctx, county, id)) };
});
