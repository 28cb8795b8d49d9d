import type { StaffRole } from '@shared/access';
import {
  type Case,
  clockOf,
  dueOn,
  escalations,
  holderOf,
  type RecordedEvent,
  reviewUntil,
  stepOf,
  supplementReminders,
} from '@shared/casework';
import { reopenUntil } from '@shared/casework/supplements';
import { clueDueOn } from '@shared/clues';
import {
  ANHUI2022,
  BUDGET_STEPS,
  type BudgetStep,
  type ClockFacts,
  caseClock,
  DEMO_2026,
  forecast,
  GANSU2023,
  type Profile,
  publicityWindow,
  STEP_KEYS,
  stepDueOn,
} from '@shared/procedure';
import { utcDay } from '@tests/support/days-2026';
import fc from 'fast-check';
import { rolls, walk as walkOfCase } from './casework-walk';
import { chinaDay, colourOf, fingers, readOut, tally, walk } from './deadline-oracle';

/** The oracle shares no code with what it judges: see deadline-oracle.ts. */

/** A China day and an hour in it. Days are numbers since 1970, so the oracle needs no date arithmetic. */
interface Moment {
  day: number;
  hour: number;
}

const NEW_YEAR = Date.UTC(2026, 0, 1) / 86_400_000;
const instant = ({ day, hour }: Moment) => new Date((day * 24 + hour - 8) * 3_600_000).toISOString();

interface Story {
  profile: Profile;
  clued: Moment;
  pauses: { from: Moment; to: Moment | null }[];
  decided: Moment | null;
  now: Moment;
}

const hours = (moment: Moment) => moment.day * 24 + moment.hour;

function pausedSet(story: Story): Set<number> {
  const end = story.decided ?? story.now;
  const paused = new Set<number>();
  for (const { from, to } of story.pauses) {
    const last = to === null || hours(to) > hours(end) ? end : to;
    if (hours(from) > hours(last)) continue;
    for (let day = from.day + 1; day <= last.day; day += 1) paused.add(day);
  }
  return paused;
}

function facts({ clued, pauses, decided }: Story): ClockFacts {
  return {
    cluedAt: instant(clued),
    pauses: pauses.map(({ from, to }) => ({ from: instant(from), to: to && instant(to) })),
    decidedAt: decided && instant(decided),
  };
}

/** Clues up to the end of August, so that everything ends within the year of the typed lists. */
const story: fc.Arbitrary<Story> = fc
  .record({
    profile: fc.constantFrom(DEMO_2026, GANSU2023, ANHUI2022),
    clueDay: fc.integer({ min: NEW_YEAR, max: NEW_YEAR + 240 }),
    hour: fc.integer({ min: 0, max: 23 }),
    pauses: fc.array(
      fc.record({
        after: fc.integer({ min: 0, max: 40 }),
        length: fc.integer({ min: 0, max: 12 }),
        hour: fc.integer({ min: 0, max: 23 }),
        endHour: fc.integer({ min: 0, max: 23 }),
        open: fc.boolean(),
      }),
      { maxLength: 4 },
    ),
    age: fc.integer({ min: 0, max: 50 }),
    nowHour: fc.integer({ min: 0, max: 23 }),
    decidedAfter: fc.option(fc.integer({ min: 0, max: 50 })),
  })
  .map((raw) => ({
    profile: raw.profile,
    clued: { day: raw.clueDay, hour: raw.hour },
    pauses: raw.pauses.map((pause) => {
      const from = {
        day: raw.clueDay + pause.after,
        hour: Math.max(pause.hour, pause.after === 0 ? raw.hour : 0),
      };
      const to = { day: from.day + pause.length, hour: pause.length === 0 ? from.hour : pause.endHour };
      return { from, to: pause.open ? null : to };
    }),
    now: { day: raw.clueDay + raw.age + 1, hour: raw.nowHour },
    decided:
      raw.decidedAfter === null || raw.decidedAfter > raw.age
        ? null
        : { day: raw.clueDay + raw.decidedAfter, hour: 23 },
  }));

const RUNS = { numRuns: 500 };

function oracleCap(s: Story) {
  const { capDays, unit } = s.profile.clock;
  const paused = tally(s.clued.day, (s.decided ?? s.now).day, unit, pausedSet(s));
  return { paused, due: walk(s.clued.day, capDays + paused, unit) };
}

test('the clock of a case agrees with one counted on fingers', () => {
  fc.assert(
    fc.property(story, (s) => {
      const { capDays, unit, warnAt } = s.profile.clock;
      const end = s.decided ?? s.now;
      const { paused, due } = oracleCap(s);
      const gross = tally(s.clued.day, end.day, unit);
      const open =
        s.decided === null &&
        s.pauses.some((p) => hours(p.from) <= hours(end) && (p.to === null || hours(p.to) > hours(end)));
      const amber = s.decided === null && !open && gross - paused >= warnAt * capDays;

      expect(caseClock(facts(s), s.profile, instant(s.now))).toEqual({
        cluedOn: utcDay(s.clued.day),
        capDueOn: utcDay(due),
        grossDays: gross,
        netDays: gross - paused,
        pausedDays: paused,
        paused: open,
        severity: end.day > due ? 'RED' : amber ? 'AMBER' : 'NORMAL',
      });
    }),
    RUNS,
  );
});

function isBudgetStep(step: string): step is BudgetStep {
  return BUDGET_STEPS.some((other) => other === step);
}

function oracleStep(step: (typeof STEP_KEYS)[number], start: number, s: Story): number {
  const { profile } = s;
  const end = (s.decided ?? s.now).day;
  const set = pausedSet(s);
  const { limit, unit } =
    step === 'publicity'
      ? { limit: profile.publicity.days, unit: profile.publicity.unit }
      : profile.steps[step];
  const shifted = walk(start, limit + tally(start, end, unit, set), unit);
  if (step === 'publicity') return shifted;
  if (!isBudgetStep(step) && step !== 'propose_reject') return walk(start, limit, unit);
  const cap = oracleCap(s);
  if (isBudgetStep(step)) {
    const budget = walk(s.clued.day, profile.budget[step] + cap.paused, profile.clock.unit);
    if (budget >= start) return Math.min(shifted, budget);
  }
  return Math.max(start, Math.min(shifted, cap.due));
}

test('the date of every step agrees with one counted on fingers', () => {
  fc.assert(
    fc.property(story, fc.constantFrom(...STEP_KEYS), fc.integer({ min: 0, max: 40 }), (s, step, after) => {
      const start = s.clued.day + after;
      const due = stepDueOn(step, utcDay(start), facts(s), s.profile, instant(s.now));
      expect(due).toBe(utcDay(oracleStep(step, start, s)));
    }),
    RUNS,
  );
});

test('no step is due before it starts, and none but publicity after a cap that is still ahead', () => {
  fc.assert(
    fc.property(
      story,
      fc.constantFrom(...BUDGET_STEPS),
      fc.integer({ min: 0, max: 40 }),
      (s, step, after) => {
        const startedOn = utcDay(s.clued.day + after);
        const due = stepDueOn(step, startedOn, facts(s), s.profile, instant(s.now));
        const { capDueOn } = caseClock(facts(s), s.profile, instant(s.now));
        expect(due >= startedOn).toBe(true);
        if (step !== 'publicity' && startedOn <= capDueOn) expect(due <= capDueOn).toBe(true);
      },
    ),
    RUNS,
  );
});

test('a forecast runs forward, promises nothing that has passed, and ends with the cap', () => {
  fc.assert(
    fc.property(
      story,
      fc.constantFrom(...BUDGET_STEPS),
      fc.integer({ min: 0, max: 40 }),
      (s, step, after) => {
        const startedOn = utcDay(s.clued.day + after);
        const plan = forecast({ step, startedOn }, facts(s), s.profile, instant(s.now));
        const result = plan.pop();
        expect(result).toEqual({ step: 'result', dueOn: utcDay(oracleCap(s).due) });
        expect(plan[0]?.step).toBe(step);

        const chain = plan.filter((entry) => !['accept', 'verify', 'dataCheck'].includes(entry.step));
        const dates = chain.map((entry) => entry.dueOn);
        expect(dates).toEqual([...dates].sort());
        for (const entry of chain.filter((other) => other.step !== step))
          expect(entry.dueOn >= utcDay(s.now.day)).toBe(true);
      },
    ),
    RUNS,
  );
});

test('publicity holds its full days, all after the day of posting', () => {
  fc.assert(
    fc.property(
      story,
      fc.integer({ min: 5, max: 10 }),
      fc.constantFrom('NATURAL', 'WORKING'),
      (s, days, unit) => {
        const profile: Profile = { ...s.profile, publicity: { ...s.profile.publicity, days, unit } };
        const window = publicityWindow(instant(s.clued), profile);
        expect(window).toEqual({
          firstDay: utcDay(s.clued.day + 1),
          lastDay: utcDay(walk(s.clued.day, days, unit)),
          days,
        });
      },
    ),
  );
});

/** Days after which the typed lists of holidays could end inside a limit. */
const LAST_DAY = chinaDay('2026-10-15T00:00:00Z');

/** Lives of a case at random, each looked at after every turn and some days later, while the lists of 2026 reach. */
function looks(
  roll: Parameters<typeof walkOfCase>[0],
  idle: number,
  see: (c: Case, history: readonly RecordedEvent[], profile: Profile, now: string) => void,
): void {
  walkOfCase(roll, ({ after, decision, now }) => {
    const late = new Date(Date.parse(now) + idle * 86_400_000).toISOString();
    if (after.case === null || !decision.ok) return;
    for (const when of new Set([now, late]))
      if (chinaDay(when) <= LAST_DAY) see(after.case, after.history, after.profile, when);
  });
}

const LIVES = { numRuns: 60 };
const idleDays = fc.integer({ min: 0, max: 12 });
const dayOf = (day: number | null) => (day === null ? null : utcDay(day));

test('the lives meet every kind of pause, each colour, each limit and each office that is late', () => {
  const seen = new Set<string>();
  const lives = [29, 36].flatMap((seed) => fc.sample(rolls, { numRuns: 150, seed }));
  for (const roll of lives)
    looks(roll, 5, (_c, history, profile, now) => {
      const told = readOut(history, profile, now);
      for (const { why } of told.stops) seen.add(why);
      for (const { what, due } of told.beside) seen.add(chinaDay(now) > due ? `${what} late` : what);
      seen.add(fingers(told, profile, now).severity);
      if (told.clued.includes('+08:00')) seen.add('GREEN');
      if (told.reviewUntil !== null) seen.add('reviewFiling');
      if (told.reopenUntil !== null) seen.add('reopen');
      if (told.due !== null) seen.add(`${told.holder} ${Math.min(Math.max(chinaDay(now) - told.due, 0), 4)}`);
    });
  const expected = [
    ...['SUPPLEMENT', 'OBJECTION', 'RERUN', 'DISPUTED_CHECK', 'REVIEW', 'GREEN', 'AMBER', 'RED'],
    ...[
      'assist',
      'assist late',
      'helpPapers',
      'refusalNotice',
      'refusalNotice late',
      'reopen',
      'reviewFiling',
    ],
    ...['HOUSEHOLD 4', 'VILLAGE 0', 'VILLAGE 1', 'VILLAGE 4', 'TOWN 1', 'TOWN 4', 'COUNTY 4'],
  ];
  expect(expected.filter((one) => !seen.has(one))).toEqual([]);
});

test('in lives at random: days used, gross and net, the cap, and its colour at 70 % and at 100 %', () => {
  fc.assert(
    fc.property(rolls, idleDays, (roll, idle) => {
      looks(roll, idle, (c, history, profile, now) => {
        const told = readOut(history, profile, now);
        const { gross, net, paused, cap, stands, severity } = fingers(told, profile, now);
        expect(clockOf(c, profile, now)).toEqual({
          cluedOn: utcDay(chinaDay(told.clued)),
          capDueOn: utcDay(cap),
          grossDays: gross,
          netDays: net,
          pausedDays: paused,
          paused: stands,
          severity,
        });
      });
    }),
    LIVES,
  );
});

test('in lives at random: the day by which each step must be done, read by staff and family alike', () => {
  fc.assert(
    fc.property(rolls, idleDays, (roll, idle) => {
      looks(roll, idle, (c, history, profile, now) => {
        const told = readOut(history, profile, now);
        expect([told.state, dueOn(c, profile, now)]).toEqual([told.state, dayOf(told.due)]);
        expect([told.state, holderOf(c)]).toEqual([told.state, told.holder]);
      });
    }),
    LIVES,
  );
});

test('in lives at random: letters, answers of other villages, papers of help, and the days to ask again', () => {
  fc.assert(
    fc.property(rolls, idleDays, (roll, idle) => {
      looks(roll, idle, (c, history, profile, now) => {
        const told = readOut(history, profile, now);
        expect(reviewUntil(c, profile)).toBe(dayOf(told.reviewUntil));
        expect(reopenUntil(c, profile)).toBe(dayOf(told.reopenUntil));
        const warnAt = profile.clock.warnAt;
        const expected = told.beside.flatMap(({ what, from, due }) => {
          const severity = colourOf(from, due, chinaDay(now), warnAt);
          return severity === null ? [] : [`${what} ${severity} ${utcDay(due)}`];
        });
        const found = escalations(c, profile, now)
          .filter(({ what }) => what === 'refusalNotice' || what === 'assist' || what === 'helpPapers')
          .map(({ what, severity, dueOn: due }) => `${what} ${severity} ${due}`);
        expect([...found].sort()).toEqual([...expected].sort());
      });
    }),
    LIVES,
  );
});

/** Who is told of something late, by the office that has it: itself, then one level up, after three days two. */
const UPWARD: Record<string, [StaffRole[], StaffRole[], StaffRole[]]> = {
  HOUSEHOLD: [
    ['GRID', 'VILLAGE'],
    ['VILLAGE', 'TASKFORCE'],
    ['TOWN_CLERK', 'TOWN_LEADER'],
  ],
  VILLAGE: [
    ['VILLAGE', 'TASKFORCE'],
    ['TOWN_CLERK', 'TOWN_LEADER'],
    ['COUNTY_CLERK', 'COUNTY_LEADER'],
  ],
  TOWN: [['TOWN_CLERK', 'TOWN_LEADER'], ['COUNTY_CLERK', 'COUNTY_LEADER'], []],
  COUNTY: [['COUNTY_CLERK', 'COUNTY_LEADER'], [], []],
};

test('in lives at random: what is late is told upward, step by step, and nothing is decided by it', () => {
  fc.assert(
    fc.property(rolls, idleDays, (roll, idle) => {
      looks(roll, idle, (c, history, profile, now) => {
        const told = readOut(history, profile, now);
        const today = chinaDay(now);
        const found = escalations(c, profile, now);
        const step = found.find(({ what }) => what === stepOf(c.state));
        const colour = told.due === null ? null : colourOf(told.began, told.due, today, profile.clock.warnAt);
        expect([told.state, step?.severity ?? null]).toEqual([told.state, colour]);
        if (step !== undefined && told.due !== null) {
          const [own = [], next = [], further = []] = UPWARD[told.holder] ?? [];
          const lateDays = today - told.due;
          const tell =
            lateDays <= 0 ? own : lateDays <= 3 ? [...own, ...next] : [...own, ...next, ...further];
          expect([told.holder, lateDays, [...step.tell].sort()]).toEqual([
            told.holder,
            lateDays,
            [...new Set(tell)].sort(),
          ]);
        }
        const { severity } = fingers(told, profile, now);
        const open = told.holder !== 'NOBODY' && told.stopped === null;
        const cap = found.find(({ what }) => what === 'cap');
        expect(cap?.severity ?? 'NORMAL').toBe(open ? severity : 'NORMAL');
        // The worst first; overdue never closes a case (I6).
        const rank = found.map((one) => `${one.severity === 'RED' ? 0 : 1} ${one.dueOn}`);
        expect(rank).toEqual([...rank].sort());
      });
    }),
    LIVES,
  );
});

test('the family is reminded on the first and third day by a message, on the fourth by a person', () => {
  fc.assert(
    fc.property(rolls, idleDays, (roll, idle) => {
      looks(roll, idle, (c, history, profile, now) => {
        const told = readOut(history, profile, now);
        const today = chinaDay(now);
        const asking = ['SupplementRequested', 'CaseReopened'];
        const last = history.filter(({ type }) => [...asking, 'PapersCalledFor'].includes(type)).at(-1);
        const spoken = last !== undefined && !asking.includes(last.type);
        const expected =
          told.state !== 'SUPPLEMENT'
            ? []
            : [
                ...[1, 3].map((n) => ({ kind: 'MESSAGE', dueOn: told.began + n })),
                ...(spoken ? [] : [{ kind: 'PERSON', dueOn: told.began + 4 }]),
              ].filter((one) => one.dueOn <= today);
        expect(supplementReminders(c, utcDay(today))).toEqual(
          expected.map((one) => ({ ...one, dueOn: utcDay(one.dueOn) })),
        );
      });
    }),
    LIVES,
  );
});

test('a clue is answered within the days that the county gives, weekends and holidays included', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(DEMO_2026, GANSU2023, ANHUI2022),
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: NEW_YEAR, max: NEW_YEAR + 300 }),
      (profile, answerDays, day) => {
        const county = { ...profile, clues: { ...profile.clues, answerDays } };
        expect(clueDueOn(county, utcDay(day))).toBe(utcDay(walk(day, answerDays, 'NATURAL')));
      },
    ),
  );
});
