import { daysBetween, isLocalDate } from '@shared/calendar';
import { Id, requiredWords, VillageCode } from '@shared/casework';
import { LocalDateField } from '@shared/casework/inputs/fields';
import { CHECK_STATES, CHECK_TARGETS, MAX_CHECK_DAYS, MAX_CHECK_PLACES } from '@shared/checks';
import { z } from '@shared/zod';
import { operation } from './operation';

const Households = z.number().int().min(0, { error: 'TOO_SMALL' }).max(20_000, { error: 'TOO_MANY' });

const Round = z.object({
  id: z.string(),
  name: z.string(),
  /** Names of the places for which it was opened. */
  places: z.array(z.string()),
  target: z.enum(CHECK_TARGETS),
  firstDay: z.string(),
  lastDay: z.string(),
  openedBy: z.string(),
  isWithdrawn: z.boolean(),
  /** Villages of it in which the caller serves: all, those that both have signed, those past the last day. */
  villages: z.number(),
  closed: z.number(),
  late: z.number(),
  /** Of these villages; null while one of them has not said how many. */
  due: z.number().nullable(),
  done: z.number(),
  clues: z.number(),
});
export type CheckRound = z.infer<typeof Round>;

const Word = z.object({ by: z.string(), on: z.string(), words: z.string() });
/** A round with what became of its days, and what the caller may do with it. */
const RoundPage = Round.extend({
  withdrawn: Word.nullable(),
  /** Each time that the last day was put off, the last one first. */
  extensions: z.array(Word.extend({ was: z.string(), lastDay: z.string() })),
  may: z.object({ extend: z.boolean(), withdraw: z.boolean() }),
});
export type CheckRoundPage = z.infer<typeof RoundPage>;

const Village = z.object({
  village: z.string(),
  villageName: z.string(),
  townName: z.string(),
  due: z.number().nullable(),
  done: z.number(),
  clues: z.number(),
  state: z.enum(CHECK_STATES),
  late: z.boolean(),
});
export type CheckedVillage = z.infer<typeof Village>;

const Signature = z.object({ by: z.string(), at: z.string() });
/** A village's own page: what was written down each day, and by whom; what it reports. */
const VillagePage = Village.extend({
  round: Round.pick({ id: true, name: true, target: true, firstDay: true, lastDay: true, isWithdrawn: true }),
  today: z.string(),
  days: z.array(z.object({ day: z.string(), households: z.number(), by: z.string(), own: z.boolean() })),
  report: Signature.extend({ words: z.string() }).nullable(),
  second: Signature.nullable(),
  may: z.object({ setDue: z.boolean(), note: z.boolean(), report: z.boolean(), sign: z.boolean() }),
});
export type CheckedVillagePage = z.infer<typeof VillagePage>;

const Place = z.object({ roundId: Id, village: VillageCode });
const Answer = z.object({ village: VillagePage });

export const checks = {
  list: operation('checks.list', {
    summary: 'Rounds of checks of the places in which the caller serves, the newest first.',
    callers: 'STAFF',
    input: z.object({}),
    output: z.object({
      today: z.string(),
      rounds: z.array(Round),
      /** Digits of the places for which the caller may open one. */
      units: z.array(z.object({ region: z.string(), name: z.string() })),
    }),
  }),
  get: operation('checks.get', {
    summary: 'A round, village by village: those that are late, then those that still go round.',
    callers: 'STAFF',
    input: z.object({ roundId: Id }),
    output: z.object({ today: z.string(), round: RoundPage, villages: z.array(Village) }),
    errors: ['not_found'],
  }),
  village: operation('checks.village', {
    summary: 'A round in one village: households day by day, its report and who signed.',
    callers: 'STAFF',
    input: Place,
    output: Answer,
    errors: ['not_found'],
  }),
  open: operation('checks.open', {
    summary: 'Opens a round of checks for every village of one or several places of the caller’s.',
    callers: 'STAFF',
    input: z
      .object({
        regions: z
          .array(z.string().regex(/^\d{6}(\d{3}(\d{3})?)?$/))
          .min(1, { error: 'REQUIRED' })
          .max(MAX_CHECK_PLACES),
        name: requiredWords(30),
        target: z.enum(CHECK_TARGETS),
        firstDay: LocalDateField,
        lastDay: LocalDateField,
      })
      .superRefine(({ firstDay, lastDay }, ctx) => {
        if (!isLocalDate(firstDay) || !isLocalDate(lastDay)) return;
        const days = daysBetween(firstDay, lastDay);
        if (days < 0) ctx.addIssue({ code: 'custom', message: 'DAYS_REVERSED', path: ['lastDay'] });
        if (days >= MAX_CHECK_DAYS)
          ctx.addIssue({ code: 'custom', message: 'CHECK_TOO_LONG', path: ['lastDay'] });
      }),
    output: z.object({ roundId: z.string(), villages: z.number() }),
    errors: ['not_found', 'conflict'],
  }),
  extend: operation('checks.extend', {
    summary: 'Puts off the last day of a round, with a reason; the day that it had stays on record.',
    callers: 'STAFF',
    input: z.object({ roundId: Id, lastDay: LocalDateField, reason: requiredWords(200) }),
    output: z.object({ round: RoundPage }),
    errors: ['not_found', 'conflict'],
  }),
  withdraw: operation('checks.withdraw', {
    summary: 'Withdraws a round that was opened by mistake, with a reason, while nobody has been anywhere.',
    callers: 'STAFF',
    input: z.object({ roundId: Id, reason: requiredWords(200) }),
    output: z.object({ round: RoundPage }),
    errors: ['not_found', 'conflict'],
  }),
  setDue: operation('checks.setDue', {
    summary: 'Says how many households of a village are due.',
    callers: 'STAFF',
    input: Place.extend({ due: Households }),
    output: Answer,
    errors: ['not_found', 'conflict'],
  }),
  note: operation('checks.note', {
    summary:
      'Writes how many households the caller has been to on a day; written again, the last number counts.',
    callers: 'STAFF',
    input: Place.extend({ day: LocalDateField, households: Households }),
    output: Answer,
    errors: ['not_found', 'conflict'],
  }),
  report: operation('checks.report', {
    summary: 'Reports in words how the round went in a village, and signs as the first of two.',
    callers: 'STAFF',
    input: Place.extend({ words: requiredWords(500) }),
    output: Answer,
    errors: ['not_found', 'conflict'],
  }),
  sign: operation('checks.sign', {
    summary: 'Signs a village’s report as the second person, who is another one; the round is closed there.',
    callers: 'STAFF',
    input: Place,
    output: Answer,
    errors: ['not_found', 'conflict'],
  }),
};
