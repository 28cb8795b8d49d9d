import { contract } from '@shared/contract';
import { NO_COUNTY, newId } from '../adapters';
import { announceFile } from '../runtime/files/take-in';
import { handle } from '../runtime/use-case';
import { findFrontVillage } from '../runtime/villages.sql';

/** Announces a file of a person's own. */
export const start = handle(contract.attachments.start, async (ctx, { kind, contentType, size, seconds }) => {
  const { personId, grants } = ctx.caller;
  const front = await ctx.db.first(findFrontVillage, [personId]);
  const county = (front?.village ?? grants[0]?.region ?? NO_COUNTY).slice(0, 6);
  const id = newId(county, ctx.now);
  const file = { county, id, kind, contentType, size, seconds, of: { personId } };
  return { attachmentId: id, upload: await announceFile(ctx, file) };
});
