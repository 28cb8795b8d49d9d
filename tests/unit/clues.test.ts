import {
  type ClueRow,
  clueDueOn,
  clueRole,
  readClue,
  sameClue,
  villageFinder,
  WARNINGS,
  warns,
} from '@shared/clues';
import { rowSentence, WARNING_LABELS } from '@shared/messages';
import { composeIdNumber } from '@shared/people';
import { DEMO_2026 } from '@shared/procedure';
import fc from 'fast-check';

const ID = composeIdNumber({ area: '990101', birthDate: '1970-05-01', sequence: 21 });

const row = (more: Partial<ClueRow> = {}): ClueRow => ({
  idNo: ID,
  name: '白长河',
  warning: '自付看病花费大',
  figure: '',
  town: '',
  village: '',
  note: '',
  lost: false,
  ...more,
});

test('a line is read as it is meant, however the office types', () => {
  expect(readClue(row({ idNo: ` ${ID} 12`, figure: '￥12,000.5 元' }), DEMO_2026)).toEqual({
    ok: true,
    clue: { idNo: ID, name: '白长河', warning: 'T-MEDICAL10K', value: 12_000_50, note: '' },
  });
  expect(readClue(row({ warning: 'T-HOUSE', figure: '乱写' }), DEMO_2026)).toMatchObject({
    ok: true,
    clue: { warning: 'T-HOUSE', value: null },
  });
});

test.each([
  [{ idNo: '' }, 'CLUE_ID_MISSING'],
  [{ idNo: '1.5E+17', lost: true }, 'ID_DIGITS_LOST'],
  [{ name: ' ' }, 'CLUE_NAME_MISSING'],
  [{ warning: '别的' }, 'WARNING_UNKNOWN'],
  [{ figure: '一万多' }, 'FIGURE_WRONG'],
  [{ figure: '9999.99' }, 'BELOW_THRESHOLD'],
  [{ warning: '收入大减', figure: '29.9%' }, 'BELOW_THRESHOLD'],
  [{ warning: '饮水有问题', figure: '30天' }, 'BELOW_THRESHOLD'],
  [{ warning: '收入在线下', figure: '8700.01' }, 'BELOW_THRESHOLD'],
] as const)('%j is refused: %s, with a sentence', (more, fault) => {
  expect(readClue(row(more), DEMO_2026)).toEqual({ ok: false, fault });
  expect(rowSentence(fault)).toMatch(/[。]$/);
});

/** domain.md 2.4, written apart: from which figure on each kind is a warning, in the county's own numbers. */
const ORACLE: Partial<Record<(typeof WARNINGS)[number], (value: number) => boolean>> = {
  'T-INCOME': (fen) => fen <= 500_000,
  'T-NETREF': (fen) => fen <= 500_000,
  'T-MEDICAL10K': (fen) => fen >= 2_000_000,
  'T-INCOMEDROP': (percent) => percent >= 45,
  'T-WATER': (days) => days > 12,
};

test("thresholds are the county's: a figure counts as its profile says, one that is not said always does", () => {
  const county = {
    ...DEMO_2026,
    line: { ...DEMO_2026.line, perCapitaFen: 500_000 },
    triggers: { medicalSelfPaidFen: 2_000_000, incomeDropPct: 45, waterCutDays: 12, fourGroups: false },
  };
  fc.assert(
    fc.property(
      fc.constantFrom(...WARNINGS),
      fc.option(fc.integer({ min: 0, max: 4_000_000 })),
      (warning, value) => {
        const expected =
          warning === 'T-FOUR' ? false : value === null ? true : (ORACLE[warning]?.(value) ?? true);
        expect(warns(warning, value, county)).toBe(expected);
      },
    ),
  );
  expect(warns('T-FOUR', null, DEMO_2026)).toBe(true);
});

test('two lines are the same by person and kind, however they are typed', () => {
  expect(sameClue(row())).toBe(sameClue(row({ idNo: ` ${ID.toLowerCase()} `, warning: 'T-MEDICAL10K' })));
  expect(sameClue(row())).not.toBe(sameClue(row({ warning: '孩子没上学' })));
  expect(sameClue(row({ idNo: '' }))).toBe('');
});

test('a village is found by code, name, or name behind its township; never by a guess', () => {
  const find = villageFinder([
    { code: '150521100200', name: '保西村', town: '保康镇' },
    { code: '150521101200', name: '东村', town: '宝龙山镇' },
    { code: '150521102200', name: '东村', town: '舍伯吐镇' },
    { code: '150521102201', name: '乌兰嘎查', town: '舍伯吐镇' },
  ]);
  const west = { ok: true, village: '150521100200' };
  for (const said of [
    '保西村',
    '保西',
    ' 保西 村',
    '保西村村民委员会',
    '150521100200',
    '保康镇保西村',
    '科左中旗保康镇保西',
  ])
    expect(find('', said)).toEqual(west);
  expect(find('科左中旗保康镇', '保西村')).toEqual(west);
  expect(find('宝龙山镇', '保西村')).toEqual({ ok: false, why: 'NOT_HERE' });
  expect(find('', '东村')).toEqual({ ok: false, why: 'SEVERAL' });
  expect(find('舍伯吐镇', '东村')).toEqual({ ok: true, village: '150521102200' });
  expect(find('', '乌兰')).toEqual({ ok: true, village: '150521102201' });
  expect(find('保康镇', ' ')).toEqual({ ok: false, why: 'NOT_SAID' });
});

test('who answers and by when', () => {
  expect(clueDueOn(DEMO_2026, '2026-03-02')).toBe('2026-03-05');
  expect(clueDueOn({ ...DEMO_2026, clues: { answerDays: 7, againDays: 30 } }, '2026-03-02')).toBe(
    '2026-03-09',
  );
  const lender = { personId: 'p-lender', name: '借出的' };
  const caller = {
    personId: 'p-1',
    name: '李春梅',
    kind: 'PERSON' as const,
    grants: [
      { role: 'VILLAGE' as const, region: '150521100200', onBehalfOf: lender },
      { role: 'TASKFORCE' as const, region: '150521100200' },
    ],
  };
  expect(clueRole(caller, '150521100200', ['VILLAGE', 'TASKFORCE'])).toEqual({ role: 'TASKFORCE' });
  expect(clueRole(caller, '150521100200', ['VILLAGE'])).toEqual({ role: 'VILLAGE', onBehalfOf: lender });
  expect(clueRole(caller, '150521100201', ['VILLAGE', 'TASKFORCE'])).toBeUndefined();
});

test('every kind has a name of its own', () => {
  expect(new Set(Object.values(WARNING_LABELS)).size).toBe(WARNINGS.length);
});
