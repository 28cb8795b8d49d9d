import { findingTitle, markedParts, rowOf } from '@miniapp/features/publicity/words';

describe('what may not go up', () => {
  test.each([
    [{ kind: 'PHONE', where: 'entries.2.headName', text: '13900002201' }, '第 3 行“户主”带了电话', 2],
    [{ kind: 'CAUSE', where: 'entries.0.group', text: '因病' }, '第 1 行“小组”写了原因', 0],
    [{ kind: 'HEALTH', where: 'title', text: '住院' }, '“标题”写了病情', undefined],
    [{ kind: 'NEW_KIND', where: 'entries.0.other', text: 'x' }, '第 1 行“别处”写了不能公示的', 0],
  ])('%j', (finding, title, row) => {
    expect(findingTitle(finding)).toBe(title);
    expect(rowOf(finding)).toBe(row);
  });

  test('is underlined where it stands, every time', () => {
    expect(markedParts('2组因病因病', ['因病'])).toEqual([
      { text: '2组', hit: false },
      { text: '因病', hit: true },
      { text: '因病', hit: true },
    ]);
    expect(markedParts('2组', ['因病'])).toEqual([{ text: '2组', hit: false }]);
    expect(markedParts('', ['因病', ''])).toEqual([]);
  });
});
