import { ATTACHMENT_KINDS, Id } from '@shared/casework';
import { z } from '@shared/zod';
import { operation } from './operation';

/** domain.md 4.9 */
export const MAX_ATTACHMENT_BYTES = 10 * 1024 * 1024;
export const ATTACHMENT_TYPES = ['image/jpeg', 'image/png', 'audio/mpeg', 'audio/mp4', 'audio/webm'] as const;

export const attachments = {
  start: operation('attachments.start', {
    summary: 'Announce a file; answers with a presigned POST to which it is uploaded.',
    callers: 'PERSON',
    input: z.object({
      kind: z.enum(ATTACHMENT_KINDS),
      contentType: z.enum(ATTACHMENT_TYPES),
      size: z.number().int().min(1).max(MAX_ATTACHMENT_BYTES, { error: 'TOO_LONG' }),
    }),
    output: z.object({
      attachmentId: z.string(),
      upload: z.object({ url: z.string(), fields: z.record(z.string(), z.string()) }),
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
      expiresAt: z.string(),
    }),
    errors: ['not_found'],
  }),
};
