import { selfPaidFen } from '@shared/assessment/assess';
import { COST_CODES, INCOME_CODES, RIGID_CODES } from '@shared/assessment/codes';
import { z } from '@shared/zod';
import type { Case } from './case';

/** How a family's figures came about, for the family itself: every line, without what staff noted beside it. In fen. */
export const SumsView = z.object({
  headName: z.string(),
  visitedOn: z.string(),
  /** Months of the window, `YYYY-MM`. */
  from: z.string(),
  to: z.string(),
  members: z.number(),
  lineFen: z.number(),
  income: z.array(z.object({ code: z.enum(INCOME_CODES), amountFen: z.number(), estimated: z.boolean() })),
  costs: z.array(z.object({ code: z.enum(COST_CODES), amountFen: z.number(), estimated: z.boolean() })),
  spent: z.array(
    z.object({
      code: z.enum(RIGID_CODES),
      paidFen: z.number(),
      backFen: z.number(),
      selfPaidFen: z.number(),
      /** What of it the county's rules count. */
      countedFen: z.number(),
      estimated: z.boolean(),
    }),
  ),
  claimsFen: z.number(),
  /** Education aid that the county does not count. */
  excludedAidFen: z.number(),
  grossFen: z.number(),
  costsFen: z.number(),
  netFen: z.number(),
  netPerCapitaFen: z.number(),
  spentFen: z.number(),
  referenceFen: z.number(),
  referencePerCapitaFen: z.number(),
});
export type SumsView = z.infer<typeof SumsView>;

/** Takes a case; gives its sums as they stood when the visit was recorded (domain.md 5.1), null before a visit. */
export function sumsView(c: Case): SumsView | null {
  if (c.verification === null) return null;
  const { record, assessment } = c.verification;
  const { sheet } = record;
  const counted = (index: number) =>
    assessment.countedRows.find((row) => row.section === 'rigid' && row.index === index)?.countedFen ?? 0;
  return {
    headName: c.headName,
    visitedOn: record.visitedOn,
    from: sheet.window.from,
    to: sheet.window.to,
    members: sheet.members,
    lineFen: assessment.parameters.lineFen,
    income: sheet.income.map(({ code, amountFen, basis }) => ({
      code: code as (typeof INCOME_CODES)[number],
      amountFen,
      estimated: basis === 'ESTIMATE',
    })),
    costs: sheet.costs.map(({ code, amountFen, basis }) => ({
      code: code as (typeof COST_CODES)[number],
      amountFen,
      estimated: basis === 'ESTIMATE',
    })),
    spent: sheet.rigid.map((row, index) => ({
      code: row.code,
      paidFen: row.paidFen,
      backFen: row.reimbursedFen,
      selfPaidFen: selfPaidFen(row),
      countedFen: counted(index),
      estimated: row.basis === 'ESTIMATE',
    })),
    claimsFen: assessment.claimsFen,
    excludedAidFen: assessment.excludedAidFen,
    grossFen: assessment.gross,
    costsFen: assessment.costs,
    netFen: assessment.net,
    netPerCapitaFen: assessment.netPerCapitaFen,
    spentFen: assessment.compliantSelfPaidFen,
    referenceFen: assessment.referenceFen,
    referencePerCapitaFen: assessment.referencePerCapitaFen,
  };
}
