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
import { HOLIDAYS_2026, MAKE_UP_DAYS_2026, utcDay } from '@tests/support/days-2026';
import fc from 'fast-check';

/*
 * The oracle counts on its fingers: it walks day by day over typed lists and keeps paused days in a set. It shares
 * no code with the calendar and the procedure.
 */

/** A China day and an hour in it. Days are numbers since 1970, so the oracle needs no date arithmetic. */
interface Moment {
  day: number;
  hour: number;
}

const NEW_YEAR = Date.UTC(2026, 0, 1) / 86_400_000;
const instant = ({ day, hour }: Moment) => new Date((day * 24 + hour - 8) * 3_600_000).toISOString();

function counts(day: number, unit: 'NATURAL' | 'WORKING'): boolean {
  if (unit === 'NATURAL') return true;
  const date = utcDay(day);
  if (MAKE_UP_DAYS_2026.has(date)) return true;
  if (HOLIDAYS_2026.has(date)) return false;
  const sinceThursday = day % 7; // 1 January 1970 was a Thursday
  return sinceThursday !== 2 && sinceThursday !== 3;
}

function walk(from: number, days: number, unit: 'NATURAL' | 'WORKING'): number {
  let day = from;
  for (let left = days; left > 0; ) {
    day += 1;
    if (counts(day, unit)) left -= 1;
  }
  return day;
}

function tally(from: number, to: number, unit: 'NATURAL' | 'WORKING', among?: Set<number>): number {
  let count = 0;
  for (let day = from + 1; day <= to; day += 1)
    if (counts(day, unit) && (among === undefined || among.has(day))) count += 1;
  return count;
}

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
