import { Id } from '@shared/casework';
import { z } from '@shared/zod';
import { operation } from './operation';

/** How somebody told a family that has no phone. */
export const TOLD_HOW = ['VISIT', 'PHONE', 'RELATIVE', 'PAPER'] as const;

const Task = z.object({
  id: z.string(),
  kind: z.enum(['TELL', 'VISIT', 'HELP']),
  caseId: z.string(),
  headName: z.string(),
  group: z.string(),
  villageName: z.string(),
  /** What to say or do there, in order. */
  items: z.array(z.string()),
  dueOn: z.string(),
  late: z.boolean(),
  /** How often somebody went and found nobody at home, and the last day of that. */
  tries: z.number(),
  triedOn: z.string().nullable(),
});

export const tasks = {
  list: operation('tasks.list', {
    summary: "Errands to families of the caller's villages that no message reaches, the most urgent first.",
    callers: 'STAFF',
    input: z.object({}),
    output: z.object({ tasks: z.array(Task) }),
  }),
  done: operation('tasks.done', {
    summary:
      'Note that the family was told, and how, or that nobody was at home: then it stays to be done, with one try more. Refused when there is more to tell than was on the screen.',
    callers: 'STAFF',
    input: z.object({
      taskId: Id,
      items: z.int().min(1).max(1000),
      how: z.enum([...TOLD_HOW, 'NOBODY_HOME']),
    }),
    output: z.object({}),
    errors: ['not_found', 'conflict'],
  }),
};
