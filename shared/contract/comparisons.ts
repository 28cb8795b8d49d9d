import { DEPARTMENTS, Id } from '@shared/casework';
import { z } from '@shared/zod';
import { operation } from './operation';

const List = z.object({
  id: z.string(),
  listNo: z.string(),
  department: z.enum(DEPARTMENTS),
  state: z.enum(['WAITING_APPROVAL', 'READY', 'DECLINED']),
  people: z.number(),
  cases: z.number(),
  answered: z.number(),
  createdBy: z.string(),
  createdAt: z.string(),
  approvedBy: z.string().nullable(),
  /** Whether this caller may say yes or no to it: never who made it. */
  mayApprove: z.boolean(),
});
export type ComparisonList = z.infer<typeof List>;

/** Most people on one list; longer ones are made as several. */
export const MAX_LIST_PEOPLE = 2_000;

export const comparisons = {
  waiting: operation('comparisons.waiting', {
    summary: 'Cases of the county that wait for their comparison, with how many people may be asked about.',
    callers: 'STAFF',
    input: z.object({}),
    output: z.object({
      cases: z.array(
        z.object({
          caseId: z.string(),
          caseNo: z.string(),
          headName: z.string(),
          villageName: z.string(),
          dueOn: z.string().nullable(),
          adults: z.number(),
          /** Names of adults whose ID number nobody has written down: no department finds them. */
          withoutId: z.array(z.string()),
          /** Names of those who have not signed yet. */
          unsigned: z.array(z.string()),
          /** Departments that were asked and have not answered about everybody. */
          waitingFor: z.array(z.enum(DEPARTMENTS)),
          requested: z.boolean(),
        }),
      ),
    }),
    errors: ['forbidden'],
  }),
  create: operation('comparisons.create', {
    summary: 'Ask departments about many cases at once: one request list a department.',
    callers: 'STAFF',
    input: z.object({
      caseIds: z.array(Id).min(1).max(300),
      departments: z.array(z.enum(DEPARTMENTS)).min(1).max(DEPARTMENTS.length),
    }),
    output: z.object({
      lists: z.array(List),
      /** Cases from which nobody was put on a list, with the sentence that says why. */
      skipped: z.array(z.object({ caseId: z.string(), headName: z.string(), message: z.string() })),
    }),
    errors: ['forbidden', 'not_found', 'conflict'],
    rate: { limit: 20, seconds: 3600 },
  }),
  lists: operation('comparisons.lists', {
    summary: 'Request lists, newest first; a department sees its own.',
    callers: 'STAFF',
    input: z.object({}),
    output: z.object({ lists: z.array(List) }),
    errors: ['forbidden'],
  }),
  approve: operation('comparisons.approve', {
    summary: "A second person's word on a long list.",
    callers: 'STAFF',
    input: z.object({ listId: Id, approved: z.boolean() }),
    output: z.object({ list: List }),
    errors: ['forbidden', 'not_found', 'conflict'],
  }),
  download: operation('comparisons.download', {
    summary: 'The list as a file, with a short-lived address; written down for every case on it.',
    callers: 'STAFF',
    input: z.object({ listId: Id, format: z.enum(['xlsx', 'csv']).default('xlsx') }),
    output: z.object({ url: z.string(), fileName: z.string(), people: z.number(), expiresAt: z.string() }),
    errors: ['forbidden', 'not_found', 'conflict'],
    rate: { limit: 30, seconds: 3600 },
  }),
};
