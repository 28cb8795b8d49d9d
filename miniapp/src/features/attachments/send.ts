import { ApiError, call } from '@miniapp/platform/api';
import { type LocalPhoto, UploadRefused, uploadPhoto } from '@miniapp/platform/media';
import type { AttachmentKind } from '@shared/casework/codes';

/**
 * Sends a file to the store and has the server look at it. Takes the file, what it is, and who wants to know the
 * percentage; gives its attachment id.
 * @throws NetworkError (try later), UploadRefused or ApiError (see `refusalOf`)
 */
export async function sendFile(
  file: LocalPhoto,
  kind: AttachmentKind,
  onProgress?: (percent: number) => void,
): Promise<string> {
  const { attachmentId, upload } = await call('attachments.start', {
    kind,
    contentType: file.type,
    size: file.size,
  });
  await uploadPhoto(file, upload, onProgress);
  await call('attachments.finish', { attachmentId });
  return attachmentId;
}

const REFUSED = '没传上，请重新拍一张';
const FOR_GOOD = [404, 409, 413, 422];

/** Why a file was refused for good, as a sentence; undefined when it may be sent again later. */
export function refusalOf(error: unknown): string | undefined {
  if (error instanceof UploadRefused) return REFUSED;
  return error instanceof ApiError && FOR_GOOD.includes(error.status) ? error.message : undefined;
}
