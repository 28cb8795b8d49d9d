import { useHide } from '@miniapp/platform/lifecycle';
import type { LocalVoice } from '@miniapp/platform/media';
import { stopPlaying } from '@miniapp/platform/player';
import { CannotRecord, canRecord, record, type Take } from '@miniapp/platform/recorder';
import { stopSpeaking } from '@miniapp/platform/speak';
import { announce } from '@miniapp/platform/ui';
import { vibrate } from '@miniapp/platform/vibrate';
import { useEffect, useRef, useState } from 'react';
import { type TalkEvent, type Talking, turnAfter } from './talking';

export interface Talk {
  talking: Talking;
  send: (event: TalkEvent) => void;
}

/** Announced to whoever cannot see the seconds. */
const ANNOUNCE_EVERY = 10;

/**
 * A microphone button's state and its phone. `onVoice` gets what was said, of one second and more. Leaving the page
 * ends the recording and keeps it.
 */
export function useTalk(max: number, onVoice: (voice: LocalVoice) => void): Talk {
  const [talking, setTalking] = useState<Talking>(() => (canRecord() ? { is: 'quiet' } : { is: 'absent' }));
  const now = useRef(talking);
  const take = useRef<Take>();
  const heard = useRef(onVoice);
  heard.current = onVoice;

  const send = (event: TalkEvent) => {
    const { talking: next, act } = turnAfter(now.current, event, max);
    now.current = next;
    setTalking(next);
    if (act === 'start') start();
    else if (act === 'stop') take.current?.stop();
    else if (act === 'drop') drop();
  };

  const drop = () => {
    const dropped = take.current;
    take.current = undefined;
    dropped?.stop();
  };

  const start = async () => {
    stopPlaying();
    stopSpeaking();
    try {
      const begun = await record(max);
      take.current = begun;
      send({ type: 'began' });
      if (take.current === begun) await follow(begun);
    } catch (error) {
      send({ type: 'refused', why: error instanceof CannotRecord ? error.why : 'failed' });
    }
  };

  const follow = async (running: Take) => {
    vibrate();
    announce('正在听');
    const began = Date.now();
    const clock = setInterval(() => {
      const seconds = Math.floor((Date.now() - began) / 1000);
      send({ type: 'second', seconds });
      if (seconds > 0 && seconds % ANNOUNCE_EVERY === 0) announce(`说了 ${seconds} 秒`);
    }, 1000);
    try {
      const voice = await running.ended;
      vibrate();
      if (voice.seconds > 0) {
        announce(`已录好 ${voice.seconds} 秒`);
        heard.current(voice);
      }
      send({ type: 'ended', seconds: voice.seconds });
    } finally {
      clearInterval(clock);
      take.current = undefined;
    }
  };

  const end = () => take.current?.stop();
  useHide(end);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page goes
  useEffect(() => end, []);
  return { talking, send };
}
