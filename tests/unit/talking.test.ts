import { TAP_MS, type TalkEvent, type Talking, turnAfter } from '@miniapp/ui/talking';
import fc from 'fast-check';

const MAX = 60;
const QUIET: Talking = { is: 'quiet' };
const HELD: TalkEvent = { type: 'up', held: TAP_MS };
const TAPPED: TalkEvent = { type: 'up', held: TAP_MS - 1 };

/** The state in the end, and everything that the phone was told on the way. */
function told(...events: TalkEvent[]): { talking: Talking; acts: string[] } {
  const acts: string[] = [];
  const talking = events.reduce((before, event) => {
    const turn = turnAfter(before, event, MAX);
    if (turn.act) acts.push(turn.act);
    return turn.talking;
  }, QUIET);
  return { talking, acts };
}

describe('the microphone button', () => {
  test('held, it listens until the finger leaves', () => {
    const down = told({ type: 'down' }, { type: 'began' });
    expect(down).toEqual({ talking: { is: 'recording', by: 'hold', seconds: 0 }, acts: ['start'] });
    const up = told({ type: 'down' }, { type: 'began' }, HELD);
    expect(up).toEqual({ talking: { is: 'ending' }, acts: ['start', 'stop'] });
    expect(told({ type: 'down' }, { type: 'began' }, HELD, { type: 'ended', seconds: 18 }).talking).toEqual(
      QUIET,
    );
  });

  test('tapped, it listens until the next tap, however soon it began', () => {
    for (const before of [
      [{ type: 'down' }, { type: 'began' }, TAPPED],
      [{ type: 'down' }, TAPPED, { type: 'began' }],
    ] as TalkEvent[][]) {
      expect(told(...before).talking).toEqual({ is: 'recording', by: 'tap', seconds: 0 });
      expect(told(...before, { type: 'down' }).acts).toEqual(['start', 'stop']);
      expect(told(...before, { type: 'down' }, HELD).talking).toEqual({ is: 'ending' });
    }
  });

  test('by keyboard or screen reader each press turns it on or off', () => {
    expect(told({ type: 'toggle' }, { type: 'began' }, { type: 'toggle' }).acts).toEqual(['start', 'stop']);
  });

  test('a finger that slips does not end what is being said', () => {
    const { talking, acts } = told({ type: 'down' }, { type: 'began' }, { type: 'slipped' });
    expect([talking, acts]).toEqual([{ is: 'recording', by: 'tap', seconds: 0 }, ['start']]);
  });

  test('whoever let go while the phone asked is not recorded unawares', () => {
    const { talking, acts } = told({ type: 'down' }, HELD, { type: 'began' });
    expect([talking, acts]).toEqual([{ is: 'quiet', said: 'open' }, ['start', 'drop']]);
  });

  test.each([
    [0, 'short'],
    [1, undefined],
    [59, undefined],
    [60, 'full'],
  ])('%i seconds: %s', (seconds, said) => {
    const { talking } = told({ type: 'toggle' }, { type: 'began' }, { type: 'ended', seconds });
    expect(talking).toEqual({ is: 'quiet', said });
  });

  test('refused, it says so; failed, it can be tried again', () => {
    expect(told({ type: 'down' }, { type: 'refused', why: 'denied' }).talking).toEqual({ is: 'denied' });
    expect(told({ type: 'down' }, { type: 'refused', why: 'absent' }).talking).toEqual({ is: 'absent' });
    expect(told({ type: 'down' }, { type: 'refused', why: 'failed' }).talking).toEqual({
      is: 'quiet',
      said: 'failed',
    });
    expect(told({ type: 'down' }, { type: 'refused', why: 'denied' }, { type: 'toggle' }).acts).toEqual([
      'start',
      'start',
    ]);
  });

  test('whatever fingers do, the phone is never told to record twice at once, nor to stop what does not run', () => {
    const finger = fc.constantFrom<TalkEvent>(
      { type: 'down' },
      HELD,
      TAPPED,
      { type: 'slipped' },
      { type: 'toggle' },
      { type: 'second', seconds: 3 },
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(finger, fc.boolean())), (steps) => {
        let talking: Talking = QUIET;
        // The phone beside it: what it does once it gets round to it.
        let phone = 'still' as 'still' | 'asked' | 'running' | 'stopping';
        const hear = (event: TalkEvent) => {
          const turn = turnAfter(talking, event, MAX);
          talking = turn.talking;
          if (turn.act === 'start') {
            expect(phone).toBe('still');
            phone = 'asked';
          } else if (turn.act !== undefined) {
            expect(phone).toBe('running');
            phone = turn.act === 'stop' ? 'stopping' : 'still';
          }
        };
        for (const [event, phoneMoves] of steps) {
          hear(event);
          if (!phoneMoves) continue;
          if (phone === 'asked') {
            phone = 'running';
            hear({ type: 'began' });
          } else if (phone === 'stopping') {
            phone = 'still';
            hear({ type: 'ended', seconds: 2 });
          }
        }
      }),
    );
  });
});
