import { refusalOf, sendFile } from '@miniapp/features/attachments';
import { newRequestId } from '@miniapp/platform/call';
import { forgetFile, keepFile, keptFile } from '@miniapp/platform/kept-files';
import type { LocalFile } from '@miniapp/platform/media';
import { createStore } from '@miniapp/platform/store';
import type { AttachmentKind } from '@shared/casework/codes';

/** Photos and the recording of the report: on the phone first, then on their way. */

/** How a file fares on this phone, beside what the answers say of it. */
export interface FileState {
  path?: string;
  /** 0 to 100 while it is being sent. */
  percent?: number;
  /** The store or the server does not take it. */
  refused?: string;
}

const states = createStore<Readonly<Record<string, FileState>>>({});
export const fileStates = states.get;
export const watchFiles = states.subscribe;

const local = new Map<string, LocalFile>();

function setState(key: string, state: FileState): void {
  states.set({ ...states.get(), [key]: { ...states.get()[key], ...state } });
}

const GONE = '手机里找不到这张了，请重新拍一张';
const VOICE_GONE = '手机里找不到录音了，请重新说一遍';

/** Keeps a new file on the phone; gives the name by which it is known from now on. */
export async function addFile(file: LocalFile): Promise<string> {
  const key = newRequestId();
  const shown = await keepFile(key, file).catch(() => file);
  local.set(key, shown);
  setState(key, { path: shown.path });
  return key;
}

/**
 * Sends a kept file, once however often it is asked for. Gives its attachment id; undefined when it was refused for
 * good, and its state says why.
 * @throws NetworkError or ApiError: try later
 */
export async function send(key: string, kind: AttachmentKind): Promise<string | undefined> {
  const isVoice = kind === 'VOICE';
  const file = local.get(key) ?? (await keptFile(key));
  if (file === undefined) {
    // The phone cleared it away; better to say so than to wait for ever.
    setState(key, { refused: isVoice ? VOICE_GONE : GONE });
    return undefined;
  }
  setState(key, { path: file.path, percent: 0, refused: undefined });
  try {
    const attachmentId = await sendFile(file, kind, {
      key,
      onProgress: (percent) => setState(key, { percent }),
    });
    setState(key, { percent: undefined });
    return attachmentId;
  } catch (error) {
    const refused = refusalOf(error, isVoice);
    setState(key, { percent: undefined, refused });
    if (refused === undefined) throw error;
    return undefined;
  }
}

/** Whether it still has to be sent: what was refused is left behind. */
export const isWaitingFile = ({ key, attachmentId }: { key: string; attachmentId: string | null }): boolean =>
  attachmentId === null && states.get()[key]?.refused === undefined;

/** Shows files of a draft that was begun before this app was opened. */
export async function showKept(keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    if (states.get()[key]?.path !== undefined) continue;
    const file = await keptFile(key);
    if (file === undefined) continue;
    local.set(key, file);
    setState(key, { path: file.path });
  }
}

/** Takes a file off the phone. */
export async function dropFile(key: string): Promise<void> {
  local.delete(key);
  const { [key]: _gone, ...others } = states.get();
  states.set(others);
  await forgetFile(key);
}
