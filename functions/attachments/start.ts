import { contract } from '@shared/contract';
import { NO_COUNTY, newId } from '../adapters';
import { handle } from '../runtime/use-case';
import { findFrontVillage } from '../runtime/villages.sql';
import { insertAttachment } from './attachments.sql';

const UPLOAD_SECONDS = 15 * 60;

/** Announces a file. It is uploaded to a quarantine, past the functions, and counts for nothing until it is finished. */
export const start = handle(contract.attachments.start, async (ctx, { kind, contentType, size, seconds }) => {
  const { personId, grants } = ctx.caller;
  const front = await ctx.db.first(findFrontVillage, [personId]);
  const county = (front?.village ?? grants[0]?.region ?? NO_COUNTY).slice(0, 6);
  const attachmentId = newId(county, ctx.now);
  const key = `quarantine/${attachmentId}`;
  await ctx.db.write(insertAttachment, [
    county,
    attachmentId,
    personId,
    kind,
    contentType,
    size,
    key,
    ctx.now,
    kind === 'VOICE' ? (seconds ?? null) : null,
  ]);
  const upload = await ctx.objects.presignUpload({
    key,
    contentType,
    maxBytes: size,
    seconds: UPLOAD_SECONDS,
  });
  return { attachmentId, upload };
});
