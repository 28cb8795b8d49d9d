import { z } from '@shared/zod';
import { DELIVERY_WAYS, RETURN_TARGETS, REVIEW_OUTCOMES } from '../codes';
import { Id, LocalDateField, requiredWords, words } from './fields';
import { StaffRef } from './people';

/** A family does not agree with a refusal: in the mini-program, on paper or by telephone (domain.md 3.3). */
export const ReviewRequestInput = z.object({
  reason: requiredWords(500),
  attachmentIds: z.array(Id).max(9).default([]),
  /** The reason as it was spoken. */
  voiceId: Id.nullable().optional(),
});

export const ReviewersInput = z.object({
  verifiers: z.array(StaffRef).min(2, { error: 'TWO_VERIFIERS' }).max(4),
});

export const ReviewFindingInput = z.object({
  visitedOn: LocalDateField,
  finding: requiredWords(1000),
  photoIds: z.array(Id).max(9).default([]),
});

export const ReviewAnswerInput = z.object({ outcome: z.enum(REVIEW_OUTCOMES), opinion: requiredWords(1000) });

/** That the written refusal reached the family: how, when, into whose hands. */
export const DeliveryInput = z.object({
  how: z.enum(DELIVERY_WAYS),
  on: LocalDateField,
  receivedBy: requiredWords(30),
  photoId: Id.nullable().default(null),
  note: words(200).default(''),
});

export const ReturnInput = z.object({ returnTo: z.enum(RETURN_TARGETS), opinion: requiredWords(1000) });

export const SiteCheckInput = z.object({
  visitedOn: LocalDateField,
  opinion: requiredWords(1000),
  photoIds: z.array(Id).max(9).default([]),
});
