import { type AnswerRow, type AskedItem, matchAnswer, RESULT_WORDS } from '@shared/casework/answer-rows';
import { composeIdNumber, composeRequestCode } from '@shared/people';
import fc from 'fast-check';

const NAMES = ['田有福', '贺老实', '阿依古丽·买买提', '白长河'];
const ITEMS: AskedItem[] = NAMES.map((name, index) => ({
  code: composeRequestCode(123_456_780 + index * 7),
  memberKey: `m${index}`,
  name,
  idNo: composeIdNumber({ area: '990101', birthDate: `19${60 + index}-02-03`, sequence: 100 + index }),
  answered: index === 3,
}));
const ASKED = new Map(ITEMS.map((item) => [item.code, item]));

const cell = <T extends string>(...values: T[]) => fc.constantFrom(...values);
const codes = [
  ...ITEMS.map(({ code }) => code),
  composeRequestCode(999_999_999),
  '1234567890',
  '',
  '12345678901',
];
const ids = [...ITEMS.map(({ idNo }) => idNo ?? ''), '', '990101196002030000', '99010119600203', '没有'];

const rows: fc.Arbitrary<AnswerRow> = fc.record({
  code: cell(...codes, ...ITEMS.map(({ code }) => ` ${code.slice(0, 4)} ${code.slice(4)}`)),
  name: cell(...NAMES, '阿依古丽买买提', '', '别人'),
  idNo: cell(...ids),
  result: cell('没有查到', ' 查到了 ', '查不了', '无', '有', '大概', ''),
  flags: cell('', '有小车', '有小车、大型农机', '财政供养、稳定单位', '公积金、大额存款，有小车', '有飞机'),
  amount: cell('', '21000', '2.1万', '-1'),
  note: cell('', '2016 年'),
  lost: fc.boolean(),
});

/** Written apart from the code: Damm's digit by its own table of remainders is replaced by looking the code up. */
function oracle(row: AnswerRow): { to: string; result: string } | null {
  const item = ITEMS.find(({ code }) => code === row.code.replaceAll(' ', ''));
  if (item === undefined || item.answered) return null;
  const bare = (text: string) => text.replaceAll('·', '').trim();
  if (row.name !== '' && bare(row.name) !== bare(item.name)) return null;
  if (row.idNo === '' && row.name === '') return null;
  if (row.idNo !== '' && (row.lost || row.idNo !== item.idNo)) return null;
  if (!['', '21000'].includes(row.amount) || row.flags.includes('飞机')) return null;
  const word = row.result.trim();
  const flagged = word === '查到了' || word === '有';
  if (!flagged && !['没有查到', '无', '查不了'].includes(word)) return null;
  if (flagged ? row.flags === '' && row.note === '' : row.flags !== '') return null;
  return { to: item.memberKey, result: flagged ? 'FLAGGED' : word === '查不了' ? 'UNAVAILABLE' : 'CLEAR' };
}

test('an answer goes to the person who was asked about, or to nobody', () => {
  let taken = 0;
  fc.assert(
    fc.property(rows, (row) => {
      const matched = matchAnswer(row, 'POLICE', ASKED);
      const expected = oracle(row);
      expect(matched.ok ? { to: matched.answer.memberKey, result: matched.answer.result } : null).toEqual(
        expected,
      );
      if (matched.ok) taken += 1;
    }),
    { numRuns: 20_000 },
  );
  expect(taken).toBeGreaterThan(0);
});

test('a row that is right in everything is taken, with all that it says', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ITEMS.filter(({ answered }) => !answered)),
      fc.constantFrom(...RESULT_WORDS.FLAGGED),
      fc.integer({ min: 0, max: 99_999_999 }),
      (item, result, yuan) => {
        const row = { code: item.code, name: item.name, idNo: item.idNo ?? '', result, lost: false };
        const said = { flags: '公积金、大额存款，有小车', amount: String(yuan), note: '存折一本' };
        expect(matchAnswer({ ...row, ...said }, 'BANK', ASKED)).toEqual({
          ok: true,
          item,
          answer: {
            department: 'BANK',
            memberKey: item.memberKey,
            result: 'FLAGGED',
            flags: ['FUND', 'CAR'],
            amountFen: yuan * 100,
            note: '存折一本',
          },
        });
      },
    ),
  );
});

test('one wrong digit, or two neighbours swapped, never makes another code of the list', () => {
  const code = ITEMS[0]?.code ?? '';
  const row = {
    name: '',
    idNo: ITEMS[0]?.idNo ?? '',
    result: '无',
    flags: '',
    amount: '',
    note: '',
    lost: false,
  };
  for (let at = 0; at < code.length; at += 1)
    for (const digit of '0123456789') {
      if (digit === code[at]) continue;
      const slip = code.slice(0, at) + digit + code.slice(at + 1);
      expect(matchAnswer({ ...row, code: slip }, 'POLICE', ASKED)).toEqual({
        ok: false,
        fault: 'CODE_WRONG',
      });
    }
});
