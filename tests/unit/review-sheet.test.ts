import {
  amountOf,
  EMPTY_SHEET,
  evidenceBox,
  figuresOf,
  fromSheet,
  NEW_AMOUNT,
  type SheetForm,
  sheetHints,
  sheetProblems,
  toSheet,
} from '@miniapp/features/review/model/sheet';
import { formatYuan, parseYuan } from '@miniapp/ui/money';
import { IncomeSheet } from '@shared/assessment';
import { DEMO_2026 } from '@shared/procedure';
import { F01_SHEET } from '@tests/support/review-story';

const WINDOW = F01_SHEET.window;
const seen = NEW_AMOUNT;

describe('amounts as typed', () => {
  test.each([
    ['28800', 28_800_00],
    ['28,800', 28_800_00],
    ['６２８３.７５'.normalize('NFKC'), 6_283_75],
    ['6283.7', 6_283_70],
    [' 1，200 ', 1_200_00],
    ['0', 0],
  ])('%s yuan', (text, fen) => expect(parseYuan(text)).toBe(fen));

  test.each(['', '一千', '12.345', '-5', '1e5'])('%s is no amount', (text) =>
    expect(parseYuan(text)).toBeUndefined(),
  );

  test('what is shown can be typed again', () =>
    expect(parseYuan(formatYuan(1_234_567_89))).toBe(1_234_567_89));
});

describe('the sheet that is being typed', () => {
  const form: SheetForm = fromSheet(F01_SHEET, 4);

  test('a saved sheet comes back as it was', () => {
    expect(toSheet(form, WINDOW, 4)).toEqual(F01_SHEET);
  });

  test('what it gives is what the server takes', () => {
    expect(IncomeSheet.safeParse(toSheet(form, WINDOW, 4)).success).toBe(true);
  });

  test('where somebody works for wages and in what trade goes along, and what was not said does not', () => {
    const [wages] = form.income;
    if (wages === undefined) throw new Error('no wages');
    const said = { workArea: 'BEYOND', workPlace: ' 沈阳的工地 ', workTrade: 'BUILDING' } as const;
    const sheet = toSheet({ ...EMPTY_SHEET, income: [{ ...wages, ...said }] }, WINDOW, 4);
    expect(sheet.income[0]).toMatchObject({ ...said, workPlace: '沈阳的工地' });
    expect(IncomeSheet.safeParse(sheet).success).toBe(true);
    expect(toSheet(fromSheet(sheet, 4), WINDOW, 4)).toEqual(sheet);
    const unsaid = toSheet({ ...EMPTY_SHEET, income: [{ ...wages, workPlace: ' ' }] }, WINDOW, 4);
    expect(Object.keys(unsaid.income[0] ?? {}).filter((key) => key.startsWith('work'))).toEqual([]);
  });

  test('rows without an amount are left out, a zero stays', () => {
    const sheet = toSheet(
      {
        ...EMPTY_SHEET,
        income: [
          { id: 'a', code: 'A1', ...seen },
          { id: 'b', code: 'B1', amountFen: 0, ...seen },
        ],
        rigid: [{ id: 'c', code: 'M1', reimbursedFen: 100, ...seen }],
      },
      WINDOW,
      2,
    );
    expect(sheet.income).toEqual([{ code: 'B1', amountFen: 0, basis: 'ACTUAL' }]);
    expect(sheet.rigid).toEqual([]);
    expect(sheet.members).toBe(2);
  });

  test('F01 shows 13,658.75 and 6,283.75 per head while it is typed', () => {
    const figures = figuresOf(form, WINDOW, 4, DEMO_2026);
    expect(formatYuan(figures.netPerCapitaFen)).toBe('13,658.75');
    expect(formatYuan(figures.referencePerCapitaFen)).toBe('6,283.75');
    expect(figures.band).toEqual({ net: 'ABOVE', reference: 'BELOW' });
  });

  test('an empty sheet has figures too, and nobody divides by nothing', () => {
    expect(figuresOf(EMPTY_SHEET, WINDOW, 0, DEMO_2026).netPerCapitaFen).toBe(0);
  });

  test('fewer heads than members can be counted', () => {
    expect(figuresOf({ ...form, heads: 2 }, WINDOW, 4, DEMO_2026).netPerCapitaFen).toBe(27_317_50);
  });
});

describe('what a row still lacks', () => {
  test('an estimate needs its reason, once it has an amount', () => {
    const row = { ...seen, id: 'a', code: 'A5', basis: 'ESTIMATE', reason: ' ' } as const;
    expect(sheetProblems({ ...EMPTY_SHEET, income: [row] })).toEqual({});
    expect(sheetProblems({ ...EMPTY_SHEET, income: [{ ...row, amountFen: 5 }] })).toEqual({
      a: '估算的要写理由，比如“没有工资条”。',
    });
  });

  test('nobody gets back more than was spent', () => {
    const row = { id: 'm', code: 'M1', paidFen: 100, reimbursedFen: 101, ...seen } as const;
    expect(sheetProblems({ ...EMPTY_SHEET, rigid: [row] })).toEqual({
      m: '退回来的比花的还多。两个数再看一眼。',
    });
    expect(sheetProblems({ ...EMPTY_SHEET, rigid: [{ ...row, reimbursedFen: 100 }] })).toEqual({});
  });
});

describe('how a row comes about', () => {
  const row = {
    ...seen,
    id: 'income-0',
    code: 'A1',
    amountFen: 28_800_00,
    qty: 9,
    unitPriceFen: 3_200_00,
  } as const;

  test('count and price make the amount, to the fen', () => {
    expect(amountOf(row)).toBe(28_800_00);
    expect(amountOf({ qty: 2.5, unitPriceFen: 33 })).toBe(83);
    expect(amountOf({ qty: 9 })).toBeUndefined();
  });

  test('all of it is sent, and comes back', () => {
    const form = {
      ...EMPTY_SHEET,
      income: [{ ...row, unit: '个月', payer: '通辽建筑队', evidenceIds: ['earlier'] }],
    };
    const sheet = toSheet(form, WINDOW, 4, [evidenceBox('income-0'), evidenceBox('income-1')]);
    expect(sheet.income).toEqual([
      {
        code: 'A1',
        amountFen: 28_800_00,
        qty: 9,
        unit: '个月',
        unitPriceFen: 3_200_00,
        basis: 'ACTUAL',
        payer: '通辽建筑队',
        evidenceIds: ['earlier', '@row-income-0'],
      },
    ]);
    const kept = { ...sheet, income: sheet.income.map((one) => ({ ...one, evidenceIds: ['earlier'] })) };
    expect(IncomeSheet.safeParse(kept).success).toBe(true);
    expect(toSheet(fromSheet(kept, 4), WINDOW, 4)).toEqual(kept);
  });
});

describe('what is suspicious stops nothing, and is said at its row', () => {
  const hintsOf = (income: SheetForm['income'], costs: SheetForm['costs'] = []) => {
    const form = { ...EMPTY_SHEET, income, costs };
    return sheetHints(form, figuresOf(form, WINDOW, 1, DEMO_2026));
  };
  const wage = { ...seen, id: 'a', code: 'A1' } as const;

  test.each([
    [100, '不到 100 元'],
    [99_99, '不到 100 元'],
    [100_00, undefined],
  ])('a wage of %s fen', (amountFen, words) => {
    const said = hintsOf([{ ...wage, amountFen }]).a;
    if (words === undefined) expect(said).toBeUndefined();
    else expect(said).toContain(words);
  });

  test('a year has twelve months, and other units are not months', () => {
    const worked = { ...wage, amountFen: 500_00, unit: '个月' };
    expect(hintsOf([{ ...worked, qty: 12 }])).toEqual({});
    expect(hintsOf([{ ...worked, qty: 12.5 }]).a).toContain('12 个月');
    expect(hintsOf([{ ...worked, qty: 90, unit: '天' }])).toEqual({});
  });

  test('a business without costs is asked about; rows without an amount do not shift the row that is meant', () => {
    const field = { ...seen, id: 'b', code: 'B1', amountFen: 500_00 } as const;
    expect(hintsOf([field]).sheet).toContain('没写成本');
    expect(hintsOf([field], [{ ...seen, id: 'e', code: 'E1', amountFen: 100 }]).sheet).toBeUndefined();
    expect(
      Object.keys(
        hintsOf([
          { ...wage, id: 'empty' },
          { ...wage, amountFen: 500 },
        ]),
      ),
    ).toEqual(['a']);
  });
});
