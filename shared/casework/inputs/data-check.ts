import { z } from '@shared/zod';
import { ASSET_FLAGS, DEPARTMENTS } from '../codes';
import { Id, requiredWords, words } from './fields';

export const DataRequestInput = z.object({
  memberKeys: z.array(Id).max(20),
  departments: z.array(z.enum(DEPARTMENTS)).min(1).max(DEPARTMENTS.length),
  /** People of a dibao family whom the civil affairs line has compared already: not compared again (domain.md 3.1). */
  comparedBefore: z.array(Id).max(20).default([]),
});

export const DataAnswer = z.object({
  department: z.enum(DEPARTMENTS),
  /** About whom; null for all who were asked about at once. */
  memberKey: Id.nullable().default(null),
  result: z.enum(['CLEAR', 'FLAGGED', 'UNAVAILABLE']),
  flags: z.array(z.enum(ASSET_FLAGS)).max(10).default([]),
  /** What it is worth, as far as the department knows. */
  amountFen: z.number().int().min(0).max(100_000_000_00).nullable().default(null),
  note: words(500).default(''),
});
export type DataAnswer = z.infer<typeof DataAnswer>;

export const DataAnswersInput = z.object({ answers: z.array(DataAnswer).min(1).max(250) });

/** Key of a raised flag, as `assetFlags` gives it. */
const FlagKey = Id;

export const ExplainFlagInput = z.object({
  flag: FlagKey,
  /** One line: what it is, and what for. */
  text: requiredWords(200),
  saidBy: z.enum(['FAMILY', 'VERIFIER']),
  /** One of those that the county's profile allows for this flag; null when it only is explained. */
  exemption: z.string().max(40).nullable().default(null),
  photoIds: z.array(Id).max(9).default([]),
});

export const ReviewFlagInput = z.object({
  flag: FlagKey,
  accepted: z.boolean(),
  note: words(300).default(''),
});

export const DisputeAnswerInput = z.object({
  department: z.enum(DEPARTMENTS),
  memberKey: Id.nullable().default(null),
  reason: requiredWords(300),
});
