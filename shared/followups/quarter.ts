import type { IncomeSheet } from '@shared/assessment';
import { type Assessment, type AssessmentRules, assess } from '@shared/assessment/assess';
import { addDays, type LocalDate } from '@shared/calendar/dates';
import { addMonths, lastDayOfMonth, type Month, perHeadOver } from './heads';

/** A quarter, `2026Q1`. */
export type Quarter = string;

const MONTHS = 3;

export function quarterOf(day: LocalDate): Quarter {
  return `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / MONTHS)}`;
}

/** The three months of a quarter. */
export function monthsOf(quarter: Quarter): [Month, Month, Month] {
  const first = `${quarter.slice(0, 4)}-${String(Number(quarter.slice(5)) * MONTHS - 2).padStart(2, '0')}`;
  return [first, addMonths(first, 1), addMonths(first, 2)];
}

export const firstDayOfQuarter = (quarter: Quarter): LocalDate => `${monthsOf(quarter)[0]}-01`;
export const lastDayOfQuarter = (quarter: Quarter): LocalDate => lastDayOfMonth(monthsOf(quarter)[2]);

export function addQuarters(quarter: Quarter, n: number): Quarter {
  return quarterOf(`${addMonths(monthsOf(quarter)[0], n * MONTHS)}-01`);
}

/** Natural days after a quarter's end in which its sheet is handed in. No source says how many [D]. */
const QUARTER_DAYS = 10;

/** By when the sheet of a quarter is handed in. */
export const quarterDueOn = (quarter: Quarter): LocalDate => addDays(lastDayOfQuarter(quarter), QUARTER_DAYS);

/** Income, costs and rigid spending of three months: rows as on the sheet of the identification. Money in fen. */
export type QuarterSheet = Pick<IncomeSheet, 'income' | 'costs' | 'rigid' | 'claimsFen'>;

/** What a quarter came to. All money in fen; the parameters lie with it, so that no later rule rewrites it (domain.md 5.3). */
export interface QuarterFigures {
  /** A wages, B gross business, C property, D transfers, E costs. */
  A: number;
  B: number;
  C: number;
  D: number;
  E: number;
  net: number;
  /** 合规自付支出. */
  rigid: number;
  reference: number;
  /** People of each of its months. */
  heads: [number, number, number];
  /** For the quarter, not for a year; null without anybody. */
  netPerHead: number | null;
  referencePerHead: number | null;
  parameters: Omit<Assessment['parameters'], 'members'>;
}

/** Computes a quarter by the income sheet's own rules; only the heads are those of each month (domain.md 3.5, 5.1). */
export function quarterFigures(
  sheet: QuarterSheet,
  quarter: Quarter,
  heads: [number, number, number],
  rules: AssessmentRules,
): QuarterFigures {
  const months = monthsOf(quarter);
  const found = assess(
    { ...sheet, window: { from: months[0], to: months[2] }, members: Math.max(1, heads[2]) },
    rules,
  );
  const group = (letter: string) =>
    sheet.income.reduce((sum, { code, amountFen }) => (code.startsWith(letter) ? sum + amountFen : sum), 0);
  const { members: _, ...parameters } = found.parameters;
  return {
    A: group('A'),
    B: group('B'),
    C: group('C'),
    D: group('D'),
    E: found.costs,
    net: found.net,
    rigid: found.compliantSelfPaidFen,
    reference: found.referenceFen,
    heads,
    netPerHead: perHeadOver(found.net, heads),
    referencePerHead: perHeadOver(found.referenceFen, heads),
    parameters,
  };
}

const QUARTERS_A_YEAR = 4;

/**
 * Income per head of the twelve months that end with a quarter, beside the line; null unless all four quarters are there.
 * One quarter is not set beside the line of a year: what a field gives comes once.
 */
export function yearPerHead(
  figures: readonly { quarter: Quarter; net: number; heads: readonly number[] }[],
  until: Quarter,
): number | null {
  const wanted = Array.from({ length: QUARTERS_A_YEAR }, (_, back) => addQuarters(until, -back));
  const found = wanted.flatMap((quarter) => figures.find((one) => one.quarter === quarter) ?? []);
  if (found.length < QUARTERS_A_YEAR) return null;
  return perHeadOver(
    found.reduce((sum, { net }) => sum + net, 0),
    found.flatMap(({ heads }) => heads),
  );
}

/** Every quarter whose sheet a family owes on a day: from the one in which it was included to the last that is over. */
export function owedQuarters(includedOn: LocalDate, until: LocalDate): Quarter[] {
  const owed: Quarter[] = [];
  for (
    let quarter = quarterOf(includedOn);
    lastDayOfQuarter(quarter) < until;
    quarter = addQuarters(quarter, 1)
  )
    owed.push(quarter);
  return owed;
}

/** The quarter that a family's next sheet is about: the first that is owed and not there, else the one that runs. */
export function nextQuarter(includedOn: LocalDate, there: readonly Quarter[], today: LocalDate): Quarter {
  return owedQuarters(includedOn, today).find((quarter) => !there.includes(quarter)) ?? quarterOf(today);
}
