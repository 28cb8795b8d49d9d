import type { CellFault } from './types';

/** A line of a file before anybody knows which column is which. */
export interface RawRow {
  number: number;
  cells: RawCell[];
}

/** Lines that are handed on at once: a turn of the loop for each would cost more than its reading. */
export const PART = 500;

export interface RawCell {
  text: string;
  fault?: CellFault;
}

/** 4.3E+17, as a spreadsheet saves an ID number into a text file: the digits are gone. */
const EXPONENT = /^\d(?:\.\d+)?E\+\d+$/i;

/** Above this a spreadsheet keeps no more digits (15 of them). */
const LAST_EXACT = 1e15;

/** Marks that nobody sees. */
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff]/g;
/** What few cells have and all would be searched for one by one. */
const ODD = /[\u00a0\u200b-\u200f\u2060\u3000\ufeff]/;

export function textCell(value: string): RawCell {
  const plain = ODD.test(value) ? value.replace(INVISIBLE, '').replace(/\u00a0|\u3000/g, ' ') : value;
  const text = plain.trim();
  return EXPONENT.test(text) ? { text, fault: 'NUMBER_LOST' } : { text };
}

export function numberCell(value: number): RawCell {
  if (!Number.isFinite(value)) return { text: String(value), fault: 'ERROR_VALUE' };
  if (Math.abs(value) >= LAST_EXACT) return { text: value.toExponential(), fault: 'NUMBER_LOST' };
  // 0.1 + 0.2 is shown as 0.3 by the program that kept it.
  return { text: String(Number(value.toPrecision(15))) };
}

/** `2026-03-02`, or with its time when it has one. Spreadsheets know no time zone: the day is as it was typed. */
export function dateCell(value: Date): RawCell {
  if (Number.isNaN(value.getTime())) return { text: '', fault: 'ERROR_VALUE' };
  const [day = '', time = ''] = value.toISOString().split('T');
  return { text: time.startsWith('00:00') ? day : `${day} ${time.slice(0, 5)}` };
}
