import { damm } from './case-number';
import { halfWidth } from './half-width';

/**
 * A code under which an office is asked about one person: `body` has nine digits, a check digit is added.
 * The first is never 0, so that no spreadsheet shortens it. @throws RangeError for another body
 */
export function composeRequestCode(body: number): string {
  const text = String(body);
  if (!/^[1-9]\d{8}$/.test(text)) throw new RangeError(`Not nine digits: ${body}`);
  return text + damm(text);
}

/** The code in a cell, spaces taken out; null when a digit is wrong or two were swapped. */
export function readRequestCode(cell: string): string | null {
  const digits = halfWidth(cell).replace(/\s/g, '');
  return /^[1-9]\d{9}$/.test(digits) && damm(digits) === 0 ? digits : null;
}
