import { randomBytes } from 'node:crypto';
import { contract, isVoiceType, MAX_ATTACHMENT_BYTES } from '@shared/contract';
import { countyOfId, sha256 } from '../adapters';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import * as sql from './attachments.sql';
import { isOfType } from './magic';
import { redraw, refusedFile } from './photo';

/**
 * Looks at an uploaded file: is it there, not larger than announced, and of the type that was declared? A photo is then
 * drawn anew (see `redraw`), a recording stays as it is: phones write no place into it. Kept is the result, under a
 * name that nobody was told; what lies in the quarantine is swept away by the store after a day.
 * @throws Failure not_found, conflict (not uploaded yet), bad_input with the sentence that says what to do
 */
export const finish = handle(contract.attachments.finish, async (ctx, { attachmentId }) => {
  const county = countyOfId(attachmentId);
  const row = county && (await ctx.db.first(sql.findAttachment, [county, attachmentId]));
  if (!row || row.owner_id !== ctx.caller.personId) throw new Failure('not_found', 'NOT_FOUND');
  if (row.state === 'READY') return { attachmentId, contentType: row.content_type, size: row.size };
  const found = await ctx.objects.head(row.object_key);
  if (found === null) throw new Failure('conflict', 'ATTACHMENT_NOT_UPLOADED');
  const isVoice = isVoiceType(row.content_type);
  if (found.size > Math.min(row.size, MAX_ATTACHMENT_BYTES))
    throw refusedFile(isVoice ? 'VOICE_TOO_LONG' : 'ATTACHMENT_TOO_LARGE');
  const uploaded = await ctx.objects.read(row.object_key);
  if (found.contentType !== row.content_type || !isOfType(uploaded, row.content_type))
    throw refusedFile(isVoice ? 'VOICE_WRONG_TYPE' : 'ATTACHMENT_WRONG_TYPE');
  const content = isVoice ? uploaded : await redraw(uploaded);
  const contentType = isVoice ? row.content_type : 'image/jpeg';
  const key = `clean/${randomBytes(20).toString('hex')}`;
  await ctx.objects.write(key, content, contentType);
  const digest = sha256(Buffer.from(content));
  await ctx.db.write(sql.finishAttachment, [county, attachmentId, content.length, digest, key, contentType]);
  return { attachmentId, contentType, size: content.length };
});
