import { Id, OpinionInput, requiredWords, StaffRef, Unrelated } from '@shared/casework';
import { z } from '@shared/zod';
import { operation } from './operation';

const OneCase = z.object({ caseId: Id });
const Reason = requiredWords(200);

/** In whose hands a case is, and whether the caller may take it. */
export const CaseInHand = z.object({
  claim: z
    .object({
      personId: z.string(),
      name: z.string(),
      mine: z.boolean(),
      /** China day and time of the answer's own clock. */
      at: z.string(),
      how: z.enum(['CLAIMED', 'GIVEN', 'TAKEN']),
      /** Who gave or took it, and why; empty when the holder claimed it. */
      maker: z.string(),
      why: z.string(),
    })
    .nullable(),
  /** It lies on a desk of the caller's own office. */
  mayClaim: z.boolean(),
});
export type CaseInHand = z.infer<typeof CaseInHand>;

/** How an office divides its cases, and who looked at what. None of it moves a case or its version. */
export const desk = {
  look: operation('desk.look', {
    summary:
      'Open a case: in whose hands it is and what changed since this reader knew it. The look is written down.',
    callers: 'STAFF',
    input: OneCase,
    output: CaseInHand.extend({
      version: z.number(),
      /** Null at a first look, and when nobody else has done anything since. */
      since: z
        .object({
          version: z.number(),
          at: z.string(),
          by: z.array(z.string()),
          differences: z.array(
            z.object({ key: z.string(), label: z.string(), before: z.string(), after: z.string() }),
          ),
        })
        .nullable(),
    }),
    errors: ['not_found'],
  }),
  reviewMany: operation('desk.reviewMany', {
    summary:
      'Township agrees to several cases at once, each opened before in this session; a result for each.',
    callers: 'STAFF',
    input: OpinionInput.extend({
      ...Unrelated,
      cases: z
        .array(z.object({ caseId: Id, version: z.number().int().min(1) }))
        .min(1)
        .max(50)
        .refine((cases) => new Set(cases.map(({ caseId }) => caseId)).size === cases.length, {
          error: 'INVALID',
        }),
    }),
    output: z.object({
      results: z.array(
        z.object({
          caseId: z.string(),
          headName: z.string(),
          result: z.enum(['DONE', 'CHANGED', 'NOT_OPENED', 'REFUSED']),
          version: z.number().optional(),
          /** What a person reads of it. */
          text: z.string(),
        }),
      ),
    }),
  }),
  claim: operation('desk.claim', {
    summary: 'Take a case of the own office in hand. Two at once: one has it, the other hears who.',
    callers: 'STAFF',
    input: OneCase,
    output: CaseInHand,
    errors: ['not_found', 'conflict'],
  }),
  release: operation('desk.release', {
    summary: 'Put a case back that the caller has in hand.',
    callers: 'STAFF',
    input: OneCase,
    output: CaseInHand,
    errors: ['not_found', 'conflict'],
  }),
  colleagues: operation('desk.colleagues', {
    summary: 'Colleagues of the office that has the case who may have it in hand.',
    callers: 'STAFF',
    input: OneCase,
    output: z.object({ colleagues: z.array(StaffRef.omit({ office: true })) }),
    errors: ['not_found'],
  }),
  handOver: operation('desk.handOver', {
    summary: 'Give a case in hand to a colleague of the same office, with a reason; the colleague is told.',
    callers: 'STAFF',
    input: OneCase.extend({ to: Id, reason: Reason }),
    output: CaseInHand,
    errors: ['not_found', 'conflict'],
  }),
  takeOver: operation('desk.takeOver', {
    summary: 'Take a case that a colleague has in hand, with a reason; the colleague is told.',
    callers: 'STAFF',
    /** Who had it on the screen: whoever has it since is not robbed unseen. */
    input: OneCase.extend({ from: Id, reason: Reason }),
    output: CaseInHand,
    errors: ['not_found', 'conflict'],
  }),
};
