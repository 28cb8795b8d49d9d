import {
  EMPTY_OBJECTION,
  familiesOf,
  groupsOfFour,
  objectionOff,
  objectorOf,
} from '@miniapp/features/notices/objection-draft';
import { untilText } from '@miniapp/features/notices/words';
import { TURN_SENTENCES, withinText } from '@shared/messages';
import { LONGEST, NEVER, OFFICE_WORDS, sentences } from '@tests/support/plain-words';

const WRITTEN = { ...EMPTY_OBJECTION, row: 0, about: 'NOT_DESERVING' as const, text: '他家有车' };

describe('an objection while it is written', () => {
  test('gives no name unless somebody wants to', () => {
    expect(objectorOf(WRITTEN)).toBeNull();
    expect(objectorOf({ ...WRITTEN, named: true, name: ' 王五 ', phone: ' 13800001234 ' })).toEqual({
      name: '王五',
      phone: '13800001234',
    });
    // Typed and then thought better of: it does not leave the phone.
    expect(objectorOf({ ...WRITTEN, named: false, name: '王五', phone: '13800001234' })).toBeNull();
  });

  test('says one thing at a time that is still wanted', () => {
    expect(objectionOff(EMPTY_OBJECTION, 1)).toBe('先点是哪一家');
    expect(objectionOff({ ...EMPTY_OBJECTION, row: 'MISSING' }, 1)).toContain('申报');
    expect(objectionOff({ ...WRITTEN, about: null }, 1)).toBe('点一点是哪一种');
    expect(objectionOff({ ...WRITTEN, text: '  ' }, 1)).toBe('说一段、写一句，或者拍一张');
    const spoken = { ...WRITTEN, text: '', voice: { key: 'k', path: '', seconds: 4 } };
    expect(objectionOff(spoken, 1)).toBeUndefined();
    expect(objectionOff(WRITTEN, 1)).toBeUndefined();
    expect(objectionOff(WRITTEN, 2)).toBeUndefined();
    expect(objectionOff({ ...WRITTEN, named: true }, 2)).toBe('名字还没有写好');
    expect(objectionOff({ ...WRITTEN, named: true, name: '王五', phone: '138' }, 2)).toContain('11 位');
    expect(objectionOff({ ...WRITTEN, named: true, name: '王五', phone: '13800001234' }, 2)).toBeUndefined();
  });

  test('tells families of one name apart by their groups, then by their numbers', () => {
    const rows = [
      { name: '田*福', group: '1组' },
      { name: '田*福', group: '2组' },
      { name: '贺*实', group: '2组' },
      { name: '柳*生', group: '3组' },
      { name: '柳*生', group: '3组' },
    ];
    expect(familiesOf(rows)).toEqual(['田*福 1组', '田*福 2组', '贺*实', '柳*生 第 4 号', '柳*生 第 5 号']);
    expect(new Set(familiesOf(rows)).size).toBe(rows.length);
  });

  test('its number is said in fours, its last day until midnight', () => {
    expect(groupsOfFour('44710386')).toBe('4471 0386');
    expect(untilText({ daysLeft: 1, lastDay: '2026-03-11' })).toBe('今天 24:00 前都能提');
    expect(untilText({ daysLeft: 3, lastDay: '2026-03-11' })).toBe('3月11日 24:00 前都能提');
  });
});

test('what a family reads off the straight path is plain and short', () => {
  for (const text of [
    ...TURN_SENTENCES,
    withinText({ limit: 10, unit: 'WORKING' }),
    withinText({ limit: 5, unit: 'NATURAL' }),
  ]) {
    expect(text).not.toMatch(NEVER);
    expect(text).not.toMatch(OFFICE_WORDS);
    for (const part of sentences(text)) expect([...part].length).toBeLessThanOrEqual(LONGEST);
  }
});
