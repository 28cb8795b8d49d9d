import { isH5 } from './target';

const voice = () => (isH5 && typeof speechSynthesis !== 'undefined' ? speechSynthesis : undefined);

/** Whether pages can be read aloud here. The mini-program has no such ability of its own. */
export const canSpeak = (): boolean => voice() !== undefined;

/** Reads a text aloud, slowly. Calls `onEnd` once, when it is over or was stopped. */
export function speak(text: string, onEnd: () => void): void {
  const speaker = voice();
  if (!speaker) {
    onEnd();
    return;
  }
  speaker.cancel();
  const words = new SpeechSynthesisUtterance(text);
  words.lang = 'zh-CN';
  words.rate = 0.9;
  words.onend = onEnd;
  words.onerror = onEnd;
  speaker.speak(words);
}

export const stopSpeaking = (): void => voice()?.cancel();
