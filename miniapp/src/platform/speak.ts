import Taro from '@tarojs/taro';
import { spokenParts } from './spoken-parts';
import { isH5 } from './target';

/** Somebody who can read aloud. */
interface Voice {
  /** Makes a part ready; it may have to be fetched. */
  prepare(part: string): Promise<string>;
  /** Says what was prepared. Ends when it was said or `stop` was called; fails when it could not be heard. */
  say(prepared: string): Promise<void>;
  stop(): void;
}

function browserVoice(): Voice | undefined {
  if (typeof speechSynthesis === 'undefined') return undefined;
  return {
    prepare: async (part) => part,
    say: (part) =>
      new Promise((resolve, reject) => {
        const words = new SpeechSynthesisUtterance(part);
        words.lang = 'zh-CN';
        words.rate = 0.9;
        words.onend = () => resolve();
        words.onerror = ({ error }) =>
          error === 'canceled' || error === 'interrupted' ? resolve() : reject(new Error(error));
        speechSynthesis.speak(words);
      }),
    stop: () => speechSynthesis.cancel(),
  };
}

/** The part of WeChat's plugin 微信同声传译 that is used here. */
interface WechatSI {
  textToSpeech(options: {
    lang: 'zh_CN';
    tts: true;
    content: string;
    success: (result: { filename: string }) => void;
    fail: (problem: unknown) => void;
  }): void;
}

/** The plugin, where the build declared it (app.config.ts). */
function wechatPlugin(): WechatSI | undefined {
  try {
    return (Taro.requirePlugin as (name: string) => WechatSI | undefined)('WechatSI');
  } catch {
    return undefined;
  }
}

function wechatVoice(): Voice | undefined {
  const plugin = wechatPlugin();
  if (!plugin) return undefined;
  let silence: () => void = () => undefined;
  return {
    prepare: (content) =>
      new Promise((resolve, reject) => {
        plugin.textToSpeech({
          lang: 'zh_CN',
          tts: true,
          content,
          success: ({ filename }) => resolve(filename),
          fail: reject,
        });
      }),
    say: (sound) =>
      new Promise((resolve, reject) => {
        // Heard also when the phone's bell is off: she has just asked for it.
        Taro.setInnerAudioOption({ obeyMuteSwitch: false }).catch(() => undefined);
        const player = Taro.createInnerAudioContext();
        const over = (settle: () => void) => {
          silence = () => undefined;
          player.destroy();
          settle();
        };
        silence = () => over(resolve);
        player.onEnded(() => over(resolve));
        player.onError((problem) => over(() => reject(problem)));
        player.src = sound;
        player.play();
      }),
    stop: () => silence(),
  };
}

const voice = isH5 ? browserVoice() : wechatVoice();

/** Whether pages can be read aloud here: the browser has a voice, or the mini-program was built with WeChat's plugin. */
export const canSpeak = (): boolean => voice !== undefined;

/** Which text is being read; a new one or a stop makes the old one stale. */
let turn = 0;

/**
 * Reads a text aloud, slowly, instead of what is being read. Calls `onEnd` once: with true when it was said or stopped,
 * with false when it could not be heard.
 */
export function speak(text: string, onEnd: (well: boolean) => void): void {
  stopSpeaking();
  readOut(spokenParts(text), turn).then(
    () => onEnd(true),
    () => onEnd(false),
  );
}

async function readOut(parts: readonly string[], mine: number): Promise<void> {
  if (!voice) return;
  let next = voice.prepare(parts[0] ?? '');
  for (let index = 0; index < parts.length; index += 1) {
    const ready = await next;
    if (mine !== turn) return;
    const following = parts[index + 1];
    // Fetched while this part is heard, so that there is no gap.
    if (following !== undefined) next = voice.prepare(following);
    next.catch(() => undefined);
    await voice.say(ready);
    if (mine !== turn) return;
  }
}

export function stopSpeaking(): void {
  turn += 1;
  voice?.stop();
}
