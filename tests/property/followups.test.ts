import {
  correction,
  type Fact,
  factAt,
  familyAt,
  headsIn,
  lastDayOfMonth,
  perHeadOver,
  periodsOf,
  quarterFigures,
  withoutRecord,
  withoutRisk,
  yearPerHead,
} from '@shared/followups';
import { DEMO_2026 } from '@shared/procedure';
import fc from 'fast-check';

/*
 * Validity in time, against an oracle that replays naively: it paints a wall of days, row after row in the order in which
 * they were written, and stops at the moment of the question. It shares no code with what it checks.
 */

const DAYS = 120;
const dayName = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
const instant = (n: number) => new Date(Date.UTC(2026, 5, 1, 0, 0, n)).toISOString();

interface Row {
  member: string;
  key: 'COUNTED' | 'AWAY';
  value: boolean | null;
  from: number;
  to: number | null;
  second: number;
}

const rows = fc
  .array(
    fc.record({
      member: fc.constantFrom('a', 'b'),
      key: fc.constantFrom('COUNTED' as const, 'AWAY' as const),
      value: fc.option(fc.boolean(), { freq: 6 }),
      from: fc.nat(DAYS - 1),
      to: fc.option(fc.nat({ max: 40 })),
      second: fc.nat(3),
    }),
    { maxLength: 14 },
  )
  .map((some): Row[] =>
    some
      .map(({ from, to, ...row }) => ({ ...row, from, to: to === null ? null : from + 1 + to }))
      .sort((x, y) => x.second - y.second),
  );

const factsOf = (some: readonly Row[]): Fact[] =>
  some.map(({ member, key, value, from, to, second }) => ({
    member,
    key,
    value,
    from: dayName(from),
    to: to === null ? null : dayName(to),
    recordedAt: instant(second),
    recordedBy: '',
    evidence: '',
  }));

/** The wall as it stands after everything that was written up to a second: the number of the row that each day shows. */
function paint(some: readonly Row[], member: string, key: string, until: number): (number | undefined)[] {
  const wall: (number | undefined)[] = Array.from({ length: DAYS });
  some.forEach((row, number) => {
    if (row.member !== member || row.key !== key || row.second > until) return;
    for (let day = row.from; day < DAYS && (row.to === null || day < row.to); day += 1) wall[day] = number;
  });
  return wall;
}

test('a day is read as whoever wrote last about it said, as known at any moment', () => {
  fc.assert(
    fc.property(rows, fc.nat(3), fc.nat(DAYS - 1), (some, until, day) => {
      const facts = factsOf(some);
      for (const member of ['a', 'b'])
        for (const key of ['COUNTED', 'AWAY'] as const) {
          const shown = paint(some, member, key, until)[day];
          const value = factAt(facts, member, key, { on: dayName(day), knownAt: instant(until) });
          expect(value).toBe(shown === undefined ? undefined : some[shown]?.value);
        }
    }),
    { numRuns: 1500 },
  );
});

test('a fact that is put right reads, on every day, as if it had been right when it was written', () => {
  const right = fc.option(
    fc.record({ value: fc.boolean(), from: fc.nat(DAYS - 1), to: fc.option(fc.nat({ max: 40 })) }),
  );
  fc.assert(
    fc.property(rows, fc.nat(), right, (some, which, instead) => {
      if (some.length === 0) return;
      const number = which % some.length;
      const wrong = some[number] as Row;
      const meant = instead && { ...instead, to: instead.to === null ? null : instead.from + 1 + instead.to };
      const facts = factsOf(some);
      const written = correction(
        facts,
        facts[number] as Fact,
        meant && { ...meant, from: dayName(meant.from), to: meant.to === null ? null : dayName(meant.to) },
      );
      const after = [
        ...facts,
        ...written.map((row) => ({ ...row, recordedAt: instant(4), recordedBy: '', evidence: '' })),
      ];
      // The wall painted anew from the beginning, with the right row in the place of the wrong one.
      const better = some.flatMap((row, at) => (at !== number ? [row] : meant ? [{ ...row, ...meant }] : []));
      for (const { member, key } of some) {
        const wall = paint(better, member, key, 3);
        for (let day = 0; day < DAYS; day += 1) {
          const shown = wall[day];
          const value = shown === undefined ? null : (better[shown]?.value ?? null);
          expect(factAt(after, member, key, { on: dayName(day) }) ?? null).toBe(value);
        }
      }
      // What was known before stays so, and nothing is written of anything else.
      for (let day = 0; day < DAYS; day += 7)
        expect(factAt(after, wrong.member, wrong.key, { on: dayName(day), knownAt: instant(3) })).toBe(
          factAt(facts, wrong.member, wrong.key, { on: dayName(day) }),
        );
      expect(written.every((row) => row.member === wrong.member && row.key === wrong.key)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('records that are taken back one after the other leave every day as if they had never been made', () => {
  const records = fc.array(fc.nat(3), { minLength: 14, maxLength: 14 });
  fc.assert(
    fc.property(rows, records, fc.uniqueArray(fc.nat(3), { minLength: 1 }), (some, of, back) => {
      let facts = factsOf(some).map((fact, at): Fact => ({ ...fact, id: `f${at}`, record: `r${of[at]}` }));
      const gone = new Set<string>();
      for (const number of back) {
        const written = withoutRecord(facts, `r${number}`, gone);
        gone.add(`r${number}`);
        const more = written.map(({ corrects, ...row }, at) => ({
          ...{
            ...row,
            id: `b${number}.${at}`,
            recordedAt: instant(4 + number),
            recordedBy: '',
            evidence: '',
          },
          ...(corrects.id !== undefined && { corrects: corrects.id }),
        }));
        facts = [...facts, ...more];
        const left = some.filter((_, at) => !gone.has(`r${of[at]}`));
        for (const member of ['a', 'b'])
          for (const key of ['COUNTED', 'AWAY'] as const) {
            const wall = paint(left, member, key, 3);
            for (let day = 0; day < DAYS; day += 3) {
              const shown = wall[day];
              const value = shown === undefined ? null : (left[shown]?.value ?? null);
              expect(factAt(facts, member, key, { on: dayName(day) }) ?? null).toBe(value);
            }
          }
      }
    }),
    { numRuns: 200 },
  );
});

test('a risk that is taken back is in no day of the family, and the others are as they were', () => {
  const RISKS = ['ILLNESS', 'DISASTER', 'ACCIDENT'] as const;
  const risksOf = fc.array(
    fc.record({ value: fc.subarray([...RISKS]), from: fc.nat(DAYS - 1), to: fc.option(fc.nat({ max: 40 })) }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(risksOf, fc.constantFrom(...RISKS), (some, risk) => {
      const facts = some.map(
        ({ value, from, to }, at): Fact => ({
          ...{ id: `f${at}`, member: '', key: 'RISKS', value, recordedBy: '', evidence: '' },
          ...{ from: dayName(from), to: to === null ? null : dayName(from + 1 + to), recordedAt: instant(1) },
        }),
      );
      const written = withoutRisk(facts, risk);
      const after = [
        ...facts,
        ...written.map((row) => ({ ...row, recordedAt: instant(2), recordedBy: '', evidence: '' })),
      ];
      for (let day = 0; day < DAYS; day += 1) {
        const last = [...some]
          .reverse()
          .find(({ from, to }) => from <= day && (to === null || day < from + 1 + to));
        const read = factAt(after, '', 'RISKS', { on: dayName(day) });
        expect(read ?? []).toEqual((last?.value ?? []).filter((one) => one !== risk));
      }
    }),
    { numRuns: 300 },
  );
});

test('the periods of a fact are the stripes of the wall', () => {
  fc.assert(
    fc.property(rows, fc.nat(3), (some, until) => {
      const facts = factsOf(some);
      const wall = paint(some, 'a', 'COUNTED', until);
      const found: (number | undefined)[] = Array.from({ length: DAYS });
      const periods = periodsOf(facts, 'a', 'COUNTED', instant(until));
      periods.forEach(({ from, to, fact }, index) => {
        for (let day = 0; day < DAYS; day += 1)
          if (from <= dayName(day) && (to === null || dayName(day) < to)) found[day] = facts.indexOf(fact);
        const next = periods[index + 1];
        // In order, and where one ends and the next begins another row counts.
        if (next !== undefined) {
          expect(to).not.toBeNull();
          expect(next.from >= (to ?? '')).toBe(true);
          if (next.from === to) expect(next.fact).not.toBe(fact);
        }
      });
      expect(found).toEqual(wall);
    }),
    { numRuns: 800 },
  );
});

test('what is written later changes nothing of what was known before', () => {
  fc.assert(
    fc.property(rows, rows, (before, after) => {
      const facts = factsOf(before);
      const more = [...facts, ...factsOf(after.map((row) => ({ ...row, second: row.second + 10 })))];
      const asOf = { on: dayName(60), knownAt: instant(5) };
      expect(familyAt(more, asOf)).toEqual(familyAt(facts, asOf));
    }),
    { numRuns: 500 },
  );
});

/*
 * Heads and money by month. The oracle keeps a book of who is there on the evening of every day, and adds up people
 * evening by evening at the ends of months; it divides as a person with a calculator would.
 */
interface Going {
  person: number;
  day: number;
  comes: boolean;
}

const story = fc.record({
  start: fc.integer({ min: 1, max: 5 }),
  goings: fc.array(
    fc.record({ person: fc.nat(6), day: fc.integer({ min: 1, max: 360 }), comes: fc.boolean() }),
    { maxLength: 12 },
  ),
});

function book(start: number, goings: readonly Going[]): number[] {
  const there = new Set(Array.from({ length: start }, (_, person) => person));
  const months: number[] = [];
  for (let day = 0; day < 365; day += 1) {
    for (const one of goings.filter((going) => going.day === day)) {
      if (one.comes) there.add(one.person);
      else there.delete(one.person);
    }
    if (dayName(day + 1).endsWith('-01')) months.push(there.size);
  }
  return months;
}

function told(start: number, goings: readonly Going[]): Fact[] {
  const fact = (person: number, day: number, is: boolean, second: number): Fact[] => {
    const base = {
      member: `p${person}`,
      from: dayName(day),
      to: null,
      recordedAt: instant(second),
      recordedBy: '',
      evidence: '',
    };
    return [
      { ...base, key: 'STANDING', value: is ? 'MEMBER' : 'CLOSED' },
      { ...base, key: 'COUNTED', value: is },
    ];
  };
  const first = Array.from({ length: start }, (_, person) => fact(person, 0, true, 0)).flat();
  // Told in the order of the days, as an office would hear of them.
  const ordered = goings.map((one, at) => ({ one, at })).sort((x, y) => x.one.day - y.one.day || x.at - y.at);
  return [...first, ...ordered.flatMap(({ one }, at) => fact(one.person, one.day, one.comes, at + 1))];
}

const MONTHS = Array.from({ length: 12 }, (_, n) => `2026-${String(n + 1).padStart(2, '0')}`);

test('who comes or goes changes the base from that very month', () => {
  fc.assert(
    fc.property(story, ({ start, goings }) => {
      const facts = told(start, goings);
      expect(MONTHS.map((month) => headsIn(facts, month))).toEqual(book(start, goings));
      // Before anything is known the first known base stands.
      expect(headsIn(facts, '2025-06')).toBe(start);
    }),
    { numRuns: 600 },
  );
});

const sheetOf = (amounts: readonly number[], costFen: number) => ({
  income: amounts.map((amountFen) => ({ code: 'A1' as const, amountFen, basis: 'ACTUAL' as const })),
  costs: [{ code: 'E1' as const, amountFen: costFen, basis: 'ACTUAL' as const }],
  rigid: [],
  claimsFen: 0,
});

test('income per head is what came in over the months that people lived on it, to the fen', () => {
  fc.assert(
    fc.property(
      story,
      fc.array(fc.nat(900_000_00), { minLength: 4, maxLength: 4 }),
      fc.nat(500_000_00),
      ({ start, goings }, incomes, costFen) => {
        const months = book(start, goings);
        const facts = told(start, goings);
        const figures = [1, 2, 3, 4].map((n) => {
          const quarter = `2026Q${n}`;
          const heads = MONTHS.slice(n * 3 - 3, n * 3).map((month) => headsIn(facts, month)) as [
            number,
            number,
            number,
          ];
          return {
            quarter,
            ...quarterFigures(sheetOf([incomes[n - 1] ?? 0], costFen), quarter, heads, DEMO_2026),
          };
        });
        const calculator = (net: number, some: readonly number[]) => {
          const people = some.reduce((sum, one) => sum + one, 0);
          if (people === 0) return null;
          const exact = BigInt(net) * BigInt(some.length);
          const sign = exact < 0n ? -1n : 1n;
          return Number(sign * ((2n * sign * exact + BigInt(people)) / (2n * BigInt(people))));
        };
        figures.forEach((one, at) => {
          const net = (incomes[at] ?? 0) - costFen;
          expect([one.A, one.E, one.net]).toEqual([incomes[at], costFen, net]);
          const expected = calculator(net, months.slice(at * 3, at * 3 + 3));
          // -0 and 0 are one amount of money.
          expect(one.netPerHead === null ? null : one.netPerHead + 0).toBe(expected);
          expect(one.parameters).toMatchObject({
            lineFen: DEMO_2026.line.perCapitaFen,
            profileCode: 'DEMO-2026',
          });
        });
        const year = yearPerHead(figures, '2026Q4');
        const net = incomes.reduce((sum, one) => sum + one, 0) - 4 * costFen;
        expect(year === null ? null : year + 0).toBe(calculator(net, months));
        expect(yearPerHead(figures.slice(1), '2026Q4')).toBeNull();
        expect(perHeadOver(net, [0, 0, 0])).toBeNull();
      },
    ),
    { numRuns: 600 },
  );
});

test('the last day of every month is its last', () => {
  for (const month of MONTHS) {
    const last = lastDayOfMonth(month);
    expect(new Date(Date.parse(last) + 86_400_000).toISOString().slice(8, 10)).toBe('01');
    expect(last.slice(0, 7)).toBe(month);
  }
});
