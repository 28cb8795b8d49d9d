import { z } from '@shared/zod';
import { NOT_ACCEPTED_REASONS } from '../codes';
import { Id, requiredWords, VillageCode, words } from './fields';
import { StaffRef } from './people';

export const MergeInput = z.object({ opinion: requiredWords(300) });

export const TransferInput = z.object({ village: VillageCode, reason: requiredWords(300) });

export const NotAcceptInput = z.object({
  reasonCode: z.enum(NOT_ACCEPTED_REASONS),
  opinion: requiredWords(300),
  /** For SAME_FACTS: the refusal not long ago, by its case number. */
  previousCaseNo: z.string().max(20).nullable().default(null),
});

/** A request for facts to the village where the family lives (协查函, domain.md 3.9). */
export const AssistInput = z.object({ village: VillageCode, question: requiredWords(500) });

export const AssistAnswerInput = z.object({
  facts: requiredWords(2000),
  photoIds: z.array(Id).max(9).default([]),
});

/** Who of the staff is related to the family; nobody named means oneself (domain.md 1.1, 回避). */
export const KinshipInput = z.object({
  person: StaffRef.nullable().default(null),
  relation: requiredWords(30),
});

export const FalseStatementInput = z.object({
  facts: requiredWords(1000),
  attachmentIds: z.array(Id).max(9).default([]),
});

export const HearingInput = z.object({
  statement: requiredWords(1000),
  photoIds: z.array(Id).max(9).default([]),
});

/** What a family says to it by itself, in its own words: spoken, written or with papers (domain.md 3.3). */
export const OwnWordsInput = z
  .object({
    text: words(1000).default(''),
    voiceId: Id.nullable().default(null),
    photoIds: z.array(Id).max(9).default([]),
  })
  .refine(({ text, voiceId, photoIds }) => text !== '' || voiceId !== null || photoIds.length > 0, {
    error: 'REQUIRED',
    path: ['text'],
  });

export const FalseStatementDecisionInput = z.object({
  confirmed: z.boolean(),
  opinion: requiredWords(1000),
  /** The family's own words were read and listened to; needed where there are any. */
  wordsRead: z.literal(true).optional(),
});
