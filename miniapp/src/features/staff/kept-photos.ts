import { refusalOf, sendFile } from '@miniapp/features/attachments';
import { forgetFile, keptFile } from '@miniapp/platform/kept-files';
import { type Slot, slot } from '@miniapp/platform/storage';
import type { AttachmentKind } from '@shared/casework/codes';

/** A photo of a form, as the phone remembers it; the picture itself lies under its id. */
export interface KeptPhoto {
  id: string;
  kind: AttachmentKind;
  /** Which box of the form they belong to. */
  group: string;
  attachmentId: string | null;
}

/** The photos of the form of this name, kept until it is handed in. */
export const photoList = (name: string): Slot<KeptPhoto[]> => slot(`photos:${name}`);

/** A photo can never be sent: it has to be taken again. */
export class PhotoLost extends Error {
  constructor(readonly sentence: string) {
    super(sentence);
    this.name = 'PhotoLost';
  }
}

/**
 * Sends what waits of a form's photos, when its page is not open; gives all of them. Those before a failure stay sent.
 * @throws NetworkError or ApiError: try later; PhotoLost
 */
export async function sendKeptPhotos(name: string): Promise<(KeptPhoto & { attachmentId: string })[]> {
  const list = photoList(name);
  const sent: (KeptPhoto & { attachmentId: string })[] = [];
  for (const photo of list.get() ?? []) {
    const attachmentId = photo.attachmentId ?? (await sendOne(photo));
    sent.push({ ...photo, attachmentId });
    list.set((list.get() ?? []).map((one) => (one.id === photo.id ? { ...one, attachmentId } : one)));
  }
  return sent;
}

/** Sends one file that lies on the phone. @throws as `sendKeptPhotos` */
export async function sendOne({ id, kind }: Pick<KeptPhoto, 'id' | 'kind'>): Promise<string> {
  const file = await keptFile(id);
  if (file === undefined) throw new PhotoLost('手机里找不到照片了，请重新拍一张。');
  try {
    return await sendFile(file, kind, { key: id });
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal !== undefined) throw new PhotoLost(refusal);
    throw error;
  }
}

/** After handing in, nothing of it stays on the phone. */
export function forgetKeptPhotos(name: string): void {
  for (const { id } of photoList(name).get() ?? []) forgetFile(id);
  photoList(name).remove();
}
