import { type Caller, type StaffRole, SYSTEM_CALLER } from '@shared/access';
import {
  type Case,
  type CaseState,
  type Command,
  clockOf,
  dueOn,
  escalations,
  holderOf,
  type RecordedEvent,
  reviewUntil,
  stepOf,
  supplementReminders,
} from '@shared/casework';
import type { PublicWords } from '@shared/casework/inputs/objection';
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
import {
  at,
  attempt,
  attendees,
  cadre,
  countyLeader,
  daughter,
  grid,
  person,
  townLeader,
  VILLAGE,
  type World,
} from '@tests/support/casework';
import { f01 } from '@tests/support/casework-f01';
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
    const late = later(now, idle);
    if (after.case === null || !decision.ok) return;
    for (const when of new Set([now, late]))
      if (chinaDay(when) <= LAST_DAY) see(after.case, after.history, after.profile, when);
  });
}

const LIVES = { numRuns: 60 };
/** Somebody of the village who did not verify. */
const another = person('cadre2', { role: 'VILLAGE', region: VILLAGE });
const later = (moment: string, days: number) =>
  new Date(Date.parse(moment) + days * 86_400_000).toISOString();
const idleDays = fc.integer({ min: 0, max: 12 });
const dayOf = (day: number | null) => (day === null ? null : utcDay(day));

type Deed = [local: string, who: Caller, command: Command];

/** What random lives seldom come to, told outright; each from a state of F01 on. */
const STORIES: Record<string, { from: CaseState; deeds: Deed[] }> = {
  'papers are asked for and the family is given its days once more': {
    from: 'VERIFYING',
    deeds: [
      ['2026-03-05 09:00', cadre, askPapers()],
      ['2026-03-06 09:00', cadre, { type: 'extendSupplement', reason: '住院' }],
      ['2026-03-09 09:00', daughter, papersIn()],
    ],
  },
  'somebody objects without ground, then with ground, and the list is put up anew': {
    from: 'PUBLICITY',
    deeds: [
      ['2026-03-06 19:00', cadre, { type: 'postPublicity', noticeId: 'n1', photoId: 'p' }],
      ['2026-03-08 09:00', grid, objection('o1')],
      ['2026-03-10 09:00', another, look('o1')],
      ['2026-03-10 09:10', another, answer('o1', 'NOT_UPHELD')],
      ['2026-03-11 09:00', grid, objection('o2')],
      ['2026-03-13 09:00', another, look('o2')],
      ['2026-03-13 09:10', another, answer('o2', 'UPHELD')],
      ['2026-03-14 09:00', cadre, triage()],
      ['2026-03-15 18:00', cadre, meeting('2026-03-15 15:00')],
      ['2026-03-15 19:00', cadre, { type: 'postPublicity', noticeId: 'n2', photoId: 'p' }],
    ],
  },
  'a fire: help first, and once more when all is decided': {
    from: 'TRIAGE',
    deeds: [
      ['2026-03-05 16:00', cadre, { type: 'openGreenChannel', reason: '房子着火' }],
      ['2026-03-06 08:00', cadre, help('2026-03-03')],
      ['2026-03-06 08:10', cadre, help('2026-03-05')],
    ],
  },
  'a fire, and no help before the decision': {
    from: 'TRIAGE',
    deeds: [
      ['2026-03-05 16:00', cadre, { type: 'openGreenChannel', reason: '房子着火' }],
      ['2026-03-06 09:00', cadre, triage()],
      ['2026-03-06 18:00', cadre, meeting('2026-03-06 15:00')],
      ['2026-03-06 19:00', cadre, { type: 'postPublicity', noticeId: 'n1', photoId: 'p' }],
      ['2026-03-12 00:01', SYSTEM_CALLER, { type: 'closePublicity' }],
      ['2026-03-12 10:00', townLeader, { type: 'townReview', opinion: '同意' }],
      ['2026-03-13 10:00', countyLeader, decision()],
      ['2026-03-20 10:00', cadre, help('2026-03-20')],
    ],
  },
};

describe.each(Object.keys(STORIES))('%s', (name) => {
  test.each([DEMO_2026, GANSU2023, ANHUI2022].map((profile) => [profile.code, profile] as const))(
    '%s: every date and every day used, for a month',
    (_code, profile) => {
      const { from, deeds } = STORIES[name] ?? { from: 'VERIFYING', deeds: [] };
      let world = f01(from, profile);
      for (const [local, who, command] of deeds) {
        const tried = attempt(world, who, command, at(local));
        if (!tried.decision.ok) throw new Error(`${command.type}: ${tried.decision.refusal.code}`);
        world = tried.world;
        for (let idle = 0; idle <= 30; idle += 1) agree(world, later(at(local), idle));
      }
    },
  );
});

/** Case and oracle say the same of a world at a moment. */
function agree({ case: c, history, profile }: World, now: string): void {
  if (c === null) return;
  const told = readOut(history, profile, now);
  const { gross, net, cap, severity } = fingers(told, profile, now);
  const clock = clockOf(c, profile, now);
  expect([clock.grossDays, clock.netDays, clock.capDueOn, clock.severity, dueOn(c, profile, now)]).toEqual([
    gross,
    net,
    utcDay(cap),
    severity,
    dayOf(told.due),
  ]);
}

test('the lives meet every kind of pause, each colour, each limit and each office that is late', () => {
  const expected = new Set([
    ...['SUPPLEMENT', 'OBJECTION', 'DISPUTED_CHECK', 'REVIEW', 'AMBER', 'RED'],
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
  ]);
  // As many as it takes, always the same ones: what walks may do grows, and with it what each of them meets.
  for (let seed = 1; expected.size > 0 && seed <= 100; seed += 1)
    for (const roll of fc.sample(rolls, { numRuns: 20, seed }))
      looks(roll, 5, (_c, history, profile, now) => {
        const told = readOut(history, profile, now);
        for (const { why } of told.stops) expected.delete(why);
        for (const { what, due } of told.beside) expected.delete(chinaDay(now) > due ? `${what} late` : what);
        expected.delete(fingers(told, profile, now).severity);
        if (told.reviewUntil !== null) expected.delete('reviewFiling');
        if (told.reopenUntil !== null) expected.delete('reopen');
        if (told.due !== null)
          expected.delete(`${told.holder} ${Math.min(Math.max(chinaDay(now) - told.due, 0), 4)}`);
      });
  expect([...expected]).toEqual([]);
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

function askPapers(): Command {
  const bill = { key: 'bill', kind: 'READABLE_PAPER', what: '单子', why: '看不清', memberKey: null } as const;
  return { type: 'requestSupplement', items: [bill], supervisorReason: '' };
}

function papersIn(): Command {
  const bill = { key: 'bill', attachmentIds: [], text: '补拍了', askForHelp: false };
  return { type: 'provideSupplement', answers: [bill] };
}

function objection(objectionId: string): Command {
  const objector = null;
  return {
    type: 'fileObjection',
    objectionId,
    statement: '有大车',
    objector,
    aboutCadre: false,
    channel: 'BOX',
  };
}

function look(objectionId: string): Command {
  return { type: 'recordInvestigation', objectionId, record: '查过', photoIds: [] };
}

function answer(objectionId: string, verdict: 'UPHELD' | 'NOT_UPHELD'): Command {
  const factsChanged = verdict === 'UPHELD';
  return { type: 'answerObjection', objectionId, verdict, answer: '查过了' as PublicWords, factsChanged };
}

function decision(): Command {
  const said = { householdType: 'SUDDEN', risks: ['ILLNESS'], reasonCode: null, opinion: '同意' } as const;
  return { type: 'countyDecide', decision: 'INCLUDE', ...said, risks: [...said.risks] };
}

function triage(): Command {
  return {
    type: 'triage',
    proposal: 'INCLUDE',
    householdType: 'SUDDEN',
    risks: ['ILLNESS'],
    needs: [],
    reasonCode: null,
    opinion: '刚性支出大',
  };
}

function meeting(local: string): Command {
  return {
    type: 'recordAppraisal',
    meetingId: 'meeting-2',
    metAt: at(local),
    place: '村部',
    convenor: '李春梅',
    attendees: attendees(11),
    recusals: [],
    yes: 11,
    no: 0,
    abstain: 0,
    minutes: '',
    photoIds: [],
  };
}

function help(on: string): Command {
  return {
    type: 'recordMeasure',
    measureCode: 'COM',
    name: '临时救助',
    department: '民政局',
    on,
    amountFen: 4_000_00,
    detail: '',
    emergency: true,
  };
}
