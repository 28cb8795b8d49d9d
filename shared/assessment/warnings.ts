import type { Assessment } from './assess';
import type { IncomeSheet } from './income-sheet';

/** Something on a sheet that is possible but suspicious (domain.md 4.4): it asks for a second look and stops nothing. */
export interface SheetWarning {
  code: 'WAGE_TOO_SMALL' | 'COSTS_MISSING' | 'NET_PER_CAPITA_UNLIKELY';
  /** Row of the income table, when one row is meant. */
  index?: number;
}

const WAGE_TOO_SMALL_BELOW_FEN = 100_00;
const NET_PER_CAPITA_MAX_FEN = 100_000_00;

/** Wages of 1 to 99 yuan, a business without costs, a net income per head of nothing or above 100,000 yuan. */
export function sheetWarnings(sheet: IncomeSheet, assessment: Assessment): SheetWarning[] {
  const warnings: SheetWarning[] = [];
  sheet.income.forEach((row, index) => {
    if (row.code.startsWith('A') && row.amountFen > 0 && row.amountFen < WAGE_TOO_SMALL_BELOW_FEN)
      warnings.push({ code: 'WAGE_TOO_SMALL', index });
  });
  const business = sheet.income.some((row) => row.code.startsWith('B') && row.amountFen > 0);
  if (business && assessment.costs === 0) warnings.push({ code: 'COSTS_MISSING' });
  if (assessment.netPerCapitaFen <= 0 || assessment.netPerCapitaFen > NET_PER_CAPITA_MAX_FEN)
    warnings.push({ code: 'NET_PER_CAPITA_UNLIKELY' });
  return warnings;
}
