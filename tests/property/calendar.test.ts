import {
  addDays,
  addWorkingDays,
  daysBetween,
  endOfDay,
  isWorkingDay,
  localDate,
  startOfDay,
  workingDaysBetween,
} from '@shared/calendar';
import { HOLIDAYS_2026, MAKE_UP_DAYS_2026, utcDay } from '@tests/support/days-2026';
import fc from 'fast-check';

/** Days since 1970 as a date, by the platform's own calendar. */
const day = fc.integer({ min: 12_000, max: 30_000 }).map(utcDay);
const day2026 = fc.integer({ min: 0, max: 364 }).map((n) => utcDay(Date.UTC(2026, 0, 1) / 86_400_000 + n));
const count = fc.integer({ min: -400, max: 400 });

test('every day of 2026 is off exactly when the published list says so', () => {
  fc.assert(
    fc.property(day2026, (date) => {
      const weekend = [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
      const works = MAKE_UP_DAYS_2026.has(date) || !(weekend || HOLIDAYS_2026.has(date));
      expect(isWorkingDay(date)).toBe(works);
    }),
    { numRuns: 2000 },
  );
});

test('natural days: adding and counting are inverse', () => {
  fc.assert(
    fc.property(day, count, (date, n) => {
      expect(daysBetween(date, addDays(date, n))).toBe(n);
    }),
  );
});

test('working days: the n-th working day is a working day and n working days away', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 60 }), (date, n) => {
      const due = addWorkingDays(date, n);
      expect(isWorkingDay(due)).toBe(true);
      expect(workingDaysBetween(date, due)).toBe(n);
      expect(workingDaysBetween(date, addDays(due, -1))).toBe(n - 1);
    }),
  );
});

test('every moment lies within its own China day', () => {
  const moment = fc
    .date({ min: new Date('2004-01-01'), max: new Date('2050-01-01'), noInvalidDate: true })
    .map((d) => d.toISOString());
  fc.assert(
    fc.property(moment, (now) => {
      const date = localDate(now);
      expect(startOfDay(date) <= now && now < endOfDay(date)).toBe(true);
    }),
  );
});
