import type { Assessment, IncomeRow, IncomeSheet } from '@shared/assessment';
import { type AssessmentRules, assess } from '@shared/assessment/assess';
import type { CostCode, IncomeCode, RigidCode, WorkArea, WorkTrade } from '@shared/assessment/codes';
import { sheetWarnings } from '@shared/assessment/warnings';
import { WARNING_WORDS } from '../words';
import { boxOf } from '../yard/acts';
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
  /** Who pays. */
  payer: string;
  /** Photos of an earlier record that show it; new ones lie in the row's own box. */
  evidenceIds: string[];
}

export interface AmountRow<Code extends IncomeCode | CostCode = IncomeCode | CostCode> extends RowBase {
  code: Code;
  amountFen?: number;
  qty?: number;
  unit: string;
  unitPriceFen?: number;
  /** Of wages: where, and in what trade. */
  workArea?: WorkArea;
  workPlace?: string;
  workTrade?: WorkTrade;
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

/** What a row says of itself before anything is typed. */
export const NEW_ROW = {
  note: '',
  basis: 'ACTUAL',
  reason: '',
  payer: '',
  evidenceIds: [] as string[],
} as const;
export const NEW_AMOUNT = { ...NEW_ROW, unit: '' } as const;

/** The box of photos that show a row. */
export const evidenceBox = (rowId: string): string => `row-${rowId}`;

/** Takes a row; gives the amount that its count and price make, in fen, when both are there. */
export function amountOf({ qty, unitPriceFen }: Pick<AmountRow, 'qty' | 'unitPriceFen'>): number | undefined {
  return qty === undefined || unitPriceFen === undefined ? undefined : Math.round(qty * unitPriceFen);
}

export const EMPTY_SHEET: SheetForm = { income: [], costs: [], rigid: [] };

type Window = IncomeSheet['window'];

/**
 * Takes the form, the window, how many members there are and which boxes hold photos; gives the sheet of the filled
 * rows. Money in fen.
 */
export function toSheet(
  form: SheetForm,
  window: Window,
  members: number,
  boxes: readonly string[] = [],
): IncomeSheet {
  return {
    window,
    members: form.heads ?? Math.max(members, 1),
    income: form.income.filter(isFilled).map((row) => toIncome(row, boxes)),
    costs: form.costs.filter(isFilled).map((row) => toIncome(row, boxes)),
    rigid: form.rigid.filter(isSpent).map(({ code, paidFen, reimbursedFen = 0, ...row }) => ({
      code,
      paidFen,
      reimbursedFen,
      ...explained(row, boxes),
    })),
    claimsFen: form.claimsFen ?? 0,
    ...(form.previousNetFen !== undefined && { previousNetFen: form.previousNetFen }),
  };
}

/** The inverse, for a record that is opened again. */
export function fromSheet(sheet: IncomeSheet, members: number): SheetForm {
  const base = (row: Explaining, id: string) => ({
    id,
    note: row.note ?? '',
    basis: row.basis,
    reason: row.reason ?? '',
    payer: row.payer ?? '',
    evidenceIds: row.evidenceIds ?? [],
  });
  const counted = ({ qty, unit = '', unitPriceFen, ...row }: IncomeRow) => ({
    unit,
    ...(qty !== undefined && { qty }),
    ...(unitPriceFen !== undefined && { unitPriceFen }),
    ...workOf(row),
  });
  return {
    income: sheet.income.map((row, index) => ({
      code: row.code as IncomeCode,
      amountFen: row.amountFen,
      ...counted(row),
      ...base(row, `income-${index}`),
    })),
    costs: sheet.costs.map((row, index) => ({
      code: row.code as CostCode,
      amountFen: row.amountFen,
      ...counted(row),
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

/** What is possible but suspicious, by row id; of the whole sheet under `sheet` (domain.md 4.4). It stops nothing. */
export function sheetHints(form: SheetForm, figures: Assessment): Record<string, string> {
  const rows = form.income.filter(isFilled);
  const hints: Record<string, string> = {};
  for (const { code, index } of sheetWarnings(
    toSheet(form, figures.parameters.window, figures.parameters.members),
    figures,
  )) {
    const key = index === undefined ? 'sheet' : rows[index]?.id;
    // The figure per head has a box of its own, where its reason is written.
    if (key !== undefined && code !== 'NET_PER_CAPITA_UNLIKELY') hints[key] ??= WARNING_WORDS[code];
  }
  return hints;
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

type Work = Pick<IncomeRow, 'workArea' | 'workPlace' | 'workTrade'>;
type Explaining = Pick<IncomeRow, 'note' | 'basis' | 'reason' | 'payer' | 'evidenceIds'>;

/** What was said of work, without what was not. */
const workOf = ({ workArea, workPlace, workTrade }: Work) => ({
  ...(workArea !== undefined && { workArea }),
  ...(workPlace && { workPlace }),
  ...(workTrade !== undefined && { workTrade }),
});

const toIncome = (
  {
    code,
    amountFen,
    qty,
    unit,
    unitPriceFen,
    workArea,
    workPlace,
    workTrade,
    ...row
  }: AmountRow & { amountFen: number },
  boxes: readonly string[],
) => ({
  code,
  amountFen,
  ...(qty !== undefined && { qty }),
  ...(qty !== undefined && unit !== '' && { unit }),
  ...(unitPriceFen !== undefined && { unitPriceFen }),
  ...workOf({ workArea, workPlace: workPlace?.trim(), workTrade }),
  ...explained(row, boxes),
});

function explained({ id, note, basis, reason, payer, evidenceIds }: RowBase, boxes: readonly string[]) {
  const box = evidenceBox(id);
  const shown = [...evidenceIds, ...(boxes.includes(box) ? [boxOf(box)] : [])];
  return {
    basis,
    ...(note.trim() !== '' && { note: note.trim() }),
    ...(basis === 'ESTIMATE' && reason.trim() !== '' && { reason: reason.trim() }),
    ...(payer.trim() !== '' && { payer: payer.trim() }),
    ...(shown.length > 0 && { evidenceIds: shown }),
  };
}
