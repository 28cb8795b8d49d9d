import { Id, requiredWords } from '@shared/casework';
import { z } from '@shared/zod';
import { operation } from './operation';

/** What tables are sent in for. A new kind is added here and in functions/runtime/imports/kinds.ts. */
export const IMPORT_KINDS = ['COMPARISON_ANSWERS', 'CLUES', 'STAFF', 'PAYMENTS', 'SUBSIDY_PAYMENTS'] as const;
export type ImportKindName = (typeof IMPORT_KINDS)[number];

export const MAX_IMPORT_BYTES = 20 * 1024 * 1024;

const Job = z.object({
  id: z.string(),
  kind: z.enum(IMPORT_KINDS),
  targetId: z.string(),
  fileName: z.string(),
  state: z.enum(['WAITING', 'APPLYING', 'DONE', 'REFUSED']),
  /** Why the whole file was refused. */
  message: z.string().nullable(),
  rows: z.object({ total: z.number(), done: z.number(), good: z.number() }),
  /** What the good rows of money add up to; 0 for other tables. */
  fen: z.number(),
  /** Refused because heads are not known, and the sender may say which is which. */
  asksColumns: z.boolean(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
});
export type ImportJob = z.infer<typeof Job>;

export const imports = {
  start: operation('imports.start', {
    summary: 'Announce a table; answers with a presigned POST to which it is uploaded.',
    callers: 'STAFF',
    input: z.object({
      kind: z.enum(IMPORT_KINDS),
      /** The list that is answered; for clues the county and the department that sends them, `150521-EDUCATION`; for the list of
       *  staff `150521-STAFF`. */
      targetId: Id,
      fileName: requiredWords(120),
      size: z.number().int().min(1).max(MAX_IMPORT_BYTES, { error: 'SHEET_TOO_LARGE' }),
    }),
    output: z.object({
      job: Job,
      upload: z.object({ url: z.string(), fields: z.record(z.string(), z.string()) }),
    }),
    errors: ['not_found', 'conflict'],
    rate: { limit: 30, seconds: 3600 },
  }),
  advance: operation('imports.advance', {
    summary:
      'Do the next slice of the work: read the file, or apply some rows. Called until the job is done.',
    callers: 'STAFF',
    input: z.object({ jobId: Id }),
    output: z.object({ job: Job }),
    errors: ['not_found', 'conflict'],
    rate: { limit: 2_000, seconds: 60 },
  }),
  mine: operation('imports.mine', {
    summary: 'Tables that the caller sent, the last first, and how far each is.',
    callers: 'STAFF',
    input: z.object({}),
    output: z.object({ jobs: z.array(Job) }),
  }),
  get: operation('imports.get', {
    summary: 'How far a job is.',
    callers: 'STAFF',
    input: z.object({ jobId: Id }),
    output: z.object({ job: Job }),
    errors: ['not_found'],
  }),
  columns: operation('imports.columns', {
    summary:
      "Which columns a table should have, the words in a refused file's head, and what its sender said before.",
    callers: 'STAFF',
    input: z.object({ jobId: Id }),
    output: z.object({
      /** `at`: the head in the file that means it already, if any. */
      columns: z.array(
        z.object({ key: z.string(), title: z.string(), needed: z.boolean(), at: z.string().nullable() }),
      ),
      found: z.array(z.string()),
      known: z.array(z.object({ title: z.string(), key: z.string() })),
    }),
    errors: ['not_found'],
  }),
  nameColumns: operation('imports.nameColumns', {
    summary:
      'Say which words of the file mean which column; remembered for the sender, and the file is read again.',
    callers: 'STAFF',
    input: z.object({
      jobId: Id,
      columns: z
        .array(z.object({ title: requiredWords(60), key: requiredWords(30) }))
        .min(1)
        .max(30),
    }),
    output: z.object({ job: Job }),
    errors: ['not_found', 'conflict'],
  }),
  rows: operation('imports.rows', {
    summary: 'Rows that were not taken, with why, page by page while the job runs and after it.',
    callers: 'STAFF',
    input: z.object({ jobId: Id, cursor: z.string().max(20).default('') }),
    output: z.object({
      /** Heads of what is shown of each row. */
      titles: z.array(z.string()),
      rows: z.array(z.object({ number: z.number(), shown: z.array(z.string()), message: z.string() })),
      next: z.string().nullable(),
    }),
    errors: ['not_found'],
  }),
  report: operation('imports.report', {
    summary: 'What became of every row, as a table, with a short-lived address.',
    callers: 'STAFF',
    input: z.object({ jobId: Id }),
    output: z.object({ url: z.string(), fileName: z.string(), expiresAt: z.string() }),
    errors: ['not_found', 'conflict'],
  }),
};
