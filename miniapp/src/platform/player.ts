import Taro from '@tarojs/taro';
import { isWeapp } from './target';

/** What a listener hears of a sound; `seconds` are those since it began. */
export interface Listening {
  onSecond?: (seconds: number) => void;
  onEnd: () => void;
  /** It cannot be played here: gone, no network, or a kind that this phone does not know. */
  onFail: () => void;
}

let current: (() => void) | undefined;

/** Ends what is being played. */
export const stopPlaying = (): void => current?.();

/** Plays a sound from its beginning, and ends any other: two voices at once are none. */
export function play(source: string, { onSecond, onEnd, onFail }: Listening): void {
  stopPlaying();
  const player = isWeapp ? onWeapp(source) : onH5(source);
  let over = false;
  const finish = (then: () => void) => () => {
    if (over) return;
    over = true;
    current = undefined;
    player.close();
    then();
  };
  current = finish(onEnd);
  player.begin({ onSecond, onEnd: finish(onEnd), onFail: finish(onFail) });
}

interface Player {
  begin(listening: Listening): void;
  close(): void;
}

function onWeapp(source: string): Player {
  const player = Taro.createInnerAudioContext();
  player.src = source;
  return {
    begin({ onSecond, onEnd, onFail }) {
      player.onEnded(onEnd);
      player.onError(onFail);
      player.onTimeUpdate(() => onSecond?.(Math.floor(player.currentTime)));
      player.play();
    },
    close() {
      player.stop();
      player.destroy();
    },
  };
}

function onH5(source: string): Player {
  const player = new Audio(source);
  return {
    begin({ onSecond, onEnd, onFail }) {
      player.onended = onEnd;
      player.onerror = onFail;
      player.ontimeupdate = () => onSecond?.(Math.floor(player.currentTime));
      player.play().catch(onFail);
    },
    close() {
      player.onerror = null;
      player.pause();
      player.removeAttribute('src');
    },
  };
}
