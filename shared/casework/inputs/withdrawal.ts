import { z } from '@shared/zod';
import { words } from './fields';

export const WithdrawalInput = z.object({ reason: words(300).default('') });

export const ConfirmWithdrawalInput = z.object({
  /** How the cadre made sure that it is the family's own wish. */
  by: z.enum(['VISIT', 'PHONE']),
  voluntary: z.boolean(),
  note: words(300).default(''),
});
