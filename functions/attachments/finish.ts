import { randomBytes } from 'node:crypto';
import { contract, MAX_ATTACHMENT_BYTES, type ReasonCode } from '@shared/contract';
import { countyOfId, sha256 } from '../adapters';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import * as sql from './attachments.sql';
import { isOfType } from './magic';

/**
 * Looks at an uploaded file: is it there, not too large, and of the type that was declared? Then it is kept under a
 * name that nobody was told. What lies in the quarantine is swept away by the store after a day.
 */
export const finish = handle(contract.attachments.finish, async (ctx, { attachmentId }) => {
  const county = countyOfId(attachmentId);
  const row = county && (await ctx.db.first(sql.findAttachment, [county, attachmentId]));
  if (!row || row.owner_id !== ctx.caller.personId) throw new Failure('not_found', 'NOT_FOUND');
  const contentType = row.content_type;
  if (row.state === 'READY') return { attachmentId, contentType, size: row.size };
  const found = await ctx.objects.head(row.object_key);
  if (found === null) throw new Failure('conflict', 'ATTACHMENT_NOT_UPLOADED');
  if (found.size > Math.min(row.size, MAX_ATTACHMENT_BYTES)) throw refused('ATTACHMENT_TOO_LARGE');
  const content = await ctx.objects.read(row.object_key);
  if (found.contentType !== contentType || !isOfType(content, contentType))
    throw refused('ATTACHMENT_WRONG_TYPE');
  const key = `clean/${randomBytes(20).toString('hex')}`;
  await ctx.objects.write(key, content, contentType);
  const digest = sha256(Buffer.from(content));
  await ctx.db.write(sql.finishAttachment, [county, attachmentId, content.length, digest, key]);
  return { attachmentId, contentType, size: content.length };
});

function refused(reason: ReasonCode): Failure {
  return new Failure('bad_input', reason, { issues: [{ field: 'attachmentId', reason, message: '' }] });
}
