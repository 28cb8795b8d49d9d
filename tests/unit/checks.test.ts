import { type CheckCount, type CheckState, dueFault, noteFault, reportFault } from '@shared/checks';

const going: CheckCount = { due: 30, done: 12, state: 'GOING' };
const round = { firstDay: '2026-04-20', today: '2026-04-22' };
const noted = (households: number, before = 0, day = '2026-04-21') => ({ day, households, before });

test.each([
  ['what is left', noted(18), null],
  ['one more', noted(19), 'CHECK_OVER_DUE'],
  ['the own number of that day again, higher', noted(22, 4), null],
  ['the same, too high', noted(23, 4), 'CHECK_OVER_DUE'],
  ['the first day', noted(1, 0, '2026-04-20'), null],
  ['today', noted(1, 0, '2026-04-22'), null],
  ['the day before the first', noted(1, 0, '2026-04-19'), 'CHECK_NOT_THAT_DAY'],
  ['tomorrow', noted(1, 0, '2026-04-23'), 'CHECK_NOT_THAT_DAY'],
])('of 30 due and 12 done: %s', (_, note, fault) => {
  expect(noteFault(going, note, round)).toBe(fault);
});

test('nothing is written before somebody said how many are due', () => {
  const unknown = { ...going, due: null };
  expect(noteFault(unknown, noted(1), round)).toBe('CHECK_DUE_MISSING');
  expect(reportFault(unknown)).toBe('CHECK_DUE_MISSING');
  expect(dueFault(unknown, 12)).toBeNull();
  expect(dueFault(unknown, 11)).toBe('CHECK_OVER_DUE');
});

test.each<CheckState>(['REPORTED', 'CLOSED'])(
  'what two sign does not change after the first: %s',
  (state) => {
    const signed = { ...going, state };
    expect(noteFault(signed, noted(0), round)).toBe('CHECK_CLOSED');
    expect(dueFault(signed, 30)).toBe('CHECK_CLOSED');
    expect(reportFault(signed)).toBe('CHECK_CLOSED');
  },
);
