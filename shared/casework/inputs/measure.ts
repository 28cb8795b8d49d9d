import { z } from '@shared/zod';
import { MEASURE_CODES } from '../codes';
import { LocalDateField, requiredWords, words } from './fields';

export const MeasureInput = z.object({
  measureCode: z.enum(MEASURE_CODES),
  name: requiredWords(60),
  department: requiredWords(60),
  on: LocalDateField,
  amountFen: z.number().int().min(0).max(100_000_000_00).nullable().default(null),
  detail: words(200).default(''),
  /** Help that came first, before the steps (green channel). */
  emergency: z.boolean().optional(),
});
export type MeasureInput = z.infer<typeof MeasureInput>;
