import { z } from '@shared/zod';
import { ASSET_FLAGS, DEPARTMENTS } from '../codes';
import { Id, words } from './fields';

export const DataRequestInput = z.object({
  memberKeys: z.array(Id).min(1).max(20),
  departments: z.array(z.enum(DEPARTMENTS)).min(1).max(DEPARTMENTS.length),
});

export const DataAnswer = z.object({
  department: z.enum(DEPARTMENTS),
  result: z.enum(['CLEAR', 'FLAGGED', 'UNAVAILABLE']),
  flags: z.array(z.enum(ASSET_FLAGS)).max(10).default([]),
  note: words(500).default(''),
});
export type DataAnswer = z.infer<typeof DataAnswer>;

export const DataAnswersInput = z.object({ answers: z.array(DataAnswer).min(1).max(DEPARTMENTS.length) });
