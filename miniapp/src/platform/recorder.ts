import Taro from '@tarojs/taro';
import type { LocalVoice } from './media';
import { isWeapp } from './target';

/**
 * The microphone: WeChat's recorder writes MP3, a browser MP4 where it can, because every phone plays that, and WebM
 * otherwise. Speech needs little: a minute is 360 KB in WeChat and 240 KB in a browser.
 */

/** Why nothing is recorded: the person or her phone does not allow it, there is no microphone, or it failed. */
export type Silence = 'denied' | 'absent' | 'failed';

export class CannotRecord extends Error {
  constructor(readonly why: Silence) {
    super(`cannot record: ${why}`);
    this.name = 'CannotRecord';
  }
}

/** A recording that runs. */
export interface Take {
  /** Settles when it is over: because of `stop`, of the limit, of a phone call. Rejects with CannotRecord. */
  ended: Promise<LocalVoice>;
  stop(): void;
}

const BITS_PER_SECOND = 48_000;

/** Whether there is anything here that could record. */
export const canRecord = (): boolean =>
  isWeapp || (typeof MediaRecorder !== 'undefined' && navigator.mediaDevices !== undefined);

/**
 * Asks for the microphone and begins; at most `maxSeconds`. `LocalVoice.seconds` is 0 for what was shorter than one.
 * @throws CannotRecord
 */
export function record(maxSeconds: number): Promise<Take> {
  if (!canRecord()) return Promise.reject(new CannotRecord('absent'));
  return isWeapp ? recordOnWeapp(maxSeconds) : recordOnH5(maxSeconds);
}

/** Opens WeChat's page of permissions; a browser has none that could be opened. Gives whether it may record now. */
export async function askForMicrophone(): Promise<boolean> {
  if (!isWeapp) return true;
  const { authSetting } = await Taro.openSetting();
  return authSetting['scope.record'] === true;
}

const wholeSeconds = (ms: number, max: number) => Math.min(max, Math.floor(ms / 1000));

interface Running {
  began: () => void;
  ended: (sound: { path: string; ms: number; size: number }) => void;
  failed: (why: Silence) => void;
}

/** WeChat has one recorder, and its listeners cannot be taken off again. */
let running: Running | undefined;
let machine: Taro.RecorderManager | undefined;

function recorder(): Taro.RecorderManager {
  if (machine) return machine;
  const made = Taro.getRecorderManager();
  made.onStart(() => running?.began());
  made.onStop(({ tempFilePath, duration, fileSize }) =>
    running?.ended({ path: tempFilePath, ms: duration, size: fileSize }),
  );
  made.onError(({ errMsg }) => running?.failed(/auth|deny|denied/.test(errMsg) ? 'denied' : 'failed'));
  // A phone call, or the app left: what was said until then is kept.
  made.onInterruptionBegin(() => made.stop());
  made.onPause(() => made.stop());
  machine = made;
  return made;
}

async function recordOnWeapp(max: number): Promise<Take> {
  await Taro.authorize({ scope: 'scope.record' }).catch(() => {
    throw new CannotRecord('denied');
  });
  return new Promise((begun, refused) => {
    const ended = new Promise<LocalVoice>((resolve, reject) => {
      running = {
        began: () => begun({ ended, stop: () => recorder().stop() }),
        ended({ path, ms, size }) {
          running = undefined;
          resolve({ path, size, type: 'audio/mpeg', seconds: wholeSeconds(ms, max) });
        },
        failed(why) {
          running = undefined;
          reject(new CannotRecord(why));
          refused(new CannotRecord(why));
        },
      };
    });
    // Nobody listens yet when it fails before it began.
    ended.catch(() => undefined);
    recorder().start({
      duration: max * 1000,
      sampleRate: 16_000,
      numberOfChannels: 1,
      encodeBitRate: BITS_PER_SECOND,
      format: 'mp3',
    });
  });
}

const CONTAINERS = [
  'audio/mp4;codecs=mp4a.40.2',
  'audio/webm;codecs=opus',
  'audio/mp4',
  'audio/webm',
] as const;

async function recordOnH5(max: number): Promise<Take> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true }).catch((error: unknown) => {
    throw new CannotRecord(whyOf(error));
  });
  const mimeType = CONTAINERS.find((type) => MediaRecorder.isTypeSupported(type));
  const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: BITS_PER_SECOND });
  const parts: Blob[] = [];
  let begunAt = 0;
  const close = () => {
    clearTimeout(limit);
    for (const track of stream.getTracks()) track.stop();
  };
  const stop = () => {
    if (recorder.state !== 'inactive') recorder.stop();
  };
  const ended = new Promise<LocalVoice>((resolve, reject) => {
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.onstop = () => {
      close();
      const type = recorder.mimeType.startsWith('audio/mp4') ? 'audio/mp4' : 'audio/webm';
      const blob = new Blob(parts, { type });
      const seconds = wholeSeconds(performance.now() - begunAt, max);
      resolve({ path: URL.createObjectURL(blob), size: blob.size, type, seconds, blob });
    };
    recorder.onerror = () => {
      close();
      reject(new CannotRecord('failed'));
    };
  });
  ended.catch(() => undefined);
  const limit = setTimeout(stop, max * 1000);
  return new Promise((begun) => {
    recorder.onstart = () => {
      begunAt = performance.now();
      begun({ ended, stop });
    };
    recorder.start();
  });
}

function whyOf(error: unknown): Silence {
  const name = (error as { name?: string } | null)?.name;
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  return name === 'NotFoundError' ? 'absent' : 'failed';
}
