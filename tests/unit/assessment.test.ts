import {
  type Assessment,
  assess,
  IncomeSheet,
  incomeWindow,
  type PromptRule,
  prompts,
  proposeType,
  sheetWarnings,
  type TriggerFacts,
} from '@shared/assessment';
import { DEMO_2026, type Profile } from '@shared/procedure';

const yuan = (amount: number) => Math.round(amount * 100);
const row = <C extends string>(code: C, amount: number) => ({
  code,
  amountFen: yuan(amount),
  basis: 'ACTUAL' as const,
});
const rigid = <C extends string>(code: C, paid: number, back = 0) => ({
  code,
  paidFen: yuan(paid),
  reimbursedFen: yuan(back),
  basis: 'ACTUAL' as const,
});

function sheet(part: Partial<IncomeSheet>): IncomeSheet {
  return IncomeSheet.parse({
    window: { from: '2025-03', to: '2026-02' },
    members: 4,
    income: [],
    costs: [],
    rigid: [],
    claimsFen: 0,
    ...part,
  });
}

/** The worked example of domain.md 5.2. */
const F01 = sheet({
  members: 4,
  income: [
    row('A1', 28_800),
    row('A5', 5_400),
    row('B1', 12_420),
    row('B2', 16_000),
    row('C2', 1_200),
    row('C1', 600),
    row('D06', 1_275),
    row('D12', 3_000),
  ],
  costs: [row('E1', 4_860), row('E2', 9_200)],
  rigid: [rigid('M1', 80_600, 51_600), rigid('M3', 5_400), rigid('S1', 7_800, 3_300)],
  claimsFen: yuan(4_000),
});

const F02 = sheet({
  members: 2,
  income: [row('D03', 3_360), row('D15', 2_000), row('C2', 1_400), row('D06', 340)],
  rigid: [rigid('M2', 4_200)],
});
const F04 = sheet({ members: 3, income: [row('A1', 96_000)], rigid: [rigid('M1', 12_600)] });
const F06 = sheet({
  members: 3,
  income: [row('A1', 42_600)],
  rigid: [rigid('A1', 62_000)],
  claimsFen: yuan(10_000),
});
const F08 = sheet({
  members: 3,
  income: [row('B4', 58_000), row('D11', 1_560), row('D06', 510)],
  costs: [row('E9', 31_500)],
  rigid: [rigid('R1', 24_000, 6_000)],
});

function withReference(change: Partial<Profile['netReference']>): Profile {
  return { ...DEMO_2026, netReference: { ...DEMO_2026.netReference, ...change } };
}

describe('the figures', () => {
  test('of the worked example', () => {
    expect(assess(F01, DEMO_2026)).toMatchObject({
      gross: yuan(68_695),
      costs: yuan(14_060),
      net: yuan(54_635),
      netPerCapitaFen: yuan(13_658.75),
      compliantSelfPaidFen: yuan(33_500),
      referenceFen: yuan(25_135),
      referencePerCapitaFen: yuan(6_283.75),
      band: { net: 'ABOVE', reference: 'BELOW' },
      parameters: {
        profileCode: 'DEMO-2026',
        profileVersion: 1,
        lineFen: yuan(8_700),
        window: { from: '2025-03', to: '2026-02' },
        members: 4,
      },
    });
  });

  test.each([
    ['F02', F02, 3_550, 1_450, { net: 'BELOW', reference: 'BELOW' }],
    ['F04', F04, 32_000, 27_800, { net: 'ABOVE', reference: 'ABOVE' }],
    ['F06', F06, 14_200, -3_133.33, { net: 'ABOVE', reference: 'BELOW' }],
    ['F08', F08, 9_523.33, 3_523.33, { net: 'NEAR', reference: 'BELOW' }],
  ])('of %s', (_, given, net, reference, band) => {
    const figures = assess(given, DEMO_2026);
    expect(figures).toMatchObject({
      netPerCapitaFen: yuan(net),
      referencePerCapitaFen: yuan(reference),
      band,
    });
  });

  test('leave education aid out of the reference where the local rule says so, and show it', () => {
    const figures = assess(F01, withReference({ countEducationAid: false }));
    expect(figures).toMatchObject({
      referenceFen: yuan(22_135),
      referencePerCapitaFen: yuan(5_533.75),
      netPerCapitaFen: yuan(13_658.75),
      excludedAidFen: yuan(3_000),
    });
    expect(figures.countedRows).toContainEqual({
      section: 'income',
      index: 7,
      code: 'D12',
      amountFen: yuan(3_000),
      countedFen: 0,
      notCounted: 'EDUCATION_AID',
    });
  });

  test('say of every row why it does not count', () => {
    const given = sheet({
      rigid: [
        rigid('M3', 100),
        rigid('M4', 200),
        rigid('S2', 9_000),
        rigid('L1', 400),
        rigid('P1', 500),
        rigid('H1', 600, 100),
      ],
    });
    const told = (profile: Profile) =>
      assess(given, profile).countedRows.map(({ code, countedFen, notCounted }) => [
        code,
        countedFen / 100,
        notCounted,
      ]);
    expect(told(DEMO_2026)).toEqual([
      ['M3', 0, 'OUT_OF_CATALOGUE'],
      ['M4', 0, 'LOCAL_RULE'],
      ['S2', 0, 'LOCAL_RULE'],
      ['L1', 0, 'LOCAL_RULE'],
      ['P1', 0, 'LOCAL_RULE'],
      ['H1', 500, null],
    ]);
    expect(
      told(
        withReference({
          countOutOfCatalogueMedical: true,
          localRigid: ['M4', 'L1'],
          studentLivingCapFen: yuan(6_000),
        }),
      ),
    ).toEqual([
      ['M3', 100, null],
      ['M4', 200, null],
      ['S2', 6_000, 'OVER_CAP'],
      ['L1', 400, null],
      ['P1', 0, 'LOCAL_RULE'],
      ['H1', 500, null],
    ]);
  });

  test('leave claims out where the profile does not add them', () => {
    expect(assess(F01, withReference({ addClaims: false }))).toMatchObject({
      claimsFen: 0,
      referenceFen: yuan(21_135),
    });
  });

  test('round half a fen away from zero, on both sides of it', () => {
    const net = (incomeFen: number, costFen: number, members: number) =>
      assess(
        sheet({
          members,
          income: [{ code: 'A1', amountFen: incomeFen, basis: 'ACTUAL' }],
          costs: [{ code: 'E1', amountFen: costFen, basis: 'ACTUAL' }],
        }),
        DEMO_2026,
      ).netPerCapitaFen;
    expect([net(5, 0, 2), net(0, 5, 2), net(1, 0, 3), net(0, 1, 3), net(0, 2, 3)]).toEqual([3, -3, 0, 0, -1]);
  });

  test.each([
    [8_700, 'BELOW'],
    [8_700.01, 'NEAR'],
    [10_440, 'NEAR'],
    [10_440.01, 'ABOVE'],
  ])('%p a head against a line of 8,700 is %s', (perHead, band) => {
    const given = sheet({ members: 1, income: [row('A1', perHead)] });
    expect(assess(given, DEMO_2026).band.net).toBe(band);
  });

  test('keep the line they were computed with', () => {
    const before = assess(F08, DEMO_2026);
    const kept = structuredClone(before);
    assess(F08, { ...DEMO_2026, line: { ...DEMO_2026.line, perCapitaFen: yuan(9_600) } });
    expect(before).toEqual(kept);
    expect(before.parameters.lineFen).toBe(yuan(8_700));
  });
});

describe('prompts', () => {
  const fired = (given: IncomeSheet, facts: Partial<TriggerFacts> = {}, profile = DEMO_2026) =>
    prompts({ householdKind: 'ORDINARY', ...facts, sheet: given }, assess(given, profile), profile);
  const rules = (...args: Parameters<typeof fired>): PromptRule[] => fired(...args).map(({ rule }) => rule);

  test('of F01 are exactly two, also when the stroke is named', () => {
    expect(rules(F01)).toEqual(['T-NETREF', 'T-MEDICAL10K']);
    const told = {
      bigIllness: true,
      risks: ['ILLNESS', 'SCHOOLING'],
      houseGrade: 'B',
      anyoneUninsured: false,
    };
    expect(rules(F01, told as Partial<TriggerFacts>)).toEqual(['T-NETREF', 'T-MEDICAL10K']);
  });

  test('of F02, F04 and F08', () => {
    expect(rules(F02)).toEqual(['T-INCOME', 'T-NETREF']);
    expect(rules(F04)).toEqual(['T-MEDICAL10K']);
    expect(rules(F08, { severeDisability: true })).toEqual(['T-NETREF', 'T-FOUR']);
  });

  test('of F06: the fire took more than a year earned, and the only house', () => {
    expect(rules(F06, { houseGrade: 'D', houseIsOnly: true })).toEqual([
      'T-NETREF',
      'T-RIGID>INCOME',
      'T-HOUSE',
    ]);
  });

  test('carry the figures that their sentence names', () => {
    expect(fired(F01)).toEqual([
      {
        rule: 'T-NETREF',
        mandatoryDossier: false,
        params: { referencePerCapitaFen: yuan(6_283.75), lineFen: yuan(8_700) },
      },
      {
        rule: 'T-MEDICAL10K',
        mandatoryDossier: true,
        params: { medicalSelfPaidFen: yuan(29_000), thresholdFen: yuan(10_000) },
      },
    ]);
  });

  const well = sheet({ members: 1, income: [row('A1', 50_000)] });

  test.each<[PromptRule, Partial<TriggerFacts>]>([
    ['T-HOUSE', { houseGrade: 'C' }],
    ['T-HOUSE', { houseGrade: 'B', housingProblem: true }],
    ['T-WATER', { waterProblem: true }],
    ['T-WATER', { waterCutDays: 31 }],
    ['T-SCHOOL', { schoolProblem: true }],
    ['T-INSURANCE', { anyoneUninsured: true }],
    ['T-FOUR', { suddenAccident: true }],
    ['T-FOUR', { newGuaranteeProblem: true }],
    ['T-NEWDIBAO', { newDibaoOrTekun: true }],
    ['T-INCOMEDROP', { incomeDropPct: 30 }],
  ])('%s fires alone for %p', (rule, facts) => {
    expect(rules(well, facts)).toEqual([rule]);
  });

  test.each<Partial<TriggerFacts>>([
    {},
    { houseGrade: 'D', houseIsOnly: false },
    { houseGrade: 'B' },
    { waterCutDays: 30 },
    { bigIllness: true },
    { severeDisability: true },
    { incomeDropPct: 29 },
  ])('nothing fires for a well-off family and %p', (facts) => {
    expect(rules(well, facts)).toEqual([]);
  });

  test('a big illness is beyond means when the bills are larger than the income', () => {
    const given = sheet({ members: 2, income: [row('A1', 50_000)], rigid: [rigid('M2', 50_001)] });
    expect(rules(given, { bigIllness: true })).toContain('T-FOUR');
    expect(rules(given)).not.toContain('T-FOUR');
  });

  test('a severe disability makes a dossier mandatory, an accident does not (F08b)', () => {
    const four = (facts: Partial<TriggerFacts>) => fired(F08, facts).find(({ rule }) => rule === 'T-FOUR');
    expect(four({ severeDisability: true })).toMatchObject({
      mandatoryDossier: true,
      params: { groups: 'SEVERE_DISABILITY' },
    });
    expect(four({ suddenAccident: true })?.mandatoryDossier).toBe(false);
  });

  test('the fall of income is taken from the sheet when the year before is known', () => {
    const fell = (previous: number) => rules(sheet({ ...well, previousNetFen: yuan(previous) }));
    expect(fell(71_500)).toEqual(['T-INCOMEDROP']); // 30.07 %
    expect(fell(71_400)).toEqual([]); // 29.97 %
    expect(fell(0)).toEqual([]);
  });

  test('medical spending outside the catalogue weighs only where it counts', () => {
    const given = sheet({ ...well, rigid: [rigid('M1', 9_000), rigid('M3', 1_000), rigid('A2', 500)] });
    expect(rules(given)).toEqual([]);
    expect(rules(given, {}, withReference({ countOutOfCatalogueMedical: true }))).toEqual(['T-MEDICAL10K']);
  });

  test('a county can switch off the reference figure and the four groups', () => {
    const profile: Profile = {
      ...withReference({ enabled: false }),
      triggers: { ...DEMO_2026.triggers, fourGroups: false },
    };
    expect(rules(F08, { severeDisability: true, suddenAccident: true }, profile)).toEqual([]);
  });
});

describe('the proposed type', () => {
  const low = assess(F02, DEMO_2026);
  const high = assess(F01, DEMO_2026);

  test.each<[Assessment, Parameters<typeof proposeType>[1], boolean, ReturnType<typeof proposeType>]>([
    [low, 'ORDINARY', false, 'MARGINAL'],
    [low, 'LIFTED', true, 'UNSTABLE'],
    [low, 'MONITORED', false, 'MARGINAL'],
    [high, 'ORDINARY', true, 'SUDDEN'],
    [high, 'LIFTED', true, 'SUDDEN'],
    [high, 'LIFTED', false, null],
  ])('case %#', (figures, kind, shock, type) => {
    expect(proposeType(figures, kind, shock)).toBe(type);
  });
});

test.each([
  ['2026-03-02', '2025-03', '2026-02'],
  ['2026-01-01', '2025-01', '2025-12'],
  ['2026-12-31', '2025-12', '2026-11'],
])('a report of %s looks at %s to %s', (submittedOn, from, to) => {
  expect(incomeWindow(submittedOn)).toEqual({ from, to });
});

describe('a sheet', () => {
  test.each<[string, object, string]>([
    [
      'an estimate without reason',
      { income: [{ code: 'A5', amountFen: 1, basis: 'ESTIMATE' }] },
      'income.0.reason',
    ],
    [
      'a blank reason',
      { income: [{ code: 'A5', amountFen: 1, basis: 'ESTIMATE', reason: '  ' }] },
      'income.0.reason',
    ],
    ['half a fen', { income: [{ code: 'A5', amountFen: 0.5, basis: 'ACTUAL' }] }, 'income.0.amountFen'],
    ['a negative amount', { costs: [{ code: 'E1', amountFen: -1, basis: 'ACTUAL' }] }, 'costs.0.amountFen'],
    ['costs among the income', { income: [row('E1', 1)] }, 'income.0.code'],
    ['income among the costs', { costs: [row('A1', 1)] }, 'costs.0.code'],
    ['an unknown code', { rigid: [rigid('Z1', 1)] }, 'rigid.0.code'],
    ['more back than paid', { rigid: [rigid('M1', 1, 2)] }, 'rigid.0.reimbursedFen'],
    ['nobody to divide by', { members: 0 }, 'members'],
    ['eleven months', { window: { from: '2025-03', to: '2026-01' } }, 'window'],
    ['a month that does not exist', { window: { from: '2025-13', to: '2026-12' } }, 'window.from'],
    ['a field that is not its own', { diagnosis: 'x' }, ''],
  ])('is refused for %s', (_, change, path) => {
    const parsed = IncomeSheet.safeParse({ ...F01, ...change });
    expect(parsed.error?.issues.map((issue) => issue.path.join('.'))).toEqual([path]);
  });

  test('takes an estimate with its reason', () => {
    const income = [{ code: 'A5', amountFen: 540_000, basis: 'ESTIMATE', reason: '没有工资条' }];
    expect(IncomeSheet.safeParse({ ...F01, income }).success).toBe(true);
  });

  const warned = (part: Partial<IncomeSheet>) => {
    const given = sheet({ members: 1, ...part });
    return sheetWarnings(given, assess(given, DEMO_2026));
  };

  test('warns of what is possible but unlikely', () => {
    expect(warned({ income: [row('A1', 20_000), row('A2', 99), row('A3', 100)] })).toEqual([
      { code: 'WAGE_TOO_SMALL', index: 1 },
    ]);
    expect(warned({ income: [row('B1', 5_000)] })).toEqual([{ code: 'COSTS_MISSING' }]);
    expect(warned({ income: [row('D03', 100_000.01)] })).toEqual([{ code: 'NET_PER_CAPITA_UNLIKELY' }]);
    expect(warned({})).toEqual([{ code: 'NET_PER_CAPITA_UNLIKELY' }]);
    expect(warned({ income: [row('B1', 5_000)], costs: [row('E1', 1_000)] })).toEqual([]);
  });
});
