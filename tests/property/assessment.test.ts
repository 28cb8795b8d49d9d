import { assess, COST_CODES, INCOME_CODES, IncomeSheet, prompts, RIGID_CODES } from '@shared/assessment';
import { DEMO_2026, type Profile } from '@shared/procedure';
import fc from 'fast-check';

const fen = fc.oneof(fc.integer({ min: 0, max: 5_000_000 }), fc.integer({ min: 0, max: 100_000_000_00 }));
const basis = { basis: fc.constant('ACTUAL' as const) };
const incomeRow = (codes: readonly string[]) =>
  fc.record({ code: fc.constantFrom(...codes), amountFen: fen, ...basis });
const rigidRow = fc
  .record({ code: fc.constantFrom(...RIGID_CODES), a: fen, b: fen, ...basis })
  .map(({ a, b, ...rest }) => ({ ...rest, paidFen: Math.max(a, b), reimbursedFen: Math.min(a, b) }));

const sheet = fc
  .record({
    window: fc.constant({ from: '2025-03', to: '2026-02' }),
    members: fc.integer({ min: 1, max: 12 }),
    income: fc.array(incomeRow(INCOME_CODES), { maxLength: 12 }),
    costs: fc.array(incomeRow(COST_CODES), { maxLength: 6 }),
    rigid: fc.array(rigidRow, { maxLength: 8 }),
    claimsFen: fen,
  })
  .map((raw) => IncomeSheet.parse(raw));

const profile: fc.Arbitrary<Profile> = fc
  .record({
    perCapitaFen: fc.integer({ min: 1, max: 2_000_000 }),
    addClaims: fc.boolean(),
    countOutOfCatalogueMedical: fc.boolean(),
    countEducationAid: fc.boolean(),
    localRigid: fc.subarray(['M4', 'L1', 'P1'] as const),
    studentLivingCapFen: fc.constantFrom(0, 600_000),
  })
  .map(({ perCapitaFen, ...netReference }) => ({
    ...DEMO_2026,
    line: { ...DEMO_2026.line, perCapitaFen },
    netReference: { enabled: true, ...netReference },
  }));

/* The oracle: exact fractions, from the formulas and the table of domain.md 4.5 and 5.1 and nothing else. */

/** Half away from zero of a fraction: floor(x + 1/2) of its magnitude. */
function roundedShare(total: bigint, members: bigint): bigint {
  const magnitude = total < 0n ? -total : total;
  const share = (2n * magnitude + members) / (2n * members);
  return total < 0n ? -share : share;
}

function oracle(s: IncomeSheet, { netReference: rules, line }: Profile) {
  let gross = 0n;
  let aid = 0n;
  for (const { code, amountFen } of s.income) {
    gross += BigInt(amountFen);
    if (code === 'D12' && !rules.countEducationAid) aid += BigInt(amountFen);
  }
  let costs = 0n;
  for (const { amountFen } of s.costs) costs += BigInt(amountFen);
  let spent = 0n;
  for (const { code, paidFen, reimbursedFen } of s.rigid) {
    const own = BigInt(paidFen) - BigInt(reimbursedFen);
    if (['M1', 'M2', 'S1', 'R1', 'A1', 'A2', 'H1'].includes(code)) spent += own;
    if (code === 'M3' && rules.countOutOfCatalogueMedical) spent += own;
    if (rules.localRigid.some((local) => local === code)) spent += own;
    const cap = BigInt(rules.studentLivingCapFen);
    if (code === 'S2') spent += own < cap ? own : cap;
  }
  const net = gross - costs;
  const reference = net + (rules.addClaims ? BigInt(s.claimsFen) : 0n) - aid - spent;
  const members = BigInt(s.members);
  const lineFen = BigInt(line.perCapitaFen);
  const band = (share: bigint) =>
    share <= lineFen ? 'BELOW' : share * 10n <= lineFen * 12n ? 'NEAR' : 'ABOVE';
  const netShare = roundedShare(net, members);
  const referenceShare = roundedShare(reference, members);
  return {
    gross: Number(gross),
    costs: Number(costs),
    net: Number(net),
    netPerCapitaFen: Number(netShare),
    compliantSelfPaidFen: Number(spent),
    referenceFen: Number(reference),
    referencePerCapitaFen: Number(referenceShare),
    band: { net: band(netShare), reference: band(referenceShare) },
  };
}

test('every figure agrees with exact fractions', () => {
  fc.assert(
    fc.property(sheet, profile, (s, p) => {
      expect(assess(s, p)).toMatchObject(oracle(s, p));
    }),
    { numRuns: 1000 },
  );
});

test('the rows add up to the totals, and a row that is not counted whole says why', () => {
  fc.assert(
    fc.property(sheet, profile, (s, p) => {
      const figures = assess(s, p);
      const counted = (section: string) =>
        figures.countedRows.filter((r) => r.section === section).reduce((sum, r) => sum + r.countedFen, 0);
      expect(counted('income') - counted('costs') + figures.claimsFen - counted('rigid')).toBe(
        figures.referenceFen,
      );
      for (const r of figures.countedRows) {
        if (r.notCounted === null) expect(r.countedFen).toBe(r.amountFen);
        else expect(r.countedFen).toBeLessThanOrEqual(r.amountFen);
      }
    }),
  );
});

test('more spent never lifts the reference, and never silences a prompt about spending', () => {
  fc.assert(
    fc.property(sheet, profile, fc.integer({ min: 1, max: 1_000_000 }), (s, p, more) => {
      const bill = { code: 'M1' as const, paidFen: more, reimbursedFen: 0, basis: 'ACTUAL' as const };
      const heavier = { ...s, rigid: [...s.rigid, bill] };
      const fired = (given: IncomeSheet) =>
        prompts({ householdKind: 'ORDINARY', sheet: given }, assess(given, p), p).map(({ rule }) => rule);
      expect(assess(heavier, p).referenceFen).toBe(assess(s, p).referenceFen - more);
      expect(fired(heavier)).toEqual(expect.arrayContaining(fired(s)));
    }),
  );
});

test('nothing but a rule of the list is prompted, each once, and nothing is decided', () => {
  fc.assert(
    fc.property(sheet, profile, (s, p) => {
      const fired = prompts({ householdKind: 'ORDINARY', sheet: s }, assess(s, p), p);
      const rules = fired.map(({ rule }) => rule);
      expect(new Set(rules).size).toBe(rules.length);
      for (const { rule } of fired)
        expect(['T-INCOME', 'T-NETREF', 'T-MEDICAL10K', 'T-RIGID>INCOME']).toContain(rule);
    }),
  );
});
