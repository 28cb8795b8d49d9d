import { ApiError, call } from '@miniapp/platform/api';
import { type LocalFile, UploadRefused, uploadFile } from '@miniapp/platform/media';
import { slot } from '@miniapp/platform/storage';
import type { AttachmentKind } from '@shared/casework/codes';

export interface Sending {
  /** What the phone calls the file: under this name an upload that was cut off is gone on with, not begun again. */
  key?: string;
  /** Gets 0 to 100. */
  onProgress?: (percent: number) => void;
}

const onTheWay = new Map<string, Promise<string>>();

/**
 * Sends a file to the store and has the server look at it; gives its attachment id. Under a key it is sent once: by
 * whoever asks first, also when the app was killed after the upload and before the answer.
 * @throws NetworkError (try later), UploadRefused or ApiError (see `refusalOf`)
 */
export function sendFile(file: LocalFile, kind: AttachmentKind, sending: Sending = {}): Promise<string> {
  const { key } = sending;
  if (key === undefined) return sendNow(file, kind, sending);
  const running = onTheWay.get(key) ?? sendNow(file, kind, sending).finally(() => onTheWay.delete(key));
  onTheWay.set(key, running);
  return running;
}

async function sendNow(file: LocalFile, kind: AttachmentKind, { key, onProgress }: Sending): Promise<string> {
  const begun = key === undefined ? undefined : slot<string>(`upload:${key}`);
  const earlier = begun?.get();
  if (earlier !== undefined && (await isThere(earlier))) {
    begun?.remove();
    return earlier;
  }
  const { attachmentId, upload } = await call('attachments.start', {
    kind,
    contentType: file.type,
    size: file.size,
    ...('seconds' in file && { seconds: file.seconds }),
  });
  begun?.set(attachmentId);
  await uploadFile(file, upload, onProgress);
  await call('attachments.finish', { attachmentId });
  begun?.remove();
  return attachmentId;
}

/** Whether an upload that was begun earlier came to its end. */
async function isThere(attachmentId: string): Promise<boolean> {
  try {
    await call('attachments.finish', { attachmentId });
    return true;
  } catch (error) {
    // Not uploaded, or somebody else's by now: it is begun again.
    if (error instanceof ApiError && (error.status === 404 || error.status === 409)) return false;
    throw error;
  }
}

const REFUSED = '没传上，请重新拍一张';
const VOICE_REFUSED = '没传上，请重新说一遍';
const FOR_GOOD = [404, 409, 413, 422];

/** Why a file was refused for good, as a sentence; undefined when it may be sent again later. */
export function refusalOf(error: unknown, isVoice = false): string | undefined {
  if (error instanceof UploadRefused) return isVoice ? VOICE_REFUSED : REFUSED;
  return error instanceof ApiError && FOR_GOOD.includes(error.status) ? error.message : undefined;
}
