import { changesBetween, isInIt, type NoticeContent } from '@shared/publicity';

describe('who is in an objection to a list', () => {
  const spoken = { objector: { name: '何明' }, named: { name: '贺老实', group: '2组' } };
  const nobody = { names: ['李春梅'], samePhone: null, families: [] };
  test.each([
    ['a stranger', spoken, nobody, false],
    ['who has the name of who objected', spoken, { ...nobody, names: ['何明'] }, true],
    ['who lends the role to a stranger', spoken, { ...nobody, names: ['李春梅', '何明'] }, true],
    ['who has the name and another phone', spoken, { ...nobody, names: ['何明'], samePhone: false }, false],
    ['whose phone was left under another name', spoken, { ...nobody, samePhone: true }, true],
    ['who is on the row', spoken, { ...nobody, names: ['贺老实'] }, true],
    ['kin of who objected', spoken, { ...nobody, families: [{ names: ['何明'], group: '9组' }] }, true],
    [
      'kin of who is on the row',
      spoken,
      { ...nobody, families: [{ names: ['贺老实'], group: '二组' }] },
      true,
    ],
    [
      'kin of another of that name',
      spoken,
      { ...nobody, families: [{ names: ['贺老实'], group: '5组' }] },
      false,
    ],
    [
      'anybody, of a nameless word to the whole',
      { objector: null, named: null },
      { ...nobody, names: ['何明'] },
      false,
    ],
  ])('%s', (_who, said, known, expected) => {
    expect(isInIt(said, known)).toBe(expected);
  });
});

describe('what a corrected version changes', () => {
  const row = (id: string, name: string, amountFen: number) => ({
    id,
    name,
    group: '2组',
    item: '交通补助',
    amountFen,
  });
  const list = (...entries: object[]) => ({ kind: 'SUBSIDY_PAYMENTS', entries }) as unknown as NoticeContent;
  test('is told by where rows come from: moved is not changed, gone is not renamed', () => {
    const before = list(row('r1', '甲', 100_00), row('r2', '乙', 200_00), row('r3', '丙', 300_00));
    const after = list(row('r3', '丙', 300_00), row('r2', '乙二', 250_00), row('r4', '丁', 100_00));
    expect(changesBetween(before, after)).toEqual([
      {
        ...{ how: 'CHANGED', row: 1, name: '乙' },
        cells: [
          { title: '姓名', was: '乙', is: '乙二' },
          { title: '金额（元）', was: '200', is: '250' },
        ],
      },
      {
        how: 'ADDED',
        row: 2,
        name: '丁',
        cells: expect.arrayContaining([{ title: '姓名', was: '', is: '丁' }]),
      },
      {
        how: 'REMOVED',
        row: 0,
        name: '甲',
        cells: expect.arrayContaining([{ title: '姓名', was: '甲', is: '' }]),
      },
    ]);
    expect(changesBetween(before, before)).toEqual([]);
  });
});
