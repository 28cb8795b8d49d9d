import {
  EMPTY_SHEET,
  figuresOf,
  fromSheet,
  type SheetForm,
  sheetProblems,
  toSheet,
} from '@miniapp/features/review/model/sheet';
import { formatYuan, parseYuan } from '@miniapp/ui/money';
import { IncomeSheet } from '@shared/assessment';
import { DEMO_2026 } from '@shared/procedure';
import { F01_SHEET } from '@tests/support/review-story';

const WINDOW = F01_SHEET.window;
const seen = { note: '', basis: 'ACTUAL', reason: '' } as const;

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
    const row = { id: 'a', code: 'A5', note: '', basis: 'ESTIMATE', reason: ' ' } as const;
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
