import { addDays, localDate } from '@shared/calendar';
import type { z } from '@shared/zod';
import type { Case } from '../case';
import { dueOn } from '../deadlines';
import { OPEN_BEFORE_DECISION, VILLAGE_STAFF } from '../guards';
import type { AnswerReminderInput } from '../inputs';
import { type Refusal, refuse } from '../refusal';
import type { Actions, Deciders, Evolvers, GuardContext } from '../rules';

/** 催一催 (ux.md 04): the family's own way to say that a date has passed. Village and township both get it. */
export type ReminderCommand =
  | { type: 'remind' }
  | ({ type: 'answerReminder' } & z.infer<typeof AnswerReminderInput>);

export type ReminderEvent =
  | { type: 'FamilyReminded'; data: { dueOn: string; answerBy: string } }
  | { type: 'ReminderAnswered'; data: { note: string } };

/** The village answers within a day. */
const ANSWER_DAYS = 1;

export const reminderActions: Actions<ReminderCommand> = {
  remind: {
    states: [...OPEN_BEFORE_DECISION.filter((state) => state !== 'SUPPLEMENT'), 'ANNOUNCED'],
    roles: ['HOUSEHOLD', 'PROXY'],
    guard: (c, _actor, context) => reminderRefused(c, context),
  },
  answerReminder: {
    states: [...OPEN_BEFORE_DECISION, 'ANNOUNCED'],
    roles: [...VILLAGE_STAFF, 'TOWN_CLERK'],
    guard: (c) => (openReminder(c) === null ? refuse('GUARD', 'NO_REMINDER') : null),
  },
};

/** Only once the date has passed, once a day. */
function reminderRefused(c: Case, { profile, now }: GuardContext): Refusal | null {
  const today = localDate(now);
  const due = dueOn(c, profile, now);
  if (due === null || due >= today) return refuse('GUARD', 'REMIND_TOO_EARLY', due === null ? {} : { due });
  const last = c.reminders.at(-1);
  return last !== undefined && localDate(last.at) === today
    ? refuse('GUARD', 'REMINDED_TODAY', { answerBy: last.answerBy })
    : null;
}

export const reminderDeciders: Deciders<ReminderCommand> = {
  remind(c, _command, _actor, { profile, now }) {
    const today = localDate(now);
    return [
      {
        type: 'FamilyReminded',
        data: { dueOn: dueOn(c, profile, now) ?? today, answerBy: addDays(today, ANSWER_DAYS) },
      },
    ];
  },
  answerReminder: (_c, { note }) => [{ type: 'ReminderAnswered', data: { note } }],
};

/** The family's last reminder while nobody has answered it; one answer answers all before it. */
export function openReminder(c: Case): Case['reminders'][number] | null {
  const last = c.reminders.at(-1);
  return last !== undefined && last.answer === null ? last : null;
}

export const reminderEvolvers: Evolvers<ReminderEvent> = {
  FamilyReminded: (c, { data, at }) => ({
    ...c,
    reminders: [...c.reminders, { at, ...data, answer: null }],
  }),
  ReminderAnswered: (c, { data: { note }, actor, at }) => ({
    ...c,
    reminders: c.reminders.map((reminder) =>
      reminder.answer === null ? { ...reminder, answer: { actor, at, note } } : reminder,
    ),
  }),
};
