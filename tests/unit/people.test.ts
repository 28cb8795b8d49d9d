import {
  ageOn,
  checkIdNumber,
  checkName,
  checkPhone,
  composeCaseNo,
  composeIdNumber,
  formatCaseNo,
  isCaseNo,
  maskId,
  maskName,
  maskPhone,
} from '@shared/people';

/** 田有福 of F01: 52 years old, in the invented area 990101. */
const ID = composeIdNumber({ area: '990101', birthDate: '1973-05-12', sequence: 123 });
const changeLast = (id: string) => id.slice(0, -1) + (id.endsWith('0') ? '1' : '0');

describe('an ID number', () => {
  test('tells birth and gender', () => {
    expect(checkIdNumber('99010119491231001X')).toEqual({
      ok: true,
      id: '99010119491231001X',
      kind: 'ID',
      birthDate: '1949-12-31',
      gender: 'MALE',
    });
  });

  test('is mended: full-width digits, spaces, a small x', () => {
    expect(checkIdNumber(' 990101 19491231 ００１ｘ ')).toMatchObject({ ok: true, id: '99010119491231001X' });
  });

  test.each([
    ['', 'LENGTH', 0],
    [ID.slice(0, 17), 'LENGTH', 17],
    [`${ID}1`, 'LENGTH', 19],
    [`${ID}4321B`, 'LENGTH', 23],
    ['田有福', 'CHARS', 3],
    [`${ID.slice(0, 10)}O${ID.slice(11)}`, 'CHARS', 18],
    [`X${ID.slice(1)}`, 'CHARS', 18],
    [`0${ID.slice(1)}`, 'CHARS', 18],
    ['990101202602301230', 'DATE', 18],
    ['990101189912311230', 'DATE', 18],
    [changeLast(ID), 'CHECKSUM', 18],
  ])('%p is refused: %s, %d characters', (text, reason, digits) => {
    expect(checkIdNumber(text)).toEqual({ ok: false, reason, digits });
  });

  test('may be a disability card, plain or issued again', () => {
    expect(checkIdNumber(`${ID}42`)).toMatchObject({ ok: true, kind: 'DISABILITY', birthDate: '1973-05-12' });
    expect(checkIdNumber(`${ID}42b1`)).toMatchObject({ ok: true, id: `${ID}42B1`, kind: 'DISABILITY' });
    for (const tail of ['82', '45', '421B', '42BB'])
      expect(checkIdNumber(ID + tail)).toMatchObject({ reason: 'CHARS' });
    expect(checkIdNumber(`${changeLast(ID)}42`)).toMatchObject({ reason: 'CHECKSUM' });
  });

  test.each([
    { area: '99010', birthDate: '1973-05-12', sequence: 1 },
    { area: '990101', birthDate: '1973-02-30', sequence: 1 },
    { area: '990101', birthDate: '1973-05-12', sequence: 1000 },
    { area: '990101', birthDate: '1973-05-12', sequence: 1.5 },
  ])('is not composed from %p', (parts) => {
    expect(() => composeIdNumber(parts)).toThrow(RangeError);
  });
});

describe('a phone number', () => {
  test.each([
    '13800005678',
    '138 0000 5678',
    '138-0000-5678',
    '+86 13800005678',
    '008613800005678',
    '１３８００００５６７８',
  ])('%s is taken', (text) => {
    expect(checkPhone(text)).toEqual({ ok: true, phone: '13800005678' });
  });

  test.each([
    ['1380000567', 'LENGTH', 10],
    ['138000056789', 'LENGTH', 12],
    ['', 'LENGTH', 0],
    ['12800005678', 'PREFIX', 11],
    ['09900000101', 'PREFIX', 11],
    ['1380000567a', 'CHARS', 11],
    ['没有电话', 'CHARS', 4],
  ])('%p is refused: %s, %d characters', (text, reason, digits) => {
    expect(checkPhone(text)).toEqual({ ok: false, reason, digits });
  });
});

describe('a name', () => {
  test.each([
    [' 田有福 ', '田有福'],
    ['乌云其木格', '乌云其木格'],
    ['阿依古丽•买买提', '阿依古丽·买买提'],
    ['𠮷田', '𠮷田'],
    ['王〇', '王〇'],
    ['Anna  Li', 'Anna Li'],
  ])('%p is taken as %p', (text, name) => {
    expect(checkName(text)).toEqual({ ok: true, name });
  });

  test.each([
    ['', 'EMPTY'],
    ['　', 'EMPTY'],
    ['田有福1', 'DIGITS'],
    ['田有福３', 'DIGITS'],
    ['田😀', 'EMOJI'],
    ['👨‍👩‍👧', 'EMOJI'],
    ['🇨🇳', 'EMOJI'],
    ['田有福（残疾）', 'CHARS'],
    ['·田', 'CHARS'],
    ['田·', 'CHARS'],
    ['<b>田</b>', 'CHARS'],
    ['田\u202e福', 'CHARS'],
    ['田'.repeat(31), 'TOO_LONG'],
  ])('%p is refused: %s', (text, reason) => {
    expect(checkName(text)).toEqual({ ok: false, reason });
  });

  test('of 30 rare characters is not too long', () => {
    expect(checkName('𠮷'.repeat(30)).ok).toBe(true);
  });
});

describe('masks', () => {
  test.each([
    ['张三', '张*'],
    ['张小明', '张*明'],
    ['张小小明', '张*明'],
    ['欧阳娜', '欧阳*'],
    ['欧阳明月', '欧阳*'],
    ['欧阳', '欧*'],
    ['乌云其木格', '乌*格'],
    ['阿依古丽·买买提', '阿*提'],
    ['𠮷田', '𠮷*'],
    ['张', '*'],
  ])('%s is shown to the village as %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  test('of an ID number keep area and tail, and do not tell a disability card', () => {
    expect(maskId('990101197305121234')).toBe('990101**********1234');
    expect(maskId('99010119730512123442')).toBe('990101**********1234');
    expect(maskId('99010119730512123442B1')).toBe('990101**********1234');
  });

  test('of a phone number keep three and four digits', () => {
    expect(maskPhone('13800005678')).toBe('138****5678');
  });
});

test.each([
  ['1973-05-12', '2026-03-02', 52],
  ['1973-03-02', '2026-03-02', 53],
  ['2008-02-29', '2026-02-28', 17],
  ['2008-02-29', '2026-03-01', 18],
  ['2026-03-02', '2026-03-02', 0],
  ['2026-03-02', '2026-03-01', -1],
])('born on %s, on %s one is %d', (birthDate, on, age) => {
  expect(ageOn(birthDate, on)).toBe(age);
});

test('an age on a day that does not exist is refused', () => {
  expect(() => ageOn('1973-02-30', '2026-03-02')).toThrow(RangeError);
});

describe('a case number', () => {
  test('is year, month, running number and check digit, read out in fours', () => {
    const caseNo = composeCaseNo('2026-03-02', 217);
    expect(caseNo).toMatch(/^26030217\d$/);
    expect(formatCaseNo(caseNo)).toBe(`2603 0217 ${caseNo.at(-1)}`);
    expect(isCaseNo(formatCaseNo(caseNo))).toBe(true);
  });

  test('grows with the ten-thousandth case of a month', () => {
    const caseNo = composeCaseNo('2026-03-31', 12_345);
    expect(caseNo).toHaveLength(10);
    expect(formatCaseNo(caseNo)).toBe(`2603 1234 5${caseNo.at(-1)}`);
    expect(isCaseNo(caseNo)).toBe(true);
  });

  test.each(['', '2603', '260302170', '26130217', 'abcdefghi', '2603021'])('%p is none', (text) => {
    expect(isCaseNo(text)).toBe(false);
  });

  test('is not composed from nothing', () => {
    expect(() => composeCaseNo('2026-02-30', 1)).toThrow(RangeError);
    expect(() => composeCaseNo('2026-03-02', 0)).toThrow(RangeError);
  });
});
