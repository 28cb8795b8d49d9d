import { addDays, daysBetween } from '@shared/calendar';
import { GLANCE_SPANS, medianDays, spanDays } from '@shared/casework';
import fc from 'fast-check';

const day = fc.integer({ min: 0, max: 4000 }).map((n) => addDays('2024-01-01', n));

test('the median of a heap of days is what stands in the middle of the whole row', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 60 }), (all) => {
      const heap = [...new Set(all)].map((days) => ({
        days,
        times: all.filter((one) => one === days).length,
      }));
      const row = Array.from(Float64Array.from(all).sort());
      const before = row.slice(0, Math.ceil(row.length / 2)).at(-1) ?? 0;
      const after = row.slice(Math.floor(row.length / 2))[0] ?? 0;
      expect(medianDays(heap)).toBe((before + after) / 2);
    }),
  );
});

test('every period ends today at the latest, begins before it ends, and holds no more than a year', () => {
  fc.assert(
    fc.property(fc.constantFrom(...GLANCE_SPANS), day, day, day, (span, today, from, to) => {
      const found = spanDays(span, today, { from, to });
      if ('fault' in found) {
        expect(span).toBe('OWN');
        const end = [to, today].sort()[0] ?? to;
        expect(end < from ? 'DAYS_REVERSED' : 'DAYS_TOO_MANY').toBe(found.fault);
        return;
      }
      expect(found.from <= found.to && found.to <= today).toBe(true);
      expect(daysBetween(found.from, found.to)).toBeLessThan(366);
      if (span === 'OWN') expect(found.from).toBe(from);
      else expect(found.to).toBe(today);
    }),
  );
});

test('this month and this quarter begin where they begin; seven days are seven', () => {
  const none = { from: '', to: '' } as const;
  expect(spanDays('MONTH', '2026-03-20', none)).toEqual({ from: '2026-03-01', to: '2026-03-20' });
  for (const [today, from] of [
    ['2026-01-01', '2026-01-01'],
    ['2026-03-31', '2026-01-01'],
    ['2026-06-30', '2026-04-01'],
    ['2026-12-31', '2026-10-01'],
  ] as const)
    expect(spanDays('QUARTER', today, none)).toEqual({ from, to: today });
  expect(spanDays('D7', '2026-03-05', none)).toEqual({ from: '2026-02-27', to: '2026-03-05' });
  expect(spanDays('OWN', '2026-03-05', none)).toEqual({ fault: 'DAYS_MISSING', field: 'from' });
});
