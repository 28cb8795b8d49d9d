import { refusalOf, sendFile } from '@miniapp/features/attachments';
import { newRequestId } from '@miniapp/platform/call';
import { forgetPhoto, keepPhoto, keptPhoto } from '@miniapp/platform/kept-photos';
import type { LocalPhoto } from '@miniapp/platform/media';
import { createStore } from '@miniapp/platform/store';
import type { PhotoAnswer } from './answers';
import { act, currentForm } from './draft';
import { type PaperKey, paper } from './papers';

/** How a photo fares on this phone, beside what the answers say of it. */
export interface PhotoState {
  path?: string;
  /** 0 to 100 while it is being sent. */
  percent?: number;
  /** The store or the server does not take it. */
  refused?: string;
}

const states = createStore<Readonly<Record<string, PhotoState>>>({});
export const photoStates = states.get;
export const watchPhotos = states.subscribe;

const local = new Map<string, LocalPhoto>();

function setState(key: string, state: PhotoState): void {
  states.set({ ...states.get(), [key]: { ...states.get()[key], ...state } });
}

const GONE = '手机里找不到这张了，请重新拍一张';

/** Adds a photo of a paper: kept on the phone first, then sent. */
export async function addPhoto(key: PaperKey, photo: LocalPhoto): Promise<void> {
  const id = newRequestId();
  const shown = await keepPhoto(id, photo).catch(() => photo);
  local.set(id, shown);
  setState(id, { path: shown.path });
  const added: PhotoAnswer = { key: id, paper: key, attachmentId: null };
  act({ type: 'said', answers: { photos: [...currentForm().answers.photos, added] } });
  await send(added).catch(() => undefined);
}

/** Takes a photo away, here and from the report. */
export async function removePhoto(key: string): Promise<void> {
  local.delete(key);
  const photos = currentForm().answers.photos.filter((photo) => photo.key !== key);
  act({ type: 'said', answers: { photos } });
  await forgetPhoto(key);
}

const onTheWay = new Map<string, Promise<void>>();

/** One sending a photo, however often it is asked for. */
function send(photo: PhotoAnswer): Promise<void> {
  const running = onTheWay.get(photo.key) ?? sendOne(photo).finally(() => onTheWay.delete(photo.key));
  onTheWay.set(photo.key, running);
  return running;
}

async function sendOne({ key, paper: name }: PhotoAnswer): Promise<void> {
  const photo = local.get(key) ?? (await keptPhoto(key));
  if (photo === undefined) {
    // The phone cleared it away; better to say so than to wait for ever.
    setState(key, { refused: GONE });
    return;
  }
  setState(key, { path: photo.path, percent: 0, refused: undefined });
  try {
    const attachmentId = await sendFile(photo, paper(name).kind, (percent) => setState(key, { percent }));
    const photos = currentForm().answers.photos.map((one) =>
      one.key === key ? { ...one, attachmentId } : one,
    );
    act({ type: 'said', answers: { photos } });
    setState(key, { percent: undefined });
  } catch (error) {
    const refused = refusalOf(error);
    setState(key, { percent: undefined, refused });
    if (refused === undefined) throw error;
  }
}

/** Photos that still have to be sent: refused ones are left behind. */
export const waitingPhotos = (): PhotoAnswer[] =>
  currentForm().answers.photos.filter(
    ({ key, attachmentId }) => attachmentId === null && states.get()[key]?.refused === undefined,
  );

/**
 * Sends every photo that waits.
 * @throws NetworkError or ApiError of the first that could not be sent; those before it are sent.
 */
export async function sendWaitingPhotos(): Promise<void> {
  for (const photo of waitingPhotos()) await send(photo);
}

/** Shows photos of a draft that was begun before this app was opened. */
export async function showKeptPhotos(): Promise<void> {
  for (const { key } of currentForm().answers.photos) {
    if (states.get()[key]?.path !== undefined) continue;
    const photo = await keptPhoto(key);
    if (photo === undefined) continue;
    local.set(key, photo);
    setState(key, { path: photo.path });
  }
}

/** After the report was handed in, nothing of it stays on the phone. */
export function forgetPhotos(): void {
  for (const { key } of currentForm().answers.photos) {
    local.delete(key);
    forgetPhoto(key);
  }
  states.set({});
}
