import { LABOUR, RISK_TYPES } from '@shared/casework/codes';
import { Id, LocalDateField, words } from '@shared/casework/inputs';
import { ELIMINATION_MODES } from '@shared/publicity/codes';
import { z } from '@shared/zod';

const Fen = z.number().int().min(0).max(100_000_000_00);

/** End of a quarter as the ledger names it: `2026-Q1`. */
export const Quarter = z.string().regex(/^20\d{2}-Q[1-4]$/, { error: 'INVALID' });

/**
 * What is known of a family today (消除采集表, domain.md 3.6 E1 and E2): money of the last twelve months in fen, the
 * three guarantees and the water, each recorded risk, who of the family can work.
 */
export const ResearchInput = z.object({
  visitedOn: LocalDateField,
  mode: z.enum(ELIMINATION_MODES),
  /** How many the income is shared by. */
  people: z.number().int().min(1).max(30),
  income: z.object({ wagesFen: Fen, businessFen: Fen, propertyFen: Fen, transferFen: Fen, costsFen: Fen }),
  /** Paid for illness, school and the like by the family itself, within the rules. */
  selfPaidFen: Fen,
  /** Net income per head of twelve months as it stood at the end of quarters. */
  quarters: z
    .array(
      z.object({
        quarter: Quarter,
        netPerCapitaFen: z.number().int().min(-100_000_000_00).max(100_000_000_00),
      }),
    )
    .max(8)
    .default([]),
  rigidSolved: z.boolean(),
  houseGrade: z.enum(['A', 'B', 'C', 'D', 'UNKNOWN']),
  waterProblem: z.boolean(),
  schoolProblem: z.boolean(),
  anyoneUninsured: z.boolean(),
  /** Of the risks that were recorded, those that are gone. */
  gone: z.array(z.enum(RISK_TYPES)).max(RISK_TYPES.length).default([]),
  newRisks: z.array(z.enum(RISK_TYPES)).max(RISK_TYPES.length).default([]),
  /** By the member's key; who is not named stays as recorded. */
  labour: z.record(Id, z.enum(LABOUR)).default({}),
  note: words(500).default(''),
  photoIds: z.array(Id).max(9).default([]),
});
export type Research = z.infer<typeof ResearchInput>;
