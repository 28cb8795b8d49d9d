import { z } from '@shared/zod';
import { HOUSEHOLD_TYPES, NEEDS, REJECTION_REASONS, RISK_TYPES } from '../codes';
import { requiredWords } from './fields';

export const TriageInput = z.object({
  proposal: z.enum(['INCLUDE', 'NOT_INCLUDE']),
  householdType: z.enum(HOUSEHOLD_TYPES).nullable().default(null),
  risks: z.array(z.enum(RISK_TYPES)).max(5).default([]),
  needs: z.array(z.enum(NEEDS)).max(19).default([]),
  reasonCode: z.enum(REJECTION_REASONS).nullable().default(null),
  opinion: requiredWords(1000),
});
export type TriageInput = z.infer<typeof TriageInput>;

export const OpinionInput = z.object({ opinion: requiredWords(1000) });

export const RefusalInput = OpinionInput.extend({ reasonCode: z.enum(REJECTION_REASONS) });

export const CountyDecisionInput = z.object({
  decision: z.enum(['INCLUDE', 'NOT_INCLUDE']),
  householdType: z.enum(HOUSEHOLD_TYPES).nullable().default(null),
  risks: z.array(z.enum(RISK_TYPES)).max(5).default([]),
  reasonCode: z.enum(REJECTION_REASONS).nullable().default(null),
  opinion: requiredWords(1000),
});
export type CountyDecisionInput = z.infer<typeof CountyDecisionInput>;
