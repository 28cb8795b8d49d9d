import type { AttachmentKind } from '@shared/casework/codes';
import { ApiError, call } from './api';
import { type LocalPhoto, UploadRefused, uploadPhoto } from './media';

/**
 * Sends a photo to the store and has the server look at it; gives its attachment id. `onProgress` gets 0 to 100.
 * @throws NetworkError (try again later), UploadRefused or ApiError (not this file)
 */
export async function sendPhoto(
  photo: LocalPhoto,
  kind: AttachmentKind,
  onProgress?: (percent: number) => void,
): Promise<string> {
  const { attachmentId, upload } = await call('attachments.start', {
    kind,
    contentType: photo.type,
    size: photo.size,
  });
  await uploadPhoto(photo, upload, onProgress);
  await call('attachments.finish', { attachmentId });
  return attachmentId;
}

/** Why a photo was refused for good, as a sentence; undefined when it may go through later. */
export function refusalOf(error: unknown): string | undefined {
  if (error instanceof UploadRefused) return '没传上，请重新拍一张';
  if (error instanceof ApiError && error.status >= 400 && error.status < 429) return error.message;
  return undefined;
}
