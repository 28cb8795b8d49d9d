import { readFile, temporaryPath, writeFile } from '../files';
import { fetched } from './network';

/**
 * The recorder, which records silence as long as it is asked to, and the player, which plays for as long as the sound
 * is. Who may record is asked in account.ts.
 */

type Listener = (event?: unknown) => void;

/** A set of `onX` methods over the names given, and a way to make X happen. */
function happenings<Name extends string>(names: readonly Name[]) {
  const listeners = new Map<Name, Set<Listener>>(names.map((name) => [name, new Set()]));
  const methods: Record<string, (listener: Listener) => void> = Object.fromEntries(
    names.flatMap((name) => [
      [`on${name}`, (listener: Listener) => void listeners.get(name)?.add(listener)],
      [`off${name}`, (listener: Listener) => void listeners.get(name)?.delete(listener)],
    ]),
  );
  const happen = (name: Name, event?: unknown) => {
    for (const listener of listeners.get(name) ?? []) listener(event);
  };
  return { methods, happen };
}

/** MPEG-1 Layer III, 32 kbit/s, 44.1 kHz: a header and an empty frame of 104 bytes, 26 ms of nothing. */
const FRAME_BYTES = 104;
const FRAME_MS = 26;
const FRAME_HEADER = [0xff, 0xfb, 0x10, 0xc4];

export function silence(ms: number): Blob {
  const frame = new Uint8Array(FRAME_BYTES);
  frame.set(FRAME_HEADER);
  return new Blob(
    Array.from({ length: Math.max(1, Math.ceil(ms / FRAME_MS)) }, () => frame),
    { type: 'audio/mpeg' },
  );
}

interface RecorderOptions {
  /** Ms; WeChat's own limit is a minute unless it is told otherwise, ten at most. */
  duration?: number;
  format?: string;
}

const DEFAULT_MS = 60_000;
const LONGEST_MS = 600_000;

function makeRecorder() {
  const { methods, happen } = happenings([
    'Start',
    'Stop',
    'Pause',
    'Resume',
    'Error',
    'FrameRecorded',
    'InterruptionBegin',
    'InterruptionEnd',
  ]);
  let startedAt: number | undefined;
  let limit: ReturnType<typeof setTimeout> | undefined;
  const stop = async () => {
    clearTimeout(limit);
    if (startedAt === undefined)
      return happen('Error', { errMsg: 'operateRecorder:fail recorder not start' });
    const duration = Math.max(FRAME_MS, Date.now() - startedAt);
    startedAt = undefined;
    const sound = silence(duration);
    const tempFilePath = temporaryPath('mp3');
    await writeFile(tempFilePath, sound);
    happen('Stop', { tempFilePath, duration, fileSize: sound.size });
  };
  return {
    ...methods,
    start({ duration = DEFAULT_MS, format = 'aac' }: RecorderOptions = {}) {
      if (startedAt !== undefined)
        return happen('Error', { errMsg: 'operateRecorder:fail is recording or paused' });
      if (duration > LONGEST_MS || format !== 'mp3')
        return happen('Error', {
          errMsg: `operateRecorder:fail the host records MP3 of ten minutes at most`,
        });
      startedAt = Date.now();
      limit = setTimeout(() => void stop(), duration);
      queueMicrotask(() => happen('Start'));
    },
    stop: () => void stop(),
    pause: () => happen('Pause'),
    resume: () => happen('Resume'),
  };
}

function makePlayer() {
  const { methods, happen } = happenings([
    'Canplay',
    'Play',
    'Pause',
    'Stop',
    'Ended',
    'TimeUpdate',
    'Error',
    'Waiting',
  ]);
  let end: ReturnType<typeof setTimeout> | undefined;
  const player = {
    ...methods,
    src: '',
    startTime: 0,
    autoplay: false,
    loop: false,
    volume: 1,
    currentTime: 0,
    duration: 0,
    paused: true,
    async play() {
      const sound = /^https?:\/\/(?!tmp\/|usr\/)/.test(player.src)
        ? await fetched(player.src)
        : await readFile(player.src);
      if (!sound?.size) return happen('Error', { errCode: 10003, errMsg: 'file not found' });
      happen('Play');
      end = setTimeout(() => happen('Ended'), (sound.size / FRAME_BYTES) * FRAME_MS);
    },
    pause: () => happen('Pause'),
    stop() {
      clearTimeout(end);
      happen('Stop');
    },
    seek: () => undefined,
    destroy: () => clearTimeout(end),
  };
  return player;
}

/** There is one recorder, however often it is asked for. */
const recorder = makeRecorder();

export const sound = {
  getRecorderManager: () => recorder,
  createInnerAudioContext: makePlayer,
};
