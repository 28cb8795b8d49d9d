import { isLocalDate, type LocalDate } from '@shared/calendar/dates';
import { halfWidth } from './half-width';

type IdFault = 'LENGTH' | 'CHARS' | 'CHECKSUM' | 'DATE';

export type IdCheck =
  | { ok: true; id: string; kind: 'ID' | 'DISABILITY'; birthDate: LocalDate; gender: 'MALE' | 'FEMALE' }
  | { ok: false; reason: IdFault; digits: number };

const ID_LENGTH = 18;
/** Disability card: ID, category 1 to 7, grade 1 to 4; a re-issued card adds a letter and a digit (domain.md 4.3.1). */
const DISABILITY_TAIL = /^[1-7][1-4]([A-Z]\d)?$/;
const LENGTHS = [ID_LENGTH, 20, 22];

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARS = '10X98765432';

const refuse = (id: string, reason: IdFault): IdCheck => ({
  ok: false,
  reason,
  digits: Array.from(id).length,
});

/**
 * Checks an ID number (18, GB 11643) or a disability card number (20, re-issued 22). Full-width digits, spaces and a
 * small x are mended first; `id` is the mended text. `digits` is how many characters were counted, for 「您填了 17 位」.
 * Reasons are tried in the order CHARS, LENGTH, DATE, CHECKSUM. The area is not checked: codes come and go.
 */
export function checkIdNumber(text: string): IdCheck {
  // Nearly every number of a file is written as it should be.
  const id = /^[\dX]{18}$/.test(text) ? text : halfWidth(text).replace(/\s/g, '').toUpperCase();
  if (!/^[\dA-Z]*$/.test(id)) return refuse(id, 'CHARS');
  if (!LENGTHS.includes(id.length))
    return refuse(id, /^\d*X?$/.test(id) || id.length > ID_LENGTH ? 'LENGTH' : 'CHARS');
  const body = id.slice(0, ID_LENGTH);
  const tail = id.slice(ID_LENGTH);
  if (!/^[1-9]\d{16}[\dX]$/.test(body) || (tail !== '' && !DISABILITY_TAIL.test(tail)))
    return refuse(id, 'CHARS');
  const birthDate = `${body.slice(6, 10)}-${body.slice(10, 12)}-${body.slice(12, 14)}`;
  if (!isLocalDate(birthDate) || birthDate < '1900-01-01') return refuse(id, 'DATE');
  if (checkChar(body) !== body.charAt(17)) return refuse(id, 'CHECKSUM');
  return {
    ok: true,
    id,
    kind: tail === '' ? 'ID' : 'DISABILITY',
    birthDate,
    gender: Number(body.charAt(16)) % 2 === 1 ? 'MALE' : 'FEMALE',
  };
}

/**
 * Makes an ID number with a right checksum, for invented people. `area` has six digits (990101 is not assigned),
 * `sequence` is 0 to 999, odd for a man. Throws RangeError on anything else.
 */
export function composeIdNumber(parts: { area: string; birthDate: LocalDate; sequence: number }): string {
  const { area, birthDate, sequence } = parts;
  if (!/^[1-9]\d{5}$/.test(area)) throw new RangeError(`Not a six-digit area: ${area}`);
  if (!isLocalDate(birthDate)) throw new RangeError(`Not a calendar day: ${String(birthDate)}`);
  if (!Number.isInteger(sequence) || sequence < 0 || sequence > 999)
    throw new RangeError(`Not a sequence of 0 to 999: ${sequence}`);
  const first17 = area + birthDate.replaceAll('-', '') + String(sequence).padStart(3, '0');
  return first17 + checkChar(first17);
}

function checkChar(id: string): string {
  const ZERO = 48;
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * (id.charCodeAt(i) - ZERO), 0);
  return CHECK_CHARS.charAt(sum % 11);
}
