import type { Assessment } from './assess';
import { MONTH } from './codes';
import type { IncomeSheet } from './income-sheet';

/** Something on a sheet that is possible but suspicious (domain.md 4.4): it asks for a second look and stops nothing. */
export interface SheetWarning {
  code: 'WAGE_TOO_SMALL' | 'MONTHS_OVER_12' | 'COSTS_MISSING' | 'NET_PER_CAPITA_UNLIKELY';
  /** Row of the income table, when one row is meant. */
  index?: number;
}

const WAGE_TOO_SMALL_BELOW_FEN = 100_00;
const MONTHS_IN_WINDOW = 12;
const NET_PER_CAPITA_MAX_FEN = 100_000_00;

/** Wages of 1 to 99 yuan or of a thirteenth month, a business without costs, an unlikely net income per head. */
export function sheetWarnings(sheet: IncomeSheet, assessment: Assessment): SheetWarning[] {
  const warnings: SheetWarning[] = [];
  sheet.income.forEach((row, index) => {
    if (row.code.startsWith('A') && row.amountFen > 0 && row.amountFen < WAGE_TOO_SMALL_BELOW_FEN)
      warnings.push({ code: 'WAGE_TOO_SMALL', index });
    if (row.unit === MONTH && (row.qty ?? 0) > MONTHS_IN_WINDOW)
      warnings.push({ code: 'MONTHS_OVER_12', index });
  });
  const business = sheet.income.some((row) => row.code.startsWith('B') && row.amountFen > 0);
  if (business && assessment.costs === 0) warnings.push({ code: 'COSTS_MISSING' });
  if (isNetUnlikely(assessment)) warnings.push({ code: 'NET_PER_CAPITA_UNLIKELY' });
  return warnings;
}

/** A net income per head of nothing or above 100,000 yuan needs a reason in words. */
export function isNetUnlikely({ netPerCapitaFen }: Pick<Assessment, 'netPerCapitaFen'>): boolean {
  return netPerCapitaFen <= 0 || netPerCapitaFen > NET_PER_CAPITA_MAX_FEN;
}
