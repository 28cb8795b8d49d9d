import { z } from '@shared/zod';
import { BASES, COST_CODES, INCOME_CODES, RIGID_CODES, WORK_AREAS, WORK_TRADES } from './codes';

/** A month, `YYYY-MM`. */
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** One item may not exceed a hundred million yuan, so that sums stay exact integers. */
const Fen = z.int().min(0).max(100_000_000_00);
const Note = z.string().trim().max(200);

interface Explained {
  basis: (typeof BASES)[number];
  reason?: string | undefined;
}

const explained = ({ basis, reason }: Explained) => basis !== 'ESTIMATE' || Boolean(reason);
const REASON_NEEDED = { error: 'REASON_NEEDED', path: ['reason'] };

const rowFields = {
  note: Note.optional(),
  basis: z.enum(BASES),
  reason: Note.optional(),
  /** Who pays: an employer, a buyer, an insurance. */
  payer: z.string().trim().max(40).optional(),
  /** Photos that show it; among those of the record. */
  evidenceIds: z.array(z.string().max(64)).max(9).optional(),
};

/** How an amount comes about: 9 months at 3,200 yuan. To two digits, as it is said. */
const countFields = {
  qty: z.number().min(0).max(1_000_000).multipleOf(0.01).optional(),
  unit: z.string().trim().max(6).optional(),
  unitPriceFen: Fen.optional(),
};

/** Of wages: where somebody works and in what trade (domain.md 4.3 `work`), as far as it was said. */
const workFields = {
  workArea: z.enum(WORK_AREAS).optional(),
  /** The city, the works: as the family says it. */
  workPlace: z.string().trim().max(30).optional(),
  workTrade: z.enum(WORK_TRADES).optional(),
};

/** A line of income (A to D) or of production costs (E), in fen for the whole window. */
export const IncomeRow = z
  .strictObject({
    code: z.enum([...INCOME_CODES, ...COST_CODES]),
    amountFen: Fen,
    ...rowFields,
    ...countFields,
    ...workFields,
  })
  .refine(explained, REASON_NEEDED);
export type IncomeRow = z.infer<typeof IncomeRow>;

/**
 * A line of rigid expenditure: what was paid, and all that came back for this very item (insurance, medical aid,
 * commercial claim, grant, donation; domain.md 4.5). A claim entered here must not stand in `claimsFen` again.
 */
export const RigidRow = z
  .strictObject({ code: z.enum(RIGID_CODES), paidFen: Fen, reimbursedFen: Fen, ...rowFields })
  .refine(explained, REASON_NEEDED)
  .refine((row) => row.reimbursedFen <= row.paidFen, {
    error: 'REIMBURSED_OVER_PAID',
    path: ['reimbursedFen'],
  });
export type RigidRow = z.infer<typeof RigidRow>;

const Window = z
  .strictObject({ from: Month, to: Month })
  .refine(({ from, to }) => monthNumber(to) - monthNumber(from) === 11, { error: 'WINDOW_NOT_12_MONTHS' });

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
}

const isCost = (row: IncomeRow) => row.code.startsWith('E');

/** A family's income and rigid spending in twelve months (domain.md 4.4, 4.5, 5.1). Money in fen. */
export const IncomeSheet = z.strictObject({
  window: Window,
  /** Members that the per-head figures divide by. */
  members: z.int().min(1).max(30),
  registeredMembers: z.int().min(1).max(30).optional(),
  income: z.array(IncomeRow.refine((row) => !isCost(row), { error: 'WRONG_CODE', path: ['code'] })).max(200),
  costs: z.array(IncomeRow.refine(isCost, { error: 'WRONG_CODE', path: ['code'] })).max(200),
  rigid: z.array(RigidRow).max(200),
  /** Insurance money that is not tied to a rigid item (理赔收入), for example 防贫保险. */
  claimsFen: Fen,
  /** Net income of the twelve months before, when known. */
  previousNetFen: z.int().min(-100_000_000_00).max(100_000_000_00).optional(),
});
export type IncomeSheet = z.infer<typeof IncomeSheet>;
