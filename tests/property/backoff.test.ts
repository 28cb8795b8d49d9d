import { MAX_ATTEMPTS, nextTry, pauseAfter } from '@functions/timers/backoff';
import fc from 'fast-check';

const attempts = fc.integer({ min: 1, max: 200 });

test('a pause is never shorter than the one before, at least half a minute, at most an hour', () => {
  fc.assert(
    fc.property(attempts, (n) => {
      expect(pauseAfter(n)).toBeGreaterThanOrEqual(30_000);
      expect(pauseAfter(n)).toBeLessThanOrEqual(3_600_000);
      expect(pauseAfter(n + 1)).toBeGreaterThanOrEqual(pauseAfter(n));
    }),
  );
});

test('each pause is twice the one before until the longest', () => {
  // Written out by hand: seconds after the first to the eighth failure.
  expect([1, 2, 3, 4, 5, 6, 7, 8].map((n) => pauseAfter(n) / 1000)).toEqual([
    30, 60, 120, 240, 480, 960, 1920, 3600,
  ]);
});

test('the next try lies ahead by the pause, wherever the clock stands', () => {
  fc.assert(
    fc.property(
      attempts,
      fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }),
      (n, now) => {
        expect(Date.parse(nextTry(now.toISOString(), n)) - now.getTime()).toBe(pauseAfter(n));
      },
    ),
  );
});

test('eight tries take about an hour: long enough for a busy WeChat, short enough for news', () => {
  const total = Array.from({ length: MAX_ATTEMPTS - 1 }, (_, i) => pauseAfter(i + 1)).reduce((a, b) => a + b);
  expect(total).toBeGreaterThan(30 * 60_000);
  expect(total).toBeLessThan(2 * 3_600_000);
});
