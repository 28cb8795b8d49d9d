/** What happens at a microphone button. Pure: the phone's part is in ui/useTalk. */

export type Talking =
  | { is: 'quiet'; said?: 'short' | 'full' | 'failed' | 'open' }
  /** The phone asks the person whether it may listen. `gone`: her finger left the button meanwhile. */
  | { is: 'asking'; by: 'hold' | 'tap' | 'gone' }
  /** `hold`: until the finger leaves; `tap`: until the next tap. */
  | { is: 'recording'; by: 'hold' | 'tap'; seconds: number }
  | { is: 'ending' }
  | { is: 'denied' }
  | { is: 'absent' };

export type TalkEvent =
  | { type: 'down' }
  /** `held`: ms since it came down. */
  | { type: 'up'; held: number }
  /** The page scrolled away under the finger: a hand that trembles must not end what is being said. */
  | { type: 'slipped' }
  /** By keyboard, by a screen reader, by 「重说」: no finger that could be held. */
  | { type: 'toggle' }
  | { type: 'began' }
  | { type: 'second'; seconds: number }
  | { type: 'ended'; seconds: number }
  | { type: 'refused'; why: 'denied' | 'absent' | 'failed' };

export interface Turn {
  talking: Talking;
  /** What the phone has to do now. */
  act?: 'start' | 'stop' | 'drop';
}

/** A finger that leaves sooner has tapped, one that stays has held. */
export const TAP_MS = 400;

/** What follows from an event. `max`: seconds of a recording. */
export function turnAfter(talking: Talking, event: TalkEvent, max: number): Turn {
  switch (event.type) {
    case 'down':
    case 'toggle':
      return pressed(talking, event.type === 'down' ? 'hold' : 'tap');
    case 'up':
      return released(talking, event.held < TAP_MS);
    case 'slipped':
      return released(talking, true);
    case 'began':
      if (talking.is !== 'asking') return { talking };
      return talking.by === 'gone'
        ? { talking: { is: 'quiet', said: 'open' }, act: 'drop' }
        : { talking: { is: 'recording', by: talking.by, seconds: 0 } };
    case 'second':
      return {
        talking: talking.is === 'recording' ? { ...talking, seconds: Math.min(max, event.seconds) } : talking,
      };
    case 'ended':
      if (talking.is !== 'recording' && talking.is !== 'ending') return { talking };
      return { talking: { is: 'quiet', said: remarkOn(event.seconds, max) } };
    case 'refused':
      return { talking: event.why === 'failed' ? { is: 'quiet', said: 'failed' } : { is: event.why } };
  }
}

function pressed(talking: Talking, by: 'hold' | 'tap'): Turn {
  switch (talking.is) {
    case 'quiet':
    case 'denied':
      return { talking: { is: 'asking', by }, act: 'start' };
    case 'asking':
      return { talking: { is: 'asking', by: 'gone' } };
    case 'recording':
      return { talking: { is: 'ending' }, act: 'stop' };
    case 'ending':
    case 'absent':
      return { talking };
  }
}

function released(talking: Talking, tapped: boolean): Turn {
  if (talking.is === 'asking' && talking.by === 'hold')
    return { talking: { is: 'asking', by: tapped ? 'tap' : 'gone' } };
  if (talking.is !== 'recording' || talking.by !== 'hold') return { talking };
  return tapped ? { talking: { ...talking, by: 'tap' } } : { talking: { is: 'ending' }, act: 'stop' };
}

function remarkOn(seconds: number, max: number): 'short' | 'full' | undefined {
  if (seconds < 1) return 'short';
  return seconds >= max ? 'full' : undefined;
}
