import type { Caller } from '@shared/access';
import { type Command, daysOnNotice } from '@shared/casework';
import { DEMO_2026 } from '@shared/procedure';
import { hangs } from '@shared/publicity';
import { attempt, cadre, grid, townClerk, type World } from '@tests/support/casework';
import { f01 } from '@tests/support/casework-f01';
import { HOLIDAYS_2026, MAKE_UP_DAYS_2026, utcDay } from '@tests/support/days-2026';
import fc from 'fast-check';

/*
 * Days that count (issue 6.5), against an oracle that ticks through the minutes of a board's life: it knows midnights in
 * China, typed lists of holidays, and when objections came and were answered. It shares no code with calendar, procedure
 * and publicity.
 */

type Unit = 'NATURAL' | 'WORKING';

/** Minutes since 1970 of China's wall clock: day 0 of it begins at 00:00 in China. */
type Minute = number;
const DAY = 24 * 60;
const minuteOf = (local: string): Minute => Date.parse(`${local.replace(' ', 'T')}:00Z`) / 60_000;
const instantOf = (minute: Minute) => new Date((minute - 8 * 60) * 60_000).toISOString();
const dayOf = (minute: Minute) => Math.floor(minute / DAY);

function isCounted(day: number, unit: Unit): boolean {
  if (unit === 'NATURAL') return true;
  const date = utcDay(day);
  if (MAKE_UP_DAYS_2026.has(date)) return true;
  const sinceThursday = day % 7;
  return !HOLIDAYS_2026.has(date) && sinceThursday !== 2 && sinceThursday !== 3;
}

interface Story {
  posted: Minute;
  days: number;
  unit: Unit;
  /** One after the other; each comes while the paper hangs, each is answered without a change. */
  objections: { filed: Minute; answered: Minute }[];
}

/** Whether the paper hangs at a minute, by living through every midnight since it went up. */
function hung({ posted, days, unit, objections }: Story, at: Minute): boolean {
  let left = days;
  for (let day = dayOf(posted) + 1; day <= dayOf(at); day += 1) {
    // Midnight: the day before is over. It counts when it was whole, and nobody was looking into anything at its end.
    const over = day - 1;
    const stopped = objections.some(
      ({ filed, answered }) => dayOf(filed) < over && (over <= dayOf(answered) || answered >= day * DAY),
    );
    if (over > dayOf(posted) && !stopped && isCounted(over, unit)) left -= 1;
    const open = objections.some(({ filed, answered }) => filed < day * DAY && answered >= day * DAY);
    if (left <= 0 && !open) return false;
  }
  return at >= posted;
}

const county = (days: number, unit: Unit) => ({
  ...DEMO_2026,
  publicity: { ...DEMO_2026.publicity, days, unit },
});

function act(world: World, caller: Caller, command: Command, at: Minute): World {
  const { decision, world: after } = attempt(world, caller, command, instantOf(at));
  if (!decision.ok) throw new Error(`${command.type}: ${decision.refusal.code}`);
  return after;
}

const START = f01('PUBLICITY');

/** The story as the product tells it; gives whether the row hangs at each of some minutes, asked as they pass. */
function told(story: Story, looks: readonly Minute[]): boolean[] {
  const profile = county(story.days, story.unit);
  const acts: [Minute, Caller, Command][] = [
    [story.posted, cadre, { type: 'postPublicity', noticeId: 'n', photoId: 'p' }],
    ...story.objections.flatMap(({ filed, answered }, index): [Minute, Caller, Command][] => [
      [
        filed,
        grid,
        {
          type: 'fileObjection',
          objectionId: `o${index}`,
          statement: '有大车',
          objector: null,
          aboutCadre: false,
          channel: 'BOX',
        } as Command,
      ],
      [
        answered,
        townClerk,
        { type: 'recordInvestigation', objectionId: `o${index}`, record: '查过', photoIds: [] } as Command,
      ],
      [
        answered,
        townClerk,
        {
          type: 'answerObjection',
          objectionId: `o${index}`,
          verdict: 'NOT_UPHELD',
          answer: '查过了',
          factsChanged: false,
        } as Command,
      ],
    ]),
  ];
  let world: World = { ...START, profile };
  const seen: boolean[] = [];
  for (const look of looks) {
    while (acts[0] !== undefined && acts[0][0] <= look) {
      const [at, caller, command] = acts.shift() as (typeof acts)[number];
      world = act(world, caller, command, at);
    }
    const days = world.case === null ? null : daysOnNotice(world.case, 'n');
    seen.push(days !== null && hangs(days, utcDay(dayOf(look))));
  }
  return seen;
}

/** Every minute at which something can change, and the one before. */
function looksAt({ posted, objections }: Story): Minute[] {
  const last = Math.max(posted, ...objections.map(({ answered }) => answered)) + 45 * DAY;
  const midnights = Array.from(
    { length: Math.ceil((last - posted) / DAY) },
    (_, n) => (dayOf(posted) + 1 + n) * DAY,
  );
  return [
    posted,
    ...objections.flatMap(({ filed, answered }) => [filed, answered]),
    ...midnights.flatMap((at) => [at - 1, at]),
  ]
    .filter((at) => at >= posted && at <= last)
    .sort((a, b) => a - b);
}

const YEAR = minuteOf('2026-01-01 00:00');
const minuteOfDay = fc.oneof(fc.constantFrom(0, 1, DAY - 1), fc.integer({ min: 0, max: DAY - 1 }));
const story: fc.Arbitrary<Story> = fc
  .record({
    day: fc.oneof(fc.integer({ min: 0, max: 240 }), fc.constantFrom(30, 44, 45, 58, 119, 211)),
    minute: minuteOfDay,
    days: fc.integer({ min: 5, max: 10 }),
    unit: fc.constantFrom<Unit>('NATURAL', 'WORKING'),
    waits: fc.array(fc.record({ after: fc.nat(8 * DAY), lasts: fc.nat(9 * DAY), edge: fc.boolean() }), {
      maxLength: 2,
    }),
  })
  .map(({ day, minute, days, unit, waits }) => {
    const told: Story = { posted: YEAR + day * DAY + minute, days, unit, objections: [] };
    let from = told.posted;
    for (const { after, lasts, edge } of waits) {
      // On the edge: in the last minute of a day.
      const filed = edge ? (dayOf(from + after) + 1) * DAY - 1 : from + after;
      if (!hung(told, filed) || filed <= from) break;
      const answered = filed + lasts + 1;
      told.objections.push({ filed, answered });
      from = answered;
    }
    return told;
  });

test('a paper hangs when the minutes say so, through holidays, make-up days, pauses and last-minute objections', () => {
  fc.assert(
    fc.property(story, (s) => {
      const looks = looksAt(s);
      expect(told(s, looks)).toEqual(looks.map((at) => hung(s, at)));
    }),
    { numRuns: 300 },
  );
});

const ends = (s: Story): string => {
  const looks = looksAt(s);
  const down = looks[told(s, looks).indexOf(false)] ?? 0;
  return new Date(down * 60_000).toISOString().slice(0, 16).replace('T', ' ');
};
const plain = (
  posted: string,
  days = 5,
  unit: Unit = 'NATURAL',
  objections: [string, string][] = [],
): Story => ({
  posted: minuteOf(posted),
  days,
  unit,
  objections: objections.map(([filed, answered]) => ({
    filed: minuteOf(filed),
    answered: minuteOf(answered),
  })),
});

test.each([
  ['posted at 23:59: that minute is no day', plain('2026-03-06 23:59'), '2026-03-12 00:00'],
  ['posted at 00:00: that day is none either', plain('2026-03-07 00:00'), '2026-03-13 00:00'],
  ['over the end of February', plain('2026-02-26 19:00'), '2026-03-04 00:00'],
  ['over the end of a month of 31', plain('2026-07-29 08:00'), '2026-08-04 00:00'],
  ['over the end of a year', plain('2025-12-30 12:00'), '2026-01-05 00:00'],
  // 14 February works, 15 to 23 is the festival, 28 works: 14, 24, 25, 26, 27 are five.
  ['working days around Spring Festival', plain('2026-02-13 17:00', 5, 'WORKING'), '2026-02-28 00:00'],
  ['seven of them take the Saturday that works', plain('2026-02-13 17:00', 7, 'WORKING'), '2026-03-03 00:00'],
  ['natural days go on through the festival', plain('2026-02-13 17:00'), '2026-02-19 00:00'],
  [
    'an objection stops its days, and the rest goes on after the answer',
    plain('2026-03-06 19:00', 5, 'NATURAL', [['2026-03-08 09:00', '2026-03-10 09:00']]),
    '2026-03-14 00:00',
  ],
  [
    'one in the last minute keeps it up until it is answered, and to the end of that day',
    plain('2026-03-06 19:00', 5, 'NATURAL', [['2026-03-11 23:59', '2026-03-15 10:00']]),
    '2026-03-16 00:00',
  ],
  [
    'paused over the festival in working days',
    plain('2026-02-11 10:00', 5, 'WORKING', [['2026-02-12 10:00', '2026-02-24 10:00']]),
    '2026-03-01 00:00',
  ],
])('%s', (_, s, down) => expect(ends(s)).toBe(down));
