import {
  Id,
  ObjectionAnswerInput,
  ObjectionInput,
  ObjectionProgress,
  ObjectionRatingInput,
  requiredWords,
  Unrelated,
  VillageCode,
} from '@shared/casework';
import { OBJECTION_CHANNELS, OBJECTION_VERDICTS } from '@shared/casework/codes';
import { z } from '@shared/zod';
import { UploadInput, UploadTarget } from './attachments';
import { operation } from './operation';

/** A file of nobody's: whoever holds its ticket may finish it and hand it in. */
const Ticketed = z.object({ attachmentId: Id, ticket: z.string().regex(/^[\w-]{43}$/) });

const ByCode = { village: VillageCode, code: z.string().regex(/^\d{8}$/, { error: 'BAD_QUERY_CODE' }) };

/** An objection to a list that is of no case, as staff read it. */
const Noted = z.object({
  id: z.string(),
  noticeId: z.string(),
  /** Place on the paper, from 0; null for the notice as a whole. */
  row: z.number().nullable(),
  /** As it stands on the paper. */
  name: z.string(),
  statement: z.string(),
  /** For who may answer it alone. */
  objector: z.object({ name: z.string(), phone: z.string().nullable() }).nullable(),
  anonymous: z.boolean(),
  aboutCadre: z.boolean(),
  channel: z.enum(OBJECTION_CHANNELS),
  filedOn: z.string(),
  dueOn: z.string(),
  late: z.boolean(),
  answer: z
    .object({ verdict: z.enum(OBJECTION_VERDICTS), words: z.string(), on: z.string(), by: z.string() })
    .nullable(),
  /** Why the caller cannot answer it; null when he can, or it is answered. */
  whyNot: z
    .enum(['ROLE_MAY_NOT', 'TOWN_HANDLES_OBJECTION', 'POSTER_CANNOT_HANDLE', 'KIN_MUST_STEP_BACK'])
    .nullable(),
});
export type NotedObjection = z.infer<typeof Noted>;

export const objections = {
  file: operation('objections.file', {
    summary: 'Object to one family of a running notice, with a name or without; no sign-in is needed.',
    callers: 'ANYONE',
    input: ObjectionInput.omit({ channel: true, voiceId: true, photoIds: true }).extend({
      noticeId: Id,
      /** Recording and photos, each with the ticket that came with it. */
      voice: Ticketed.nullable().default(null),
      photos: z.array(Ticketed).max(3).default([]),
      /** Which row of the notice, from 0. */
      row: z.number().int().min(0).max(199),
    }),
    output: z.object({
      objectionId: z.string(),
      answerDueOn: z.string(),
      /** Eight digits by which the answer is read; given once. */
      queryCode: z.string(),
    }),
    errors: ['not_found', 'conflict'],
    // Three a day (ux.md 5, page 08).
    rate: { limit: 3, seconds: 86_400 },
  }),
  startFile: operation('objections.startFile', {
    summary: 'Announce a recording or a photo for an objection to a running notice; no sign-in is needed.',
    callers: 'ANYONE',
    input: UploadInput.extend({ noticeId: Id }),
    output: Ticketed.extend({ upload: UploadTarget }),
    errors: ['not_found', 'conflict'],
    // Three objections of four files.
    rate: { limit: 12, seconds: 86_400 },
  }),
  finishFile: operation('objections.finishFile', {
    summary: 'Say that the upload is done; the server looks at the content before it can be handed in.',
    callers: 'ANYONE',
    input: Ticketed,
    output: z.object({ attachmentId: z.string(), contentType: z.string(), size: z.number() }),
    errors: ['not_found', 'conflict'],
    rate: { limit: 30, seconds: 86_400 },
  }),
  note: operation('objections.note', {
    summary:
      'Write down an objection to a list that is of no case, for whoever rang, wrote or came; gives the number for the answer.',
    callers: 'STAFF',
    input: ObjectionInput.pick({ objector: true, aboutCadre: true }).extend({
      noticeId: Id,
      /** Which row of the notice, from 0; null for the notice as a whole. */
      row: z.number().int().min(0).max(2_999).nullable().default(null),
      statement: requiredWords(1000),
      channel: z.enum(OBJECTION_CHANNELS).exclude(['MINIAPP']),
    }),
    output: z.object({
      objectionId: z.string(),
      answerDueOn: z.string(),
      /** Eight digits by which the answer is read; given once. */
      queryCode: z.string(),
    }),
    errors: ['not_found', 'forbidden', 'conflict'],
  }),
  noted: operation('objections.noted', {
    summary: 'Objections to a list that is of no case: those that wait by date, then the answered ones.',
    callers: 'STAFF',
    input: z.object({ noticeId: Id }),
    output: z.object({ objections: z.array(Noted) }),
    errors: ['not_found', 'forbidden'],
  }),
  settle: operation('objections.settle', {
    summary: 'Answer one of them in words for its maker; by nobody who put the list up or is kin in it.',
    callers: 'STAFF',
    input: ObjectionAnswerInput.pick({
      objectionId: true,
      verdict: true,
      answer: true,
      passedTo: true,
      note: true,
    }).extend(Unrelated),
    output: z.object({ objection: Noted }),
    errors: ['not_found', 'forbidden', 'conflict'],
  }),
  stepBack: operation('objections.stepBack', {
    summary: 'Say that one is kin of somebody in it: another one answers.',
    callers: 'STAFF',
    input: z.object({ objectionId: Id }),
    output: z.object({ objection: Noted }),
    errors: ['not_found', 'forbidden', 'conflict'],
  }),
  answer: operation('objections.answer', {
    summary: 'What became of an objection, by the number that was given for it: public words only.',
    callers: 'ANYONE',
    input: z.object(ByCode),
    output: ObjectionProgress,
    errors: ['not_found'],
    // At so few tries nobody guesses a number of eight digits.
    rate: { limit: 20, seconds: 3600 },
  }),
  rate: operation('objections.rate', {
    summary: 'Whoever holds the number says once whether the answer will do.',
    callers: 'ANYONE',
    input: ObjectionRatingInput.extend(ByCode),
    output: z.object({}),
    errors: ['not_found', 'conflict'],
    rate: { limit: 20, seconds: 3600 },
  }),
};
