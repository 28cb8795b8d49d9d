import { type ConfirmedMeasure, cardContent, cardText, quarterStart } from '@shared/cards';
import { STATEMENT_WAYS, statementBy } from '@shared/payments';
import { CATALOGUE, policiesInForce, receivedPolicies } from '@shared/policies';
import fc from 'fast-check';

const RUNS = { numRuns: 500 };
const FAMILY = {
  caseNo: '260302176',
  headName: '田有福',
  memberCount: 4,
  village: '990101001201',
  group: '2组',
  includedOn: '2026-03-16',
};

const days = fc
  .integer({ min: 0, max: 900 })
  .map((n) => new Date(Date.UTC(2025, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));
// Few names and sums, so that payments and measures often mean the same.
const named = fc.constantFrom(
  { item: '医疗救助', policy: 'HEA-03' },
  { item: '雨露计划', policy: 'EDU-07' },
  { item: '低保金', policy: 'NET-01' },
  { item: '养羊协会的奖', policy: null },
);
const amounts = fc.constantFrom(60_000, 150_000, 580_000);
const payments = fc
  .array(fc.record({ named, fen: amounts, paidOn: days, member: fc.constantFrom('田有福', '田晓雨') }), {
    maxLength: 12,
  })
  .map((all) =>
    all.map(({ named: { item, policy }, ...one }, at) => ({
      id: `p${at}`,
      item,
      policy,
      payer: '医保局',
      cardTail: '8816',
      ...one,
    })),
  );
const measures = fc
  .array(fc.record({ named, fen: fc.option(amounts), on: days, doing: fc.boolean() }), { maxLength: 8 })
  .map((all) =>
    all.map(
      ({ named: { item }, ...one }, at): ConfirmedMeasure => ({
        id: `m${at}`,
        name: item,
        department: '医保局',
        words: '',
        ...one,
      }),
    ),
  );
const policies = policiesInForce(CATALOGUE, [], '990101', '2026-06-01');

test('a card holds confirmed records and nothing else: every payment of the year once, to the fen', () => {
  fc.assert(
    fc.property(payments, measures, (paid, helped) => {
      const { lines, sumFen } = cardContent(
        { family: FAMILY, payments: paid, measures: helped, policies },
        2026,
      );
      const due = paid.filter(({ paidOn }) => paidOn >= '2026-03-16' && paidOn < '2027');
      const shown = lines.filter(({ kind }) => kind === 'PAYMENT');
      expect(shown.map(({ id, fen, on }) => `${id} ${fen} ${on}`).sort()).toEqual(
        due.map(({ id, fen, paidOn }) => `${id} ${fen} ${paidOn}`).sort(),
      );
      expect(sumFen).toBe(due.reduce((sum, { fen }) => sum + fen, 0));
      for (const line of lines.filter(({ kind }) => kind === 'MEASURE')) {
        const record = helped.find(({ id }) => id === line.id);
        expect([line.title, line.fen, line.on]).toEqual([record?.name, record?.fen, record?.on]);
      }
      // A measure is left out only for a payment of the same sum, and no payment stands for two.
      const out = helped.filter(
        ({ id, on }) =>
          on.startsWith('2026') && !lines.some((line) => line.kind === 'MEASURE' && line.id === id),
      );
      for (const fen of new Set(out.map((one) => one.fen)))
        expect(out.filter((one) => one.fen === fen).length).toBeLessThanOrEqual(
          due.filter((one) => one.fen === fen).length,
        );
      expect([...lines].sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))).toEqual(lines);
    }),
    RUNS,
  );
});

test('the order in which records come changes nothing, and any change of a record is another text', () => {
  fc.assert(
    fc.property(payments, measures, fc.nat(), (paid, helped, at) => {
      const text = (some: typeof paid) =>
        cardText(cardContent({ family: FAMILY, payments: some, measures: [], policies }, 2026));
      expect(text([...paid].reverse())).toBe(text(paid));
      const whole = cardContent({ family: FAMILY, payments: paid, measures: helped, policies }, 2026);
      const line = whole.lines[at % Math.max(1, whole.lines.length)];
      if (line === undefined) return;
      const changed = whole.lines.map((one) => (one === line ? { ...one, fen: (one.fen ?? 0) + 1 } : one));
      expect(cardText({ ...whole, lines: changed })).not.toBe(cardText(whole));
    }),
    RUNS,
  );
});

test('a policy comes while its last payment is not too old, each once, by the newest', () => {
  fc.assert(
    fc.property(payments, days, (paid, today) => {
      const told = paid.map((one) => ({ ...one, member: { key: one.member, name: one.member } }));
      const before = told.filter(({ paidOn }) => paidOn <= today);
      const found = receivedPolicies(policies, before, today);
      expect(new Set(found.map(({ policy, member }) => `${policy.code} ${member?.key}`)).size).toBe(
        found.length,
      );
      for (const { policy, member, lastOn, lastFen } of found) {
        const own = before.filter(
          (one) => one.policy === policy.code && (member === null || one.member.key === member.key),
        );
        expect(lastOn).toBe(
          own
            .map(({ paidOn }) => paidOn)
            .sort()
            .at(-1),
        );
        expect(own.some(({ paidOn, fen }) => paidOn === lastOn && fen === lastFen)).toBe(true);
      }
      // Nothing older than two years is said to come.
      const old = new Date(Date.parse(today) - 731 * 86_400_000).toISOString().slice(0, 10);
      for (const { lastOn } of found) expect(lastOn >= old).toBe(true);
    }),
    RUNS,
  );
});

test('a statement by month, by person and by payer holds each payment once, to the fen', () => {
  fc.assert(
    fc.property(payments, (paid) => {
      const lines = paid.map((one) => ({ ...one, member: { key: one.member, name: one.member } }));
      for (const way of STATEMENT_WAYS) {
        const groups = statementBy(lines, way);
        expect(groups.flatMap((group) => group.payments.map(({ id }) => id)).sort()).toEqual(
          lines.map(({ id }) => id).sort(),
        );
        for (const { sumFen, payments: own } of groups)
          expect(sumFen).toBe(own.reduce((sum, { fen }) => sum + fen, 0));
        expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
      }
    }),
    RUNS,
  );
});

test.each([
  ['2026-01-01', '2026-01-01'],
  ['2026-03-31', '2026-01-01'],
  ['2026-04-01', '2026-04-01'],
  ['2026-12-31', '2026-10-01'],
])('the quarter of %s begins on %s', (day, first) => {
  expect(quarterStart(day)).toBe(first);
});
