import { ATTACHMENT_KINDS, Id } from '@shared/casework';
import { z } from '@shared/zod';
import { operation } from './operation';

/** domain.md 4.9 */
export const MAX_ATTACHMENT_BYTES = 10 * 1024 * 1024;
/** domain.md 4.1: 60 seconds, at more bits a second than any phone of today writes for speech (200 kbit). */
export const MAX_VOICE_BYTES = 1536 * 1024;
export const MAX_VOICE_SECONDS = 60;
export const PHOTO_TYPES = ['image/jpeg', 'image/png'] as const;
export const VOICE_TYPES = ['audio/mpeg', 'audio/mp4', 'audio/webm'] as const;
export const ATTACHMENT_TYPES = [...PHOTO_TYPES, ...VOICE_TYPES] as const;

export const isVoiceType = (type: string): boolean => VOICE_TYPES.some((one) => one === type);

/** What is said of a file before it is sent. */
export const UploadInput = z
  .object({
    kind: z.enum(ATTACHMENT_KINDS),
    contentType: z.enum(ATTACHMENT_TYPES),
    /** Bytes. */
    size: z
      .number()
      .int()
      .min(1, { error: 'ATTACHMENT_BROKEN' })
      .max(MAX_ATTACHMENT_BYTES, { error: 'ATTACHMENT_TOO_LARGE' }),
    /** Of a recording: how long it is. */
    seconds: z
      .number()
      .int()
      .min(1, { error: 'TOO_SMALL' })
      .max(MAX_VOICE_SECONDS, { error: 'VOICE_TOO_LONG' })
      .optional(),
  })
  .superRefine(({ kind, contentType, size, seconds }, ctx) => {
    const isVoice = kind === 'VOICE';
    const fault = (field: string, message: string) =>
      ctx.addIssue({ code: 'custom', message, path: [field] });
    if (isVoice !== isVoiceType(contentType))
      fault('contentType', isVoice ? 'VOICE_WRONG_TYPE' : 'ATTACHMENT_WRONG_TYPE');
    else if (isVoice && size > MAX_VOICE_BYTES) fault('size', 'VOICE_TOO_LONG');
    else if (isVoice && seconds === undefined) fault('seconds', 'REQUIRED');
  });

export const UploadTarget = z.object({ url: z.string(), fields: z.record(z.string(), z.string()) });

export const attachments = {
  start: operation('attachments.start', {
    summary: 'Announce a file; answers with a presigned POST to which it is uploaded.',
    callers: 'PERSON',
    input: UploadInput,
    output: z.object({
      attachmentId: z.string(),
      upload: UploadTarget,
    }),
    rate: { limit: 60, seconds: 3600 },
  }),
  finish: operation('attachments.finish', {
    summary: 'Say that the upload is done; the server looks at the content before it can be used.',
    callers: 'PERSON',
    input: z.object({ attachmentId: Id }),
    output: z.object({ attachmentId: z.string(), contentType: z.string(), size: z.number() }),
    errors: ['not_found', 'conflict'],
  }),
  link: operation('attachments.link', {
    summary: 'A short-lived address to look at or listen to an attachment.',
    callers: 'PERSON',
    input: z.object({ attachmentId: Id }),
    output: z.object({
      url: z.string(),
      contentType: z.string(),
      takenAt: z.string(),
      /** Length of a recording; null for a photo. */
      seconds: z.number().nullable(),
      expiresAt: z.string(),
    }),
    errors: ['not_found'],
  }),
};
