import { DEPARTMENTS, Id, requiredWords, words } from '@shared/casework';
import { LocalDateField } from '@shared/casework/inputs/fields';
import { PROBLEM_SOURCES, PROBLEM_STATES } from '@shared/problems';
import { z } from '@shared/zod';
import { operation } from './operation';

const Done = z.object({ by: z.string(), on: z.string() });
const Problem = z.object({
  id: z.string(),
  source: z.enum(PROBLEM_SOURCES),
  /** Names of township and village, as far as it is of one. */
  place: z.string(),
  department: z.enum(DEPARTMENTS).nullable(),
  /** The household that it is about; null also where the caller may not know. */
  family: z.object({ caseId: z.string(), caseNo: z.string(), headName: z.string() }).nullable(),
  words: z.string(),
  entered: Done,
  dueOn: z.string(),
  lateDays: z.number(),
  state: z.enum(PROBLEM_STATES),
  claimed: Done.nullable(),
  mended: Done.extend({ words: z.string(), photoIds: z.array(z.string()) }).nullable(),
  /** What was said when it was closed, or given back as not right yet. */
  looked: z.string(),
  closed: Done.nullable(),
  givenBack: z.number(),
  may: z.object({ claim: z.boolean(), mend: z.boolean(), close: z.boolean() }),
});
export type ProblemView = z.infer<typeof Problem>;

const Answer = z.object({ problem: Problem });

export const problems = {
  list: operation('problems.list', {
    summary: 'Problems that were found: open ones by their day, or closed ones, the newest first.',
    callers: 'STAFF',
    input: z.object({
      state: z.enum(['OPEN', 'CLOSED']).default('OPEN'),
      cursor: z.string().max(200).default(''),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    output: z.object({
      today: z.string(),
      problems: z.array(Problem),
      open: z.number(),
      late: z.number(),
      next: z.string().nullable(),
      /** Places for which the caller may enter one. */
      units: z.array(z.object({ region: z.string(), name: z.string() })),
    }),
  }),
  get: operation('problems.get', {
    summary: 'One problem.',
    callers: 'STAFF',
    input: z.object({ problemId: Id }),
    output: Answer,
    errors: ['not_found'],
  }),
  enter: operation('problems.enter', {
    summary: 'A township or county enters a problem: who found it, where, what, of which household, by when.',
    callers: 'STAFF',
    input: z.object({
      region: z.string().regex(/^\d{6}(\d{3}(\d{3})?)?$/),
      source: z.enum(PROBLEM_SOURCES),
      department: z.enum(DEPARTMENTS).nullable().default(null),
      /** Number of the household's case. */
      caseNo: words(20).default(''),
      words: requiredWords(500),
      dueOn: LocalDateField,
    }),
    output: Answer,
    errors: ['not_found', 'conflict'],
  }),
  claim: operation('problems.claim', {
    summary: 'Somebody of the village, township or department takes it on.',
    callers: 'STAFF',
    input: z.object({ problemId: Id }),
    output: Answer,
    errors: ['not_found', 'conflict'],
  }),
  mend: operation('problems.mend', {
    summary: 'Who took it on says what was done, with photos as proof.',
    callers: 'STAFF',
    input: z.object({
      problemId: Id,
      words: requiredWords(500),
      photoIds: z.array(Id).max(9, { error: 'TOO_MANY' }).default([]),
    }),
    output: Answer,
    errors: ['not_found', 'conflict'],
  }),
  close: operation('problems.close', {
    summary: 'Who entered it, or the county, closes it or gives it back; never who put it right.',
    callers: 'STAFF',
    input: z
      .object({ problemId: Id, right: z.boolean(), words: words(300).default('') })
      .refine(({ right, words: said }) => right || said !== '', { error: 'REQUIRED', path: ['words'] }),
    output: Answer,
    errors: ['not_found', 'conflict'],
  }),
};
