import { Id } from '@shared/casework';
import { z } from '@shared/zod';
import { operation } from './operation';

const Payment = z.object({
  id: z.string(),
  item: z.string(),
  fen: z.number(),
  paidOn: z.string(),
  /** Who paid, in words. */
  payer: z.string(),
  member: z.object({ key: z.string(), name: z.string() }),
  cardTail: z.string(),
  /** For which time, as the payer wrote it. */
  period: z.string(),
  /** How many 亩, heads, months; as the payer wrote it. */
  quantity: z.string(),
  /** What the family said of it: answered by that day, or answered. */
  dispute: z.object({ dueOn: z.string(), open: z.boolean() }).nullable(),
});

export const payments = {
  ours: operation('payments.ours', {
    summary: "What a family received in a year, by day, member and payer, from payers' own reports.",
    callers: 'PERSON',
    input: z.object({ caseId: Id, year: z.coerce.number().int().min(2010).max(2100) }),
    output: z.object({
      today: z.string(),
      year: z.number(),
      sumFen: z.number(),
      payments: z.array(Payment),
      /** Every year in which something came. */
      years: z.array(z.object({ year: z.number(), sumFen: z.number(), times: z.number() })),
    }),
    errors: ['not_found'],
  }),
};
