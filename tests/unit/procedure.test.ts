import { localDate, startOfDay } from '@shared/calendar';
import {
  ANHUI2022,
  type ClockFacts,
  caseClock,
  DEMO_2026,
  forecast,
  GANSU2023,
  PROFILES,
  parseProfile,
  publicityWindow,
  stepDueOn,
} from '@shared/procedure';

/** A moment on a China day. */
const at = (date: string, time = '12:00') => new Date(`${date}T${time}:00+08:00`).toISOString();

/** F01: the clue of Monday 2 March 2026, nothing paused. */
const F01: ClockFacts = { cluedAt: at('2026-03-02', '09:10'), pauses: [] };

/** F05: papers missing from 5 to 9 March, decision on 19 March. */
const F05: ClockFacts = {
  cluedAt: at('2026-03-02'),
  pauses: [{ from: at('2026-03-05'), to: at('2026-03-09') }],
  decidedAt: at('2026-03-19'),
};

describe('the clock of a case', () => {
  test('F01 is decided on day 11 of 15', () => {
    const clock = caseClock({ ...F01, decidedAt: at('2026-03-13') }, DEMO_2026, at('2026-04-20'));
    expect(clock).toEqual({
      cluedOn: '2026-03-02',
      capDueOn: '2026-03-17',
      grossDays: 11,
      netDays: 11,
      pausedDays: 0,
      paused: false,
      severity: 'NORMAL',
    });
  });

  test('F05 shows two numbers, 17 gross and 13 net, and is within the cap', () => {
    expect(caseClock(F05, DEMO_2026, at('2026-03-20'))).toMatchObject({
      grossDays: 17,
      netDays: 13,
      pausedDays: 4,
      capDueOn: '2026-03-21',
      severity: 'NORMAL',
    });
  });

  test('F05 in working days counts the pause in working days too', () => {
    expect(caseClock(F05, GANSU2023, at('2026-03-20'))).toMatchObject({
      grossDays: 13,
      netDays: 11,
      pausedDays: 2,
      capDueOn: '2026-03-25',
    });
  });

  test('F06, helped on a Saturday night: 11 days from the help to the decision', () => {
    const facts = { cluedAt: at('2026-01-11', '23:40'), pauses: [], decidedAt: at('2026-01-22') };
    expect(caseClock(facts, DEMO_2026, at('2026-01-23'))).toMatchObject({
      grossDays: 11,
      severity: 'NORMAL',
    });
  });

  test('turns amber at 70 % and red when the last day is over, not before', () => {
    const severityOn = (now: string) => caseClock(F01, DEMO_2026, now).severity;
    expect(severityOn(at('2026-03-12', '23:59'))).toBe('NORMAL'); // day 10
    expect(severityOn(at('2026-03-13', '00:00'))).toBe('AMBER'); // day 11
    expect(severityOn(at('2026-03-17', '23:59'))).toBe('AMBER');
    expect(severityOn(at('2026-03-18', '00:00'))).toBe('RED');
  });

  test('in working days, is red on the Saturday after its last Friday', () => {
    const facts = { cluedAt: at('2026-03-06'), pauses: [] }; // a Friday; 15 working days end on a Friday
    expect(caseClock(facts, GANSU2023, at('2026-03-27'))).toMatchObject({
      capDueOn: '2026-03-27',
      severity: 'AMBER',
    });
    expect(caseClock(facts, GANSU2023, at('2026-03-28'))).toMatchObject({ netDays: 15, severity: 'RED' });
  });

  test('stands still and calm while paused, and pauses that overlap count once', () => {
    const facts: ClockFacts = {
      ...F01,
      pauses: [
        { from: at('2026-03-05'), to: at('2026-03-08') },
        { from: at('2026-03-07'), to: null },
      ],
    };
    expect(caseClock(facts, DEMO_2026, at('2026-03-25'))).toMatchObject({
      grossDays: 23,
      pausedDays: 20,
      netDays: 3,
      paused: true,
      severity: 'NORMAL',
      capDueOn: '2026-04-06',
    });
  });

  test('a pause within one day takes no day off, and one that has not begun is not counted', () => {
    const pauses = [
      { from: at('2026-03-05', '08:00'), to: at('2026-03-05', '20:00') },
      { from: at('2026-03-20'), to: null },
    ];
    expect(caseClock({ ...F01, pauses }, DEMO_2026, at('2026-03-06'))).toMatchObject({
      pausedDays: 0,
      netDays: 4,
      paused: false,
    });
  });

  test('a decision after the last day stays red', () => {
    const late = { ...F01, decidedAt: at('2026-03-18') };
    expect(caseClock(late, DEMO_2026, at('2026-05-01')).severity).toBe('RED');
  });
});

describe('publicity', () => {
  test('begins the day after posting, however late it was posted', () => {
    const window = { firstDay: '2026-03-07', lastDay: '2026-03-11', days: 5 };
    expect(publicityWindow(at('2026-03-06', '19:00'), DEMO_2026)).toEqual(window);
    expect(publicityWindow(at('2026-03-06', '23:59'), DEMO_2026)).toEqual(window);
    expect(publicityWindow(at('2026-03-07', '00:00'), DEMO_2026).firstDay).toBe('2026-03-08');
  });

  test('may be counted in working days', () => {
    const profile = { ...DEMO_2026, publicity: { ...DEMO_2026.publicity, unit: 'WORKING' as const } };
    expect(publicityWindow(at('2026-03-06'), profile)).toEqual({
      firstDay: '2026-03-07',
      lastDay: '2026-03-13',
      days: 5,
    });
  });
});

describe('the dates that a family is told', () => {
  test('F01 on 4 March, while two cadres are to visit', () => {
    expect(forecast({ step: 'verify', startedOn: '2026-03-02' }, F01, DEMO_2026, at('2026-03-04'))).toEqual([
      { step: 'verify', dueOn: '2026-03-05' },
      { step: 'dataCheck', dueOn: '2026-03-07' },
      { step: 'triage', dueOn: '2026-03-08' },
      { step: 'appraisal', dueOn: '2026-03-08' },
      { step: 'publicity', dueOn: '2026-03-13' },
      { step: 'town', dueOn: '2026-03-15' },
      { step: 'county', dueOn: '2026-03-16' },
      { step: 'result', dueOn: '2026-03-17' },
    ]);
  });

  test('F01 in publicity, posted on the evening of 6 March', () => {
    const plan = forecast({ step: 'publicity', startedOn: '2026-03-06' }, F01, DEMO_2026, at('2026-03-08'));
    expect(plan).toEqual([
      { step: 'publicity', dueOn: '2026-03-11' },
      { step: 'town', dueOn: '2026-03-13' },
      { step: 'county', dueOn: '2026-03-16' },
      { step: 'result', dueOn: '2026-03-17' },
    ]);
  });

  test('right after the report, the village takes it in by the next day', () => {
    const plan = forecast({ step: 'accept', startedOn: '2026-03-02' }, F01, DEMO_2026, at('2026-03-02'));
    expect(plan.slice(0, 3)).toEqual([
      { step: 'accept', dueOn: '2026-03-03' },
      { step: 'verify', dueOn: '2026-03-05' },
      { step: 'dataCheck', dueOn: '2026-03-07' },
    ]);
  });

  test('an overdue visit keeps its own date, and the later dates stay as promised while they can', () => {
    const plan = forecast({ step: 'verify', startedOn: '2026-03-02' }, F01, DEMO_2026, at('2026-03-06'));
    expect(plan.map((entry) => entry.dueOn)).toEqual([
      '2026-03-05',
      '2026-03-07',
      '2026-03-08',
      '2026-03-08',
      '2026-03-13',
      '2026-03-15',
      '2026-03-16',
      '2026-03-17',
    ]);
  });

  test('a very late comparison promises nothing in the past and nothing after the cap that can be before it', () => {
    const now = at('2026-03-12');
    const plan = forecast({ step: 'dataCheck', startedOn: '2026-03-05' }, F01, DEMO_2026, now);
    expect(plan).toEqual([
      { step: 'dataCheck', dueOn: '2026-03-07' },
      { step: 'triage', dueOn: '2026-03-13' },
      { step: 'appraisal', dueOn: '2026-03-15' },
      { step: 'publicity', dueOn: '2026-03-20' }, // never shorter than five days
      { step: 'town', dueOn: '2026-03-20' },
      { step: 'county', dueOn: '2026-03-20' },
      { step: 'result', dueOn: '2026-03-17' },
    ]);
  });

  test('beside the straight path only the step and the result are known', () => {
    const plan = forecast(
      { step: 'propose_reject', startedOn: '2026-03-06' },
      F01,
      DEMO_2026,
      at('2026-03-06'),
    );
    expect(plan).toEqual([
      { step: 'propose_reject', dueOn: '2026-03-08' },
      { step: 'result', dueOn: '2026-03-17' },
    ]);
  });
});

describe('the date of a step', () => {
  const due = (step: Parameters<typeof stepDueOn>[0], startedOn: string, facts = F01, profile = DEMO_2026) =>
    stepDueOn(step, startedOn, facts, profile, at('2026-03-30'));

  test('is the earlier of its own limit and its day in the budget', () => {
    expect(due('town', '2026-03-11')).toBe('2026-03-13');
    expect(due('town', '2026-03-12')).toBe('2026-03-14');
    expect(due('town', '2026-03-14')).toBe('2026-03-15');
  });

  test('without budget left, is its own limit but not beyond the cap, and never before its start', () => {
    expect(due('town', '2026-03-16')).toBe('2026-03-17');
    expect(due('county', '2026-03-25')).toBe('2026-03-25');
  });

  test('moves out by the days paused inside the step, and by no others', () => {
    const pauses = [{ from: at('2026-03-05'), to: at('2026-03-09') }];
    expect(due('dataCheck', '2026-03-05', { ...F01, pauses })).toBe('2026-03-11'); // budget 7 March + 4
    expect(due('verify', '2026-03-04', { ...F01, pauses })).toBe('2026-03-09'); // budget 5 March + 4
    expect(due('appraisal', '2026-03-10', { ...F01, pauses })).toBe('2026-03-12');
  });

  test("the family's time for papers does not move although the clock stands still", () => {
    const pauses = [{ from: at('2026-03-05'), to: null }];
    expect(due('supplement', '2026-03-05', { ...F01, pauses })).toBe('2026-03-10');
  });

  test('publicity that an objection interrupts resumes for the days that are left', () => {
    const pauses = [{ from: at('2026-03-08'), to: at('2026-03-11') }];
    expect(due('publicity', '2026-03-06', { ...F01, pauses })).toBe('2026-03-14');
  });

  test('the notice of a refusal is due in working days, outside the cap', () => {
    expect(due('refusalNotice', '2026-03-20')).toBe('2026-03-25');
  });

  test('the same case under the two provinces differs in dates', () => {
    expect(due('verify', '2026-03-02', F01, GANSU2023)).toBe('2026-03-09');
    expect(due('verify', '2026-03-02', F01, ANHUI2022)).toBe('2026-03-04');
    expect(caseClock(F01, GANSU2023, at('2026-03-04')).capDueOn).toBe('2026-03-23');
    expect(caseClock(F01, ANHUI2022, at('2026-03-04')).capDueOn).toBe('2026-03-30');
  });
});

describe('a profile', () => {
  test.each(Object.keys(PROFILES))('%s is valid and carries its own code', (code) => {
    const parsed = parseProfile(PROFILES[code]);
    expect(parsed).toEqual({ ok: true, profile: PROFILES[code], filled: [] });
    expect(PROFILES[code]?.code).toBe(code);
  });

  test('the provinces differ from the demo in dates and names only', () => {
    const dated = ['code', 'name', 'effectiveFrom', 'year', 'clock', 'steps', 'budget'];
    for (const profile of [GANSU2023, ANHUI2022]) {
      const other = Object.keys(DEMO_2026).filter(
        (key) => !dated.includes(key),
      ) as (keyof typeof DEMO_2026)[];
      for (const key of other) expect(profile[key]).toEqual(DEMO_2026[key]);
    }
  });

  const problemsOf = (change: object) => {
    const parsed = parseProfile({ ...structuredClone(DEMO_2026), ...change });
    return parsed.ok ? [] : parsed.problems;
  };

  test.each([
    ['a budget beyond the cap', { budget: { ...DEMO_2026.budget, county: 16 } }, 'budget.county'],
    ['a budget that runs backwards', { budget: { ...DEMO_2026.budget, town: 10 } }, 'budget.town'],
    ['no room for publicity', { budget: { ...DEMO_2026.budget, publicity: 10 } }, 'budget.publicity'],
    ['a warning at 100 %', { clock: { ...DEMO_2026.clock, warnAt: 1 } }, 'clock.warnAt'],
    ['a publicity of 4 days', { publicity: { ...DEMO_2026.publicity, days: 4 } }, 'publicity.days'],
    [
      'a publicity that differs from its step',
      { publicity: { ...DEMO_2026.publicity, days: 7 } },
      'steps.publicity',
    ],
    ['one signature', { verification: { minSigners: 1 } }, 'verification.minSigners'],
    ['an even quorum where it must be odd', { appraisal: { quorum: 10, oddOnly: true } }, 'appraisal.quorum'],
    [
      'a multiple without its number',
      { line: { ...DEMO_2026.line, basis: 'dibaoMultiple' } },
      'line.multiple',
    ],
    [
      'a short publicity of elimination',
      { elimination: { ...DEMO_2026.elimination, publicityDays: 3 } },
      'elimination.publicityDays',
    ],
    [
      'one flag twice',
      { assetFlags: [...DEMO_2026.assetFlags, ...DEMO_2026.assetFlags.slice(0, 1)] },
      'assetFlags',
    ],
  ])('is refused for %s', (_, change, path) => {
    expect(problemsOf(change)).toContainEqual(
      expect.objectContaining({ path, message: expect.stringMatching(/[一-龥]/) }),
    );
  });

  test('is refused with the place and a Chinese sentence for what is missing, unknown, mistyped or out of range', () => {
    const { version: _, ...rest } = DEMO_2026;
    const parsed = parseProfile({
      ...rest,
      hurry: true,
      name: '',
      clock: { ...DEMO_2026.clock, capDays: 0, unit: 'WEEKS' },
      line: { ...DEMO_2026.line, perCapitaFen: '8700' },
      effectiveFrom: '2026-02-30',
    });
    expect(parsed.ok ? [] : [...parsed.problems].sort((a, b) => (a.path < b.path ? -1 : 1))).toEqual([
      { path: 'clock.capDays', message: '要填 1 到 366 的整数', bounds: { min: 1, max: 366 } },
      { path: 'clock.unit', message: '只能填 NATURAL、WORKING' },
      { path: 'effectiveFrom', message: '写法不对' },
      { path: 'hurry', message: '没有这一项，删掉或改名' },
      {
        path: 'line.perCapitaFen',
        message: '要填 100 到 100000000 的整数',
        bounds: { min: 100, max: 100_000_000 },
      },
      { path: 'name', message: '不能空着' },
      { path: 'version', message: '缺这一项' },
    ]);
  });

  test.each([null, 'DEMO-2026', []])('%p is no profile', (input) => {
    expect(parseProfile(input).ok).toBe(false);
  });
});

test('the fixtures stand on the right days', () => {
  expect(localDate(F01.cluedAt)).toBe('2026-03-02');
  expect(at('2026-03-02', '00:00')).toBe(startOfDay('2026-03-02'));
});
