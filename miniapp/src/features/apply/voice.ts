import type { LocalVoice } from '@miniapp/platform/media';
import type { VoiceAnswer } from './answers';
import { act, currentForm } from './draft';
import { addFile, dropFile, isWaitingFile, send, showKept } from './sending';

/** What was said about the trouble: one recording, like the photos kept on the phone first and sent when it can be. */

const said = (): VoiceAnswer | null => currentForm().answers.voice;

/** Puts a recording into the report, in the place of the one before. */
export async function addVoice(voice: LocalVoice): Promise<void> {
  const before = said();
  const key = await addFile(voice);
  act({ type: 'said', answers: { voice: { key, seconds: voice.seconds, attachmentId: null } } });
  if (before !== null) dropFile(before.key);
  await sendWaitingVoice().catch(() => undefined);
}

export function waitingVoice(): VoiceAnswer | null {
  const voice = said();
  return voice !== null && isWaitingFile(voice) ? voice : null;
}

/** Sends the recording, if it waits. @throws NetworkError or ApiError: try later */
export async function sendWaitingVoice(): Promise<void> {
  const voice = waitingVoice();
  if (voice === null) return;
  const attachmentId = await send(voice.key, 'VOICE');
  // Another one may have been said meanwhile.
  if (attachmentId === undefined || said()?.key !== voice.key) return;
  act({ type: 'said', answers: { voice: { ...voice, attachmentId } } });
}

/** Makes the recording of a draft that was begun before this app was opened one that can be heard. */
export async function showKeptVoice(): Promise<void> {
  const voice = said();
  if (voice !== null) await showKept([voice.key]);
}

/** After the report was handed in, nothing of it stays on the phone. */
export function forgetVoice(): void {
  const voice = said();
  if (voice !== null) dropFile(voice.key);
}
