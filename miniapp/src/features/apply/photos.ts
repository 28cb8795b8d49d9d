import type { LocalPhoto } from '@miniapp/platform/media';
import type { PhotoAnswer } from './answers';
import { act, currentForm } from './draft';
import { type PaperKey, paper } from './papers';
import { addFile, dropFile, isWaitingFile, send, showKept } from './sending';

/** Adds a photo of a paper: kept on the phone first, then sent. */
export async function addPhoto(name: PaperKey, photo: LocalPhoto): Promise<void> {
  const key = await addFile(photo);
  const added: PhotoAnswer = { key, paper: name, attachmentId: null };
  act({ type: 'said', answers: { photos: [...currentForm().answers.photos, added] } });
  await sendPhoto(added).catch(() => undefined);
}

/** Takes a photo away, here and from the report. */
export async function removePhoto(key: string): Promise<void> {
  const photos = currentForm().answers.photos.filter((photo) => photo.key !== key);
  act({ type: 'said', answers: { photos } });
  await dropFile(key);
}

async function sendPhoto({ key, paper: name }: PhotoAnswer): Promise<void> {
  const attachmentId = await send(key, paper(name).kind);
  if (attachmentId === undefined) return;
  const photos = currentForm().answers.photos.map((one) =>
    one.key === key ? { ...one, attachmentId } : one,
  );
  act({ type: 'said', answers: { photos } });
}

/** Photos that still have to be sent: refused ones are left behind. */
export const waitingPhotos = (): PhotoAnswer[] => currentForm().answers.photos.filter(isWaitingFile);

/**
 * Sends every photo that waits.
 * @throws NetworkError or ApiError of the first that could not be sent; those before it are sent.
 */
export async function sendWaitingPhotos(): Promise<void> {
  for (const photo of waitingPhotos()) await sendPhoto(photo);
}

/** Shows photos of a draft that was begun before this app was opened. */
export const showKeptPhotos = (): Promise<void> =>
  showKept(currentForm().answers.photos.map(({ key }) => key));

/** After the report was handed in, nothing of it stays on the phone. */
export function forgetPhotos(): void {
  for (const { key } of currentForm().answers.photos) dropFile(key);
}
