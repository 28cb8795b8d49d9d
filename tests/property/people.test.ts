import {
  checkIdNumber,
  composeCaseNo,
  composeIdNumber,
  formatCaseNo,
  isCaseNo,
  maskName,
} from '@shared/people';
import { utcDay } from '@tests/support/days-2026';
import fc from 'fast-check';

const birthDate = fc.integer({ min: -25_000, max: 20_000 }).map(utcDay);
const parts = fc.record({
  area: fc.constantFrom('990101', '990202'),
  birthDate,
  sequence: fc.integer({ min: 0, max: 999 }),
});
const caseNo = fc
  .record({
    date: birthDate,
    seq: fc.oneof(fc.integer({ min: 1, max: 9_999 }), fc.integer({ min: 1, max: 999_999 })),
  })
  .map(({ date, seq }) => composeCaseNo(date, seq));

/** GB 11643 as its text has it: the weight of place i from the right is 2^(i-1) mod 11, and the sum is 1 mod 11. */
function sumsToOne(id: string): boolean {
  let sum = 0n;
  const digits = Array.from(id, (char) => (char === 'X' ? 10n : BigInt(char)));
  digits.reverse().forEach((digit, i) => {
    sum += digit * 2n ** BigInt(i);
  });
  return sum % 11n === 1n;
}

test('a composed ID number satisfies the standard and gives back what it was made of', () => {
  fc.assert(
    fc.property(parts, (given) => {
      const id = composeIdNumber(given);
      expect(sumsToOne(id)).toBe(true);
      expect(checkIdNumber(id)).toEqual({
        ok: true,
        id,
        kind: 'ID',
        birthDate: given.birthDate,
        gender: given.sequence % 2 === 1 ? 'MALE' : 'FEMALE',
      });
    }),
  );
});

test('an ID number is taken only when it satisfies the standard', () => {
  fc.assert(
    fc.property(parts, fc.constantFrom(...'0123456789X'), (given, last) => {
      const id = composeIdNumber(given).slice(0, 17) + last;
      expect(checkIdNumber(id).ok).toBe(sumsToOne(id));
    }),
  );
});

test('one wrong digit in a case number is noticed', () => {
  fc.assert(
    fc.property(caseNo, fc.nat(), fc.integer({ min: 1, max: 9 }), (no, place, shift) => {
      const at = place % no.length;
      const wrong = no.slice(0, at) + ((Number(no.charAt(at)) + shift) % 10) + no.slice(at + 1);
      expect(isCaseNo(no) && isCaseNo(formatCaseNo(no))).toBe(true);
      expect(isCaseNo(wrong)).toBe(false);
    }),
    { numRuns: 1000 },
  );
});

test('two neighbouring digits swapped in a case number are noticed', () => {
  fc.assert(
    fc.property(caseNo, fc.nat(), (no, place) => {
      const at = place % (no.length - 1);
      const swapped = no.slice(0, at) + no.charAt(at + 1) + no.charAt(at) + no.slice(at + 2);
      fc.pre(swapped !== no);
      expect(isCaseNo(swapped)).toBe(false);
    }),
    { numRuns: 1000 },
  );
});

test('a masked name shows at most a surname and one more character', () => {
  const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCharCode(code));
  fc.assert(
    fc.property(fc.array(han, { minLength: 1, maxLength: 12 }), (chars) => {
      const masked = maskName(chars.join(''));
      expect(masked).toContain('*');
      expect(masked.length).toBeLessThanOrEqual(3);
      if (chars.length > 3) expect(masked.length).toBe(3);
    }),
  );
});
