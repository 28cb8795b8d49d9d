import type { LocalVoice } from '@miniapp/platform/media';
import { askForMicrophone } from '@miniapp/platform/recorder';
import { isH5 } from '@miniapp/platform/target';
import { Text, View } from '@tarojs/components';
import { type KeyboardEvent, type SyntheticEvent, useRef } from 'react';
import { a11y } from './a11y';
import { Button } from './Button';
import { classes } from './classes';
import { Icon } from './Icon';
import { Problem } from './Problem';
import { Tap } from './Tap';
import type { TalkEvent, Talking } from './talking';
import { useTalk } from './useTalk';
import { Voice } from './Voice';

export interface TalkProps {
  /** Seconds of a recording. */
  max?: number;
  /** What was said before. `detail`: how it fares, 「已存好，不会丢」. */
  voice?: { seconds: number; detail: string; path?: string };
  /** Why what was said is not taken. */
  error?: string;
  /** A recording of one second and more; it takes the place of the one before. */
  onVoice: (voice: LocalVoice) => void;
}

const REMARKS = {
  short: '太短了，没听清。按住，说完再松手。',
  failed: '没有录成，再试一次。',
} as const;

/** Say it: hold, or tap to begin and tap to end; then listen, or say it again. */
export function Talk({ max = 60, voice, error, onVoice }: TalkProps) {
  const { talking, send } = useTalk(max, onVoice);
  if (talking.is === 'absent' && voice === undefined)
    return <View className="sw-field__hint">这里录不了音。点一点、写一写也行。</View>;
  const busy = talking.is !== 'quiet' && talking.is !== 'denied' && talking.is !== 'absent';
  const said = talking.is === 'quiet' ? talking.said : undefined;
  const problem = said === 'short' || said === 'failed' ? REMARKS[said] : error;
  const again = (
    <Button size="small" icon="redo" onTap={() => send({ type: 'toggle' })}>
      重说
    </Button>
  );
  return (
    <View>
      {problem && <Problem text={problem} />}
      {voice && !busy && (
        <View className="sw-talk__kept">
          <Voice
            title={`已录好 ${voice.seconds} 秒`}
            detail={said === 'full' ? '够了，已存好' : voice.detail}
            label={`听一遍，${voice.seconds} 秒`}
            source={voice.path}
            action={again}
          />
        </View>
      )}
      {talking.is === 'denied' ? <Denied send={send} /> : <Microphone {...{ talking, send, voice }} />}
      {talking.is !== 'denied' && (
        <View className="sw-field__hint">
          {said === 'open'
            ? '话筒打开了。按住，再说一遍。'
            : `按不住也没关系：点一下开始，再点一下停。最长 ${max} 秒。`}
        </View>
      )}
    </View>
  );
}

function Denied({ send }: { send: (event: TalkEvent) => void }) {
  const open = async () => {
    if (await askForMicrophone().catch(() => false)) send({ type: 'toggle' });
  };
  return (
    <Tap className="sw-talk sw-talk_off" onTap={open}>
      <Icon name="mic" />
      <Text>没有打开麦克风。点这里去打开，或者点一点、写一写</Text>
    </Tap>
  );
}

interface MicrophoneProps {
  talking: Talking;
  send: (event: TalkEvent) => void;
  voice: TalkProps['voice'];
}

/** A click comes after the finger, or alone, from a screen reader. */
const AFTER_FINGER_MS = 800;

function Microphone({ talking, send, voice }: MicrophoneProps) {
  const finger = useRef({ downAt: 0, seenAt: 0 });
  const down = () => {
    finger.current = { downAt: Date.now(), seenAt: Date.now() };
    send({ type: 'down' });
  };
  const up = () => {
    finger.current.seenAt = Date.now();
    send({ type: 'up', held: Date.now() - finger.current.downAt });
  };
  const slipped = () => send({ type: 'slipped' });
  const click = () => {
    if (Date.now() - finger.current.seenAt > AFTER_FINGER_MS) send({ type: 'toggle' });
  };
  const key = (event: KeyboardEvent) => {
    if (event.repeat || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    send({ type: 'toggle' });
  };
  const hands = isH5
    ? {
        tabIndex: 0,
        onPointerDown: down,
        onPointerUp: up,
        onPointerCancel: slipped,
        onKeyDown: key,
        onContextMenu: (event: SyntheticEvent) => event.preventDefault(),
      }
    : { onTouchStart: down, onTouchEnd: up, onTouchCancel: slipped };
  const recording = talking.is === 'recording';
  const words = wordsOf(talking, voice !== undefined);
  return (
    <View
      className={classes('sw-tap', 'sw-talk', recording && 'sw-talk_on')}
      hoverClass="none"
      onClick={click}
      {...hands}
      {...a11y({ role: 'button', pressed: recording })}
    >
      <Icon name="mic" className={recording ? 'sw-rec' : undefined} />
      <Text>{words}</Text>
      {recording && (
        // Spoken every ten seconds instead.
        <Text className="sw-talk__s" {...a11y({ hidden: true })}>
          {`${talking.seconds} 秒`}
        </Text>
      )}
    </View>
  );
}

function wordsOf(talking: Talking, hasVoice: boolean): string {
  switch (talking.is) {
    case 'asking':
      return '正在打开麦克风…';
    case 'recording':
      return talking.by === 'hold' ? '正在听…松开就停' : '正在听…再点一下就停';
    case 'ending':
      return '正在存…';
    default:
      return hasVoice ? '按住，重新说一段' : '按住说话';
  }
}
