import { isLocalDate, type LocalDate } from '@shared/calendar/dates';
import { checkIdNumber, halfWidth } from '@shared/people';

/** A cell of somebody's table as a value: '' reads as null, what cannot be read says so. */
export type CellValue<T> = { ok: true; value: T | null } | { ok: false };

const EPOCH_DAY = 25_569;
const MS_PER_DAY = 86_400_000;
/** Serial numbers of 1927 to 2173: smaller ones are ages and counts, larger ones amounts. */
const SERIAL = { from: 10_000, to: 100_000 };

/**
 * A day as offices write it: 2026-03-02, 2026/3/2, 2026.3.2, 2026年3月2日, 20260302, or a spreadsheet's serial number
 * (days since 30 December 1899) where the cell lost its format.
 */
export function cellDate(text: string): CellValue<LocalDate> {
  const plain = halfWidth(text).trim();
  if (plain === '') return { ok: true, value: null };
  if (/^\d{5}$/.test(plain)) {
    const serial = Number(plain);
    if (serial < SERIAL.from || serial >= SERIAL.to) return { ok: false };
    const day = new Date((serial - EPOCH_DAY) * MS_PER_DAY).toISOString().slice(0, 10);
    return { ok: true, value: day };
  }
  const [, year, month = '', date = ''] =
    /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))(?:[ T].*)?$/.exec(plain) ?? [];
  if (year === undefined) return { ok: false };
  const [m, d] = month === '' ? [plain.slice(4, 6), plain.slice(6, 8)] : [month, date];
  const day = `${year}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  return isLocalDate(day) ? { ok: true, value: day } : { ok: false };
}

/** Yuan with at most two decimals, with or without commas, 元 and ¥, as fen. Never negative. */
export function cellFen(text: string): CellValue<number> {
  const plain = halfWidth(text).replace(/[\s,¥￥元]/g, '');
  if (plain === '') return { ok: true, value: null };
  const [, yuan, cents = ''] = /^(\d{1,10})(?:\.(\d{1,2})0*)?$/.exec(plain) ?? [];
  if (yuan === undefined) return { ok: false };
  return { ok: true, value: Number(yuan) * 100 + Number(cents.padEnd(2, '0')) };
}

/**
 * An ID number, mended and checked. `LOST` when a spreadsheet dropped its digits: it ends in three zeros and the check
 * digit does not fit.
 */
export function cellIdNo(
  text: string,
): { ok: true; value: string | null } | { ok: false; reason: 'LOST' | 'WRONG' } {
  if (text.trim() === '') return { ok: true, value: null };
  const checked = checkIdNumber(text);
  if (checked.ok) return { ok: true, value: checked.id };
  return { ok: false, reason: /^\d{15}000$/.test(halfWidth(text).trim()) ? 'LOST' : 'WRONG' };
}
