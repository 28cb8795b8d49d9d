import type { Assessment, IncomeRow, IncomeSheet } from '@shared/assessment';
import { type AssessmentRules, assess } from '@shared/assessment/assess';
import type { CostCode, IncomeCode, RigidCode } from '@shared/assessment/codes';
import type { Problems } from './checked';

/** Seen on paper, estimated, or told by a department. */
export type Basis = IncomeRow['basis'];

interface RowBase {
  /** Of this row on this screen only. */
  id: string;
  /** How it comes about: 「3,200 × 9 个月」. */
  note: string;
  basis: Basis;
  /** Why it had to be estimated. */
  reason: string;
}

export interface AmountRow<Code extends IncomeCode | CostCode = IncomeCode | CostCode> extends RowBase {
  code: Code;
  amountFen?: number;
}

export interface SpendRow extends RowBase {
  code: RigidCode;
  paidFen?: number;
  /** What came back for this very item, domain.md 4.5. */
  reimbursedFen?: number;
}

/** The income sheet as it is being typed: a row without an amount is a row that is not filled yet. */
export interface SheetForm {
  income: AmountRow<IncomeCode>[];
  costs: AmountRow<CostCode>[];
  rigid: SpendRow[];
  claimsFen?: number;
  previousNetFen?: number;
  /** People that the per-head figures divide by; all members when it is not said. */
  heads?: number;
}

export const EMPTY_SHEET: SheetForm = { income: [], costs: [], rigid: [] };

type Window = IncomeSheet['window'];

/** Takes the form, the window and how many members there are; gives the sheet of the filled rows. Money in fen. */
export function toSheet(form: SheetForm, window: Window, members: number): IncomeSheet {
  return {
    window,
    members: form.heads ?? Math.max(members, 1),
    income: form.income.filter(isFilled).map(toIncome),
    costs: form.costs.filter(isFilled).map(toIncome),
    rigid: form.rigid.filter(isSpent).map(({ code, paidFen, reimbursedFen = 0, ...row }) => ({
      code,
      paidFen,
      reimbursedFen,
      ...explained(row),
    })),
    claimsFen: form.claimsFen ?? 0,
    ...(form.previousNetFen !== undefined && { previousNetFen: form.previousNetFen }),
  };
}

/** The inverse, for a record that is opened again. */
export function fromSheet(sheet: IncomeSheet, members: number): SheetForm {
  const base = (row: { note?: string; basis: Basis; reason?: string }, id: string) => ({
    id,
    note: row.note ?? '',
    basis: row.basis,
    reason: row.reason ?? '',
  });
  return {
    income: sheet.income.map((row, index) => ({
      code: row.code as IncomeCode,
      amountFen: row.amountFen,
      ...base(row, `income-${index}`),
    })),
    costs: sheet.costs.map((row, index) => ({
      code: row.code as CostCode,
      amountFen: row.amountFen,
      ...base(row, `costs-${index}`),
    })),
    rigid: sheet.rigid.map((row, index) => ({
      code: row.code,
      paidFen: row.paidFen,
      reimbursedFen: row.reimbursedFen,
      ...base(row, `rigid-${index}`),
    })),
    claimsFen: sheet.claimsFen === 0 ? undefined : sheet.claimsFen,
    previousNetFen: sheet.previousNetFen,
    heads: sheet.members === members ? undefined : sheet.members,
  };
}

/** What the rows still lack, by row: an estimate without its reason, more paid back than was spent. */
export function sheetProblems(form: SheetForm): Problems {
  const problems: Problems = {};
  for (const row of [...form.income, ...form.costs, ...form.rigid])
    if (row.basis === 'ESTIMATE' && row.reason.trim() === '' && hasAmount(row))
      problems[row.id] = '估算的要写理由，比如“没有工资条”。';
  for (const row of form.rigid)
    if ((row.reimbursedFen ?? 0) > (row.paidFen ?? 0))
      problems[row.id] = '退回来的比花的还多。两个数再看一眼。';
  return problems;
}

/** The figures so far, by the rules of the case's own profile. Nothing in them decides (domain.md 5.1). */
export function figuresOf(
  form: SheetForm,
  window: Window,
  members: number,
  rules: AssessmentRules,
): Assessment {
  return assess(toSheet(form, window, members), rules);
}

const isFilled = <R extends AmountRow>(row: R): row is R & { amountFen: number } =>
  row.amountFen !== undefined;
const isSpent = (row: SpendRow): row is SpendRow & { paidFen: number } => row.paidFen !== undefined;
const hasAmount = (row: AmountRow | SpendRow) =>
  'amountFen' in row ? row.amountFen : (row as SpendRow).paidFen;

const toIncome = ({ code, amountFen, ...row }: AmountRow & { amountFen: number }) => ({
  code,
  amountFen,
  ...explained(row),
});

function explained({ note, basis, reason }: Omit<RowBase, 'id'>) {
  return {
    basis,
    ...(note.trim() !== '' && { note: note.trim() }),
    ...(basis === 'ESTIMATE' && reason.trim() !== '' && { reason: reason.trim() }),
  };
}
