import { execFileSync } from 'node:child_process';
import path from 'node:path';
import {
  add,
  addDays,
  addWorkingDays,
  between,
  daysBetween,
  endOfDay,
  hasHolidayTable,
  isLocalDate,
  isWorkingDay,
  localDate,
  startOfDay,
  weekday,
  workingDaysBetween,
} from '@shared/calendar';

describe('a China day', () => {
  test('begins at 16:00 UTC of the day before and ends when the next one begins', () => {
    expect(localDate('2026-03-02T15:59:59.999Z')).toBe('2026-03-02');
    expect(localDate('2026-03-02T16:00:00.000Z')).toBe('2026-03-03');
    expect(startOfDay('2026-03-02')).toBe('2026-03-01T16:00:00.000Z');
    expect(endOfDay('2026-03-02')).toBe('2026-03-02T16:00:00.000Z');
    expect(endOfDay('2026-12-31')).toBe(startOfDay('2027-01-01'));
  });

  test.each(['2026-02-28', '2024-02-29', '2026-12-31'])('%s exists', (text) => {
    expect(isLocalDate(text)).toBe(true);
  });

  test.each(['2026-02-30', '2026-02-29', '2026-13-01', '2026-00-10', '2026-3-2', '20260302', '', null, 5])(
    '%p does not',
    (text) => {
      expect(isLocalDate(text)).toBe(false);
    },
  );

  test('that does not exist is refused, not rolled over', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
    expect(() => isWorkingDay('2026-02-30')).toThrow(RangeError);
    expect(() => localDate('yesterday')).toThrow(RangeError);
  });

  test('counts over months, leap days and backwards', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(daysBetween('2026-03-05', '2026-03-09')).toBe(4);
    expect(daysBetween('2026-03-09', '2026-03-05')).toBe(-4);
    expect(weekday('2026-03-02')).toBe(1);
    expect(weekday('2026-03-01')).toBe(0);
  });
});

describe('working days', () => {
  test.each(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])(
    '%s is a make-up day at a weekend',
    (date) => {
      expect([0, 6]).toContain(weekday(date));
      expect(isWorkingDay(date)).toBe(true);
    },
  );

  test('spring festival of 2026 is off from 15 to 23 February', () => {
    const off = Array.from({ length: 11 }, (_, i) => addDays('2026-02-14', i)).filter(
      (d) => !isWorkingDay(d),
    );
    expect(off).toEqual(Array.from({ length: 9 }, (_, i) => addDays('2026-02-15', i)));
  });

  test('are counted in (from, to], over a holiday', () => {
    expect(addWorkingDays('2026-02-13', 1)).toBe('2026-02-14');
    expect(addWorkingDays('2026-02-13', 2)).toBe('2026-02-24');
    expect(addWorkingDays('2026-02-24', -2)).toBe('2026-02-13');
    expect(addWorkingDays('2026-02-21', 0)).toBe('2026-02-21');
    expect(workingDaysBetween('2026-02-13', '2026-02-24')).toBe(2);
    expect(workingDaysBetween('2026-02-24', '2026-02-13')).toBe(-2);
    expect(workingDaysBetween('2026-03-02', '2026-03-02')).toBe(0);
  });

  test('add and between take the unit', () => {
    expect(add('2026-03-06', 1, 'NATURAL')).toBe('2026-03-07');
    expect(add('2026-03-06', 1, 'WORKING')).toBe('2026-03-09');
    expect(between('2026-03-06', '2026-03-09', 'NATURAL')).toBe(3);
    expect(between('2026-03-06', '2026-03-09', 'WORKING')).toBe(1);
  });

  test('a year without a published table says so and goes by weekends', () => {
    expect([2003, 2004, 2025, 2026, 2100].map(hasHolidayTable)).toEqual([false, true, true, true, false]);
    expect(isWorkingDay('2100-10-01')).toBe(true); // a Friday
    expect(isWorkingDay('2100-10-02')).toBe(false);
  });

  test.each(['Pacific/Honolulu', 'America/Santiago', 'Asia/Shanghai', 'Pacific/Kiritimati'])(
    'are the same on a machine in %s',
    (zone) => {
      // A process of its own, because a running one keeps the time zone that it started with.
      const script = `
        const { isWorkingDay, localDate } = require('./shared/calendar/index.ts');
        console.log([isWorkingDay('2026-10-10'), isWorkingDay('2026-10-07'), isWorkingDay('2026-09-06'),
          localDate('2026-03-02T16:00:00.000Z')].join());`;
      const said = execFileSync(process.execPath, ['--require', 'tsx/cjs', '--eval', script], {
        cwd: path.join(__dirname, '../..'),
        env: { ...process.env, TZ: zone },
        encoding: 'utf8',
      });
      expect(said.trim()).toBe('true,false,false,2026-03-03');
    },
  );
});
