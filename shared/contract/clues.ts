import {
  DEPARTMENTS,
  Id,
  MEASURE_CODES,
  PersonName,
  Phone,
  RISK_TYPES,
  requiredWords,
  VillageCode,
  words,
} from '@shared/casework';
import { CLUE_ANSWERS, CLUE_CHANNELS, WARNINGS } from '@shared/clues';
import { z } from '@shared/zod';
import { operation } from './operation';

const Clue = z.object({
  id: z.string(),
  channel: z.enum(CLUE_CHANNELS),
  department: z.enum(DEPARTMENTS).nullable(),
  warning: z.enum(WARNINGS).nullable(),
  /** Fen, percent or days, as the warning counts. */
  value: z.number().nullable(),
  risk: z.enum(RISK_TYPES),
  name: z.string(),
  maskedId: z.string().nullable(),
  note: z.string(),
  village: z.string(),
  villageName: z.string(),
  /** The case in which the county knows the person; null when it lies outside of the caller's region. */
  known: z
    .object({ caseId: z.string(), headName: z.string(), group: z.string(), state: z.string() })
    .nullable(),
  reportedBy: z.string(),
  reportedAt: z.string(),
  dueOn: z.string(),
  late: z.boolean(),
  answered: z
    .object({
      how: z.enum(CLUE_ANSWERS),
      by: z.string(),
      at: z.string(),
      caseId: z.string().nullable(),
      measure: z.enum(MEASURE_CODES).nullable(),
      words: z.string(),
    })
    .nullable(),
  mayAnswer: z.boolean(),
});
export type ClueView = z.infer<typeof Clue>;

const CHANNEL_CHOICES = ['ALL', ...CLUE_CHANNELS] as const;

export const clues = {
  list: operation('clues.list', {
    summary:
      'Clues of departments and cadres about people who may be at risk: open ones by due date, or answered ones.',
    callers: 'STAFF',
    input: z.object({
      state: z.enum(['OPEN', 'ANSWERED']).default('OPEN'),
      channel: z.enum(CHANNEL_CHOICES).default('ALL'),
      cursor: z.string().max(200).default(''),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    output: z.object({
      today: z.string(),
      clues: z.array(Clue),
      /** Of the open ones, by channel, and how many are past their day. */
      counts: z.object({ ALL: z.number(), DEPT_ALERT: z.number(), CADRE: z.number(), LATE: z.number() }),
      next: z.string().nullable(),
    }),
  }),
  get: operation('clues.get', {
    summary: 'One clue.',
    callers: 'STAFF',
    input: z.object({ clueId: Id }),
    output: z.object({ clue: Clue }),
    errors: ['not_found'],
  }),
  families: operation('clues.families', {
    summary: 'Families of a village that the office knows and that have no open case: whom a cadre may mean.',
    callers: 'STAFF',
    input: z.object({ village: VillageCode }),
    output: z.object({
      families: z.array(
        z.object({ caseId: z.string(), headName: z.string(), group: z.string(), included: z.boolean() }),
      ),
    }),
    errors: ['not_found'],
  }),
  report: operation('clues.report', {
    summary: 'A cadre says that a family may be at risk: somebody the office knows, or a name.',
    callers: 'STAFF',
    input: z
      .object({
        village: VillageCode,
        caseId: Id.nullable().default(null),
        name: PersonName.nullable().default(null),
        risk: z.enum(RISK_TYPES),
        note: words(300).default(''),
        /** The round of checks in which it was found. */
        roundId: Id.nullable().default(null),
      })
      .refine(({ caseId, name }) => (caseId === null) !== (name === null), {
        error: 'REQUIRED',
        path: ['name'],
      }),
    output: z.object({ clue: Clue }),
    errors: ['not_found', 'conflict'],
    rate: { limit: 120, seconds: 3600 },
  }),
  template: operation('clues.template', {
    summary: 'An empty table for a department to fill in, with a short-lived address.',
    callers: 'STAFF',
    input: z.object({}),
    output: z.object({ url: z.string(), fileName: z.string(), expiresAt: z.string() }),
    rate: { limit: 20, seconds: 3600 },
  }),
  answer: operation('clues.answer', {
    summary:
      'What became of a clue: a case is opened, the family is helped already, or there is no risk, because.',
    callers: 'STAFF',
    input: z.object({
      clueId: Id,
      answer: z.discriminatedUnion('how', [
        z.object({
          how: z.literal('OPENED'),
          headName: PersonName,
          group: words(20).default(''),
          phone: Phone.nullable().default(null),
          memberCount: z.number().int().min(1).max(20).nullable().default(null),
          risks: z.array(z.enum(RISK_TYPES)).min(1, { error: 'REQUIRED' }).max(3, { error: 'TOO_MANY' }),
          words: words(300).default(''),
        }),
        z.object({ how: z.literal('HELPED'), measure: z.enum(MEASURE_CODES), words: requiredWords(300) }),
        z.object({ how: z.literal('NO_RISK'), words: requiredWords(300) }),
      ]),
    }),
    output: z.object({ clue: Clue, caseId: z.string().nullable() }),
    errors: ['not_found', 'conflict'],
  }),
};
