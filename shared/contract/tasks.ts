import { Id } from '@shared/casework';
import { NOTICE_KINDS } from '@shared/publicity/codes';
import { BOARD_ERRANDS } from '@shared/publicity/errand';
import { z } from '@shared/zod';
import { operation } from './operation';

/** How somebody told a family that has no phone. */
export const TOLD_HOW = ['VISIT', 'PHONE', 'RELATIVE', 'PAPER'] as const;

/** That a notice went up, hung to its last day, came down, and is without a row that was taken off (domain.md 6.4). */
export const BOARD_PHOTOS = BOARD_ERRANDS;

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
  board: operation('tasks.board', {
    summary:
      "Photos of the board that the caller's villages still owe: when a notice went up, on its last day, and without it.",
    callers: 'STAFF',
    input: z.object({}),
    output: z.object({
      tasks: z.array(
        z.object({
          noticeId: z.string(),
          what: z.enum(BOARD_PHOTOS),
          kind: z.enum(NOTICE_KINDS),
          title: z.string(),
          villageName: z.string(),
          lastDay: z.string(),
          dueOn: z.string(),
          late: z.boolean(),
        }),
      ),
    }),
  }),
  photographBoard: operation('tasks.photographBoard', {
    summary: 'Hand in a photo of the board that was asked for, taken after it was.',
    callers: 'STAFF',
    input: z.object({ noticeId: Id, what: z.enum(BOARD_PHOTOS), photoId: Id }),
    output: z.object({}),
    errors: ['not_found', 'conflict'],
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
