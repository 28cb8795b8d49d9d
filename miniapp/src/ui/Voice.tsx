import { useHide } from '@miniapp/platform/lifecycle';
import { play, stopPlaying } from '@miniapp/platform/player';
import { View } from '@tarojs/components';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { a11y } from './a11y';
import { Icon } from './Icon';
import { Tap } from './Tap';

export interface VoiceProps {
  /** 「已录好 18 秒」 */
  title: string;
  detail: string;
  /** What a screen reader calls the button: 「听一遍，18 秒」. */
  label: string;
  /** Where the sound is, or how to find out; undefined when it is on its way. */
  source?: string | (() => Promise<string>);
  /** What else can be done with it: 「重说」. */
  action?: ReactNode;
}

type State = { is: 'still' } | { is: 'fetching' } | { is: 'playing'; seconds: number } | { is: 'failed' };

/** Something said, to listen to. */
export function Voice({ title, detail, label, source, action }: VoiceProps) {
  const [state, setState] = useState<State>({ is: 'still' });
  const mine = useRef(false);
  const gone = useRef(false);
  const stop = () => {
    if (mine.current) stopPlaying();
    mine.current = false;
  };
  useHide(stop);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it goes
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
      stop();
    };
  }, []);

  const listen = async () => {
    if (source === undefined || state.is === 'fetching') return;
    if (state.is === 'playing') {
      stop();
      return;
    }
    setState({ is: 'fetching' });
    try {
      const path = typeof source === 'string' ? source : await source();
      if (gone.current) return;
      mine.current = true;
      setState({ is: 'playing', seconds: 0 });
      play(path, {
        onSecond: (seconds) => setState((now) => (now.is === 'playing' ? { is: 'playing', seconds } : now)),
        onEnd: () => setState({ is: 'still' }),
        onFail: () => setState({ is: 'failed' }),
      });
    } catch {
      setState({ is: 'failed' });
    }
  };

  const playing = state.is === 'playing';
  return (
    <View className="sw-voice">
      <Tap className="sw-play" label={playing ? '停，不听了' : label} onTap={listen}>
        <Icon name={playing ? 'pause' : 'play'} />
      </Tap>
      <View>
        <View className="sw-b">{title}</View>
        <View className="sw-choice__d" {...a11y({ role: 'status' })}>
          {detailOf(state, detail)}
        </View>
      </View>
      {action}
    </View>
  );
}

function detailOf(state: State, detail: string): string {
  switch (state.is) {
    case 'still':
      return detail;
    case 'fetching':
      return '正在取录音…';
    case 'playing':
      return state.seconds > 0 ? `正在放，第 ${state.seconds} 秒` : '正在放';
    case 'failed':
      return '放不出来，再点一次试试。';
  }
}
