import { randomBytes } from 'node:crypto';
import { isVoiceType, MAX_ATTACHMENT_BYTES } from '@shared/contract';
import { sha256 } from '../../adapters';
import type { Ctx } from '../context';
import { Failure } from '../failure';
import { finishAttachment, insertAttachment } from './files.sql';
import { isOfType } from './magic';
import { redraw, refusedFile } from './photo';

const UPLOAD_SECONDS = 15 * 60;

interface Announced {
  county: string;
  id: string;
  kind: string;
  contentType: string;
  size: number;
  seconds?: number | undefined;
  /** Whose it is: a person; or, of somebody who need not say who she is, the notice's village and a keyed ticket. */
  of: { personId: string } | { village: string; ticket: Buffer };
}

/** Announces a file. It is uploaded to a quarantine, past the functions, and counts for nothing until it is finished. */
export async function announceFile(ctx: Ctx, file: Announced) {
  const { county, id, kind, contentType, size, seconds, of } = file;
  const key = `quarantine/${id}`;
  await ctx.db.write(insertAttachment, [
    county,
    id,
    'personId' in of ? of.personId : null,
    kind,
    contentType,
    size,
    key,
    ctx.now,
    kind === 'VOICE' ? (seconds ?? null) : null,
    'personId' in of ? null : of.village,
    'personId' in of ? null : of.ticket,
  ]);
  return ctx.objects.presignUpload({ key, contentType, maxBytes: size, seconds: UPLOAD_SECONDS });
}

interface Uploaded {
  id: string;
  content_type: string;
  size: number;
  object_key: string;
}

/**
 * Looks at an uploaded file: is it there, not larger than announced, and of the type that was declared? A photo is then
 * drawn anew (see `redraw`), a recording stays as it is: phones write no place into it. Kept is the result, under a
 * name that nobody was told; what lies in the quarantine is swept away by the store after a day.
 * @throws Failure conflict (not uploaded yet), bad_input with the sentence that says what to do
 */
export async function takeInFile(ctx: Ctx, county: string, row: Uploaded) {
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
  await ctx.db.write(finishAttachment, [county, row.id, content.length, digest, key, contentType]);
  return { attachmentId: row.id, contentType, size: content.length };
}
