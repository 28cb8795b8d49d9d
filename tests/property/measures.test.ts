import type { Caller, Role } from '@shared/access';
import {
  decideMeasure,
  evolveMeasure,
  foldMeasure,
  type HelpFacts,
  helpWarnings,
  type Measure,
  type MeasureCommand,
  type MeasureEvent,
  type RecordedMeasureEvent,
  visitDueOn,
} from '@shared/measures';
import { DEMO_2026 } from '@shared/procedure';
import fc from 'fast-check';

/** Oracles written apart: domain.md 3.4 and 8.1 typed in once more, as tables and loops over days. */

const STRAIGHT = ['PLANNED', 'CONFIRMED', 'IN_PROGRESS', 'LANDED', 'EFFECTIVE', 'CLOSED'];
/** From which state, by which act, to which state; `confirm` that says no goes back. */
const ARROWS: Record<string, [string[], string]> = {
  agree: [['PLANNED'], 'CONFIRMED'],
  begin: [['CONFIRMED'], 'IN_PROGRESS'],
  land: [['CONFIRMED', 'IN_PROGRESS'], 'LANDED'],
  yes: [['LANDED'], 'LANDED'],
  no: [['LANDED'], 'IN_PROGRESS'],
  judge: [['LANDED'], 'EFFECTIVE'],
  close: [['EFFECTIVE'], 'CLOSED'],
  cancel: [['PLANNED', 'CONFIRMED', 'IN_PROGRESS'], 'CANCELLED'],
  notNeeded: [['PLANNED', 'CONFIRMED'], 'NOT_NEEDED'],
};
const FAMILY = ['agree', 'yes', 'no', 'notNeeded'];
const OFFICE = ['begin', 'land', 'judge', 'close', 'cancel', 'notNeeded'];
const DEPARTMENT = ['begin', 'land'];

const NOW = '2026-05-10T02:00:00.000Z';
const paper = { how: 'PAPER' as const, attachmentId: 'a-photo' };
const COMMANDS: Record<string, MeasureCommand> = {
  agree: { do: 'agree', ...paper },
  begin: { do: 'begin', note: '' },
  land: { do: 'land', on: '2026-05-09', amountFen: null, note: '有单子', attachmentIds: [] },
  yes: { do: 'confirm', received: true, text: '', ...paper },
  no: { do: 'confirm', received: false, text: '没有', ...paper },
  judge: { do: 'judge', words: '好些了' },
  close: { do: 'close', words: '' },
  cancel: { do: 'cancel', reason: '换了' },
  notNeeded: { do: 'notNeeded', reason: '不用' },
};

const planned: Extract<MeasureEvent, { type: 'Planned' }> = {
  type: 'Planned',
  data: {
    code: 'JOB',
    name: '技能培训',
    risk: null,
    need: null,
    memberKey: null,
    owner: 'HUMAN_RESOURCES',
    office: '人社局',
    person: '',
    dueOn: '2026-06-01',
    amountFen: null,
    service: '',
    expected: '',
    planId: null,
  },
};

const WHO: Record<string, { id: string; roles: Role[] }> = {
  family: { id: 'f', roles: ['HOUSEHOLD'] },
  grid: { id: 'g', roles: ['GRID'] },
  helper: { id: 'h', roles: ['HELPER'] },
  other: { id: 'o', roles: ['VILLAGE'] },
  department: { id: 'd', roles: ['DEPT'] },
  nobody: { id: 'n', roles: [] },
};
const caller = (id: string): Caller => ({ personId: id, name: id, kind: 'PERSON', grants: [] });

function mayOracle(who: string, act: string, phone: boolean, landedBy: string | null): boolean {
  if (who === 'family') return FAMILY.includes(act);
  if (who === 'department') return DEPARTMENT.includes(act);
  if (who === 'nobody') return false;
  const speaksForFamily =
    act === 'agree' || ((act === 'yes' || act === 'no') && !phone && landedBy !== WHO[who]?.id);
  return who === 'grid' ? speaksForFamily : speaksForFamily || OFFICE.includes(act);
}

describe('a measure', () => {
  test('takes exactly the arrows of the procedure, by whom they are for, and is its history', () => {
    // Mostly what may be done, or deep states would never be reached.
    const step = fc.record({
      who: fc.constantFrom(...Object.keys(WHO)),
      act: fc.constantFrom(...Object.keys(ARROWS)),
      fits: fc.integer({ min: 0, max: 999 }),
    });
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), fc.boolean(), (steps, phone) => {
        const first: RecordedMeasureEvent = {
          ...planned,
          seq: 1,
          at: NOW,
          actor: { personId: 'h', name: 'h', role: 'HELPER' },
        };
        const history: RecordedMeasureEvent[] = [first];
        let m = evolveMeasure(null, 'm', first);
        let state = 'PLANNED';
        let landedBy: string | null = null;
        let received = false;
        for (const drawn of steps) {
          const allowed = Object.keys(WHO).flatMap((who) =>
            Object.keys(ARROWS)
              .filter((act) => ARROWS[act]?.[0].includes(state) && mayOracle(who, act, phone, landedBy))
              .filter((act) => !['cancel', 'notNeeded', 'no'].includes(act) || drawn.fits % 7 === 0)
              .map((act) => ({ who, act })),
          );
          const { who, act } = (drawn.fits % 4 > 0 && allowed[drawn.fits % allowed.length]) || drawn;
          const person = WHO[who] as (typeof WHO)[string];
          const [from, to] = ARROWS[act] as [string[], string];
          const decision = decideMeasure(m, COMMANDS[act] as MeasureCommand, {
            caller: caller(person.id),
            roles: person.roles,
            isKin: false,
            familyHasAccount: phone,
            now: NOW,
          });
          let may = from.includes(state) && mayOracle(who, act, phone, landedBy);
          if (act === 'judge' && !received) may = false;
          if ((act === 'yes' || act === 'no') && received) may = false;
          if (decision.ok !== may) throw new Error(`${who} ${act} in ${state}: ${decision.ok}, not ${may}`);
          if (!decision.ok) continue;
          for (const event of decision.events) {
            const next = { ...event, seq: m.version + 1, at: NOW, actor: decision.actor };
            history.push(next);
            m = evolveMeasure(m, 'm', next);
          }
          state = to;
          if (act === 'land') [landedBy, received] = [person.id, false];
          if (act === 'yes') received = true;
          seen.add(state);
          expect(m.state).toBe(state);
        }
        expect(foldMeasure('m', history)).toEqual(m);
        expect(m.version).toBe(history.length);
      }),
      { numRuns: 600 },
    );
    expect([...seen].sort()).toEqual([...STRAIGHT.slice(1), 'CANCELLED', 'NOT_NEEDED'].sort());
  });

  test('is out of reach of a relative of the family', () => {
    const first: RecordedMeasureEvent = {
      ...planned,
      seq: 1,
      at: NOW,
      actor: { personId: 'h', name: 'h', role: 'HELPER' },
    };
    const m = evolveMeasure(null, 'm', first);
    const standing = {
      caller: caller('o'),
      roles: ['VILLAGE' as const],
      isKin: true,
      familyHasAccount: false,
      now: NOW,
    };
    for (const command of Object.values(COMMANDS)) expect(decideMeasure(m, command, standing).ok).toBe(false);
  });
});

const DAY_MS = 86_400_000;
const plus = (day: string, n: number) => new Date(Date.parse(day) + n * DAY_MS).toISOString().slice(0, 10);
const DEVELOPING = ['IND', 'JOB', 'FIN', 'PUB'];
const SAFETY = ['HOU', 'WAT', 'HEA', 'EDU', 'EDX', 'COM', 'MOV'];
const CODES = [...DEVELOPING, ...SAFETY, 'SOC', 'LIV', 'INF'] as Measure['code'][];
const FITS: Record<string, string[]> = {
  ILLNESS: ['HEA'],
  SCHOOLING: ['EDU', 'EDX'],
  DISABILITY: ['COM', 'SOC'],
  HOUSING: ['HOU', 'MOV'],
  WATER: ['WAT'],
  NO_LABOUR: ['COM'],
  JOB_UNSTABLE: ['JOB', 'PUB'],
};
const MUST = ['DISABILITY', 'HOUSING', 'WATER'];

const measure = fc.record({
  code: fc.constantFrom(...CODES),
  state: fc.constantFrom(
    'PLANNED',
    'CONFIRMED',
    'IN_PROGRESS',
    'LANDED',
    'EFFECTIVE',
    'CLOSED',
    'CANCELLED',
    'NOT_NEEDED',
  ),
  risk: fc.option(fc.constantFrom(...Object.keys(FITS)), { nil: null }),
  due: fc.integer({ min: -20, max: 200 }),
});
const facts = fc.record({
  day: fc.integer({ min: 0, max: 260 }),
  risks: fc.uniqueArray(fc.constantFrom(...Object.keys(FITS)), { maxLength: 4 }),
  labour: fc.constantFrom(true, false, null),
  dibao: fc.boolean(),
  helper: fc.boolean(),
  signed: fc.boolean(),
  measures: fc.array(measure, { maxLength: 6 }),
});
const INCLUDED = '2026-03-16';

describe('warnings about a family’s help', () => {
  test('are what the rules of 3.4 and 8.1 say, and no lock', () => {
    fc.assert(
      fc.property(facts, (f) => {
        const today = plus(INCLUDED, f.day);
        const measures = f.measures.map((m, index) => ({
          ...m,
          id: `m${index}`,
          memberKey: null,
          dueOn: plus(INCLUDED, m.due),
          landing: null,
          disputes: [],
          papersDueOn: null,
          papersAt: null,
        })) as unknown as HelpFacts['measures'];
        const got = helpWarnings(
          {
            includedOn: INCLUDED,
            today,
            risks: f.risks as HelpFacts['risks'],
            members: [],
            hasLabour: f.labour,
            dibao: f.dibao,
            hasHelper: f.helper,
            planSignedOn: f.signed ? INCLUDED : null,
            measures,
            visits: [],
          },
          DEMO_2026,
        ).filter(({ code }) => code !== 'VISIT_LATE');
        const live = f.measures.filter(({ state }) => !['CANCELLED', 'NOT_NEEDED'].includes(state));
        const came = live.filter(({ state }) => ['LANDED', 'EFFECTIVE', 'CLOSED'].includes(state));
        const want: string[] = [];
        if (!f.helper) want.push(`NO_HELPER ${f.day > 5}`);
        if (!f.signed) want.push(`NO_PLAN ${f.day > 10}`);
        if (came.length === 0) want.push(`NO_MEASURE ${f.day > 30}`);
        if (f.labour === true) {
          // 2026-03-16 and six months.
          if (!came.some(({ code }) => DEVELOPING.includes(code)))
            want.push(`NO_DEVELOPMENT ${today > '2026-09-16'}`);
          if (live.length > 0 && live.every(({ code }) => SAFETY.includes(code)))
            want.push('ONLY_SAFETY_NET true');
        }
        for (const risk of f.risks) {
          const fits = live.some(({ code }) => FITS[risk]?.includes(code));
          if (MUST.includes(risk)) {
            if (!fits) want.push('RISK_NEEDS true');
          } else if (!fits && !live.some((m) => m.risk === risk)) want.push('RISK_WITHOUT_MEASURE true');
        }
        if (f.dibao && !live.some(({ code }) => code === 'COM')) want.push('DIBAO_WITHOUT_COM true');
        for (const m of live) if (!came.includes(m) && m.due < f.day) want.push('OVERDUE true');
        expect(got.map(({ code, late }) => `${code} ${late}`).sort()).toEqual(want.sort());
      }),
      { numRuns: 2000 },
    );
  });

  test('ask for a plan for what a visit found after the last one was signed, unless all of it was taken back', () => {
    const RISKS = ['ILLNESS', 'HOUSING', 'DISASTER'] as const;
    const visit = fc.record({
      day: fc.integer({ min: 0, max: 60 }),
      result: fc.constantFrom('STABLE' as const, 'NEW_RISK' as const, 'RELAPSE' as const),
      newRisks: fc.subarray([...RISKS]),
    });
    fc.assert(
      fc.property(
        fc.array(visit, { maxLength: 4 }),
        fc.subarray([...RISKS]),
        fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }),
        (visits, risks, signed) => {
          const got = helpWarnings(
            {
              ...{ includedOn: INCLUDED, today: plus(INCLUDED, 60), risks, members: [], measures: [] },
              ...{ hasLabour: null, dibao: false, hasHelper: true },
              planSignedOn: signed === null ? null : plus(INCLUDED, signed),
              visits: visits.map(({ day, ...one }) => ({
                ...one,
                on: plus(INCLUDED, day),
                cadence: 'EVENT',
              })),
            },
            DEMO_2026,
          );
          let want = false;
          for (const { day, result, newRisks } of visits) {
            if (result === 'STABLE' || (signed !== null && day <= signed)) continue;
            const gone = newRisks.filter((risk) => !(risks as string[]).includes(risk)).length;
            if (result === 'RELAPSE' || newRisks.length === 0 || gone < newRisks.length) want = true;
          }
          expect(got.some(({ code }) => code === 'NEW_RISK_TOLD')).toBe(want);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('count visits by the month: the first month with too few people met is the one that is due', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 200 }),
        fc.array(
          fc.record({
            day: fc.integer({ min: 0, max: 200 }),
            met: fc.boolean(),
            cadence: fc.constantFrom('MONTH' as const, 'QUARTER' as const, 'EVENT' as const),
          }),
          { maxLength: 12 },
        ),
        fc.integer({ min: 1, max: 2 }),
        (day, all, perMonth) => {
          const today = plus(INCLUDED, day);
          const visits = all
            .filter((one) => one.day <= day)
            .map((one) => ({
              on: plus(INCLUDED, one.day),
              result: one.met ? ('STABLE' as const) : ('UNREACHABLE' as const),
              cadence: one.cadence,
            }));
          const met = visits
            .filter(({ result, cadence }) => result === 'STABLE' && cadence !== 'EVENT')
            .map(({ on }) => on.slice(0, 7));
          const newest = [...met].sort().at(-1) ?? '';
          let want = '';
          for (let n = 0; want === ''; n += 1) {
            const one = plus(INCLUDED, n);
            const month = one.slice(0, 7);
            const last = plus(one, 1).slice(0, 7) !== month;
            if (!last || month < newest) continue;
            if (month > today.slice(0, 7) || met.filter((other) => other === month).length < perMonth)
              want = one;
          }
          expect(visitDueOn({ includedOn: INCLUDED, today, visits }, perMonth)).toBe(want);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
