import { sendFile } from '@miniapp/features/attachments';
import { newRequestId } from '@miniapp/platform/call';
import { forgetFile, keepFile, keptFile } from '@miniapp/platform/kept-files';
import type { LocalVoice } from '@miniapp/platform/media';

/** A recording that lies on this phone until what it belongs to is handed in. */
export interface KeptVoice {
  key: string;
  seconds: number;
}

/** The phone cleared it away; better to say so than to hand in without it. */
class VoiceGone extends Error {
  readonly sentence = '手机里找不到录音了，请重新说一遍。';
}

/** Keeps a recording on the phone, in the place of the one before. Gives it, and where it can be heard now. */
export async function keepVoice(
  voice: LocalVoice,
  before: KeptVoice | undefined,
): Promise<{ kept: KeptVoice; path: string }> {
  const key = newRequestId();
  const { path } = await keepFile(key, voice).catch(() => voice);
  if (before !== undefined) await forgetFile(before.key);
  return { kept: { key, seconds: voice.seconds }, path };
}

/**
 * Puts a recording into the store; null when nothing was said.
 * @throws VoiceGone when it is not on this phone any more; as `sendFile` otherwise
 */
export async function sendVoice(kept: KeptVoice | undefined): Promise<string | null> {
  if (kept === undefined) return null;
  const file = await keptFile(kept.key);
  if (file === undefined) throw new VoiceGone();
  return sendFile(file, 'VOICE', { key: kept.key });
}

/** After it was handed in, nothing of it stays on the phone. */
export const forgetVoice = async (kept: KeptVoice | undefined): Promise<void> => {
  if (kept !== undefined) await forgetFile(kept.key);
};
