import { type Actor, sameHand } from '@shared/access';
import { localDate } from '@shared/calendar';
import type { z } from '@shared/zod';
import type { Case, SupplementRound } from '../case';
import { type CaseState, type Department, PAPER_HELD_BY, type SupplementPaper } from '../codes';
import type { CaseEvent } from '../events';
import { both, noPendingWithdrawal, VILLAGE_STAFF } from '../guards';
import type {
  ExtendSupplementInput,
  ReminderInput,
  SecondReturnInput,
  SupplementAnswerInput,
  SupplementItem,
  SupplementRequestInput,
} from '../inputs';
import { type Refusal, refuse } from '../refusal';
import type { Actions, Deciders, Evolvers, GuardContext } from '../rules';
import {
  isEmptyAnswer,
  isProvided,
  openSupplementItems,
  reopenUntil,
  supplementDueOn,
  workingState,
} from '../supplements';

export type SupplementCommand =
  | ({ type: 'requestSupplement' } & z.infer<typeof SupplementRequestInput>)
  | ({ type: 'decideSecondReturn' } & z.infer<typeof SecondReturnInput>)
  | ({ type: 'provideSupplement' } & z.infer<typeof SupplementAnswerInput>)
  | ({ type: 'extendSupplement' } & z.infer<typeof ExtendSupplementInput>)
  | ({ type: 'recordReminder' } & z.infer<typeof ReminderInput>)
  | { type: 'expireSupplement' }
  | { type: 'reopen'; openCaseNo: string | null };

type Answers = z.infer<typeof SupplementAnswerInput>['answers'];

export type SupplementEvent =
  | {
      type: 'SupplementRequested';
      data: { items: SupplementItem[]; resumeTo: CaseState; supervisorReason: string };
    }
  | { type: 'SecondReturnAsked'; data: { items: SupplementItem[]; reason: string } }
  | { type: 'SecondReturnDeclined'; data: { opinion: string } }
  | { type: 'SupplementProvided'; data: { answers: Answers } }
  | { type: 'SupplementCompleted'; data: Record<string, never> }
  | { type: 'SupplementExtended'; data: { reason: string } }
  | { type: 'PapersCalledFor'; data: z.infer<typeof ReminderInput> }
  | { type: 'CaseExpired'; data: Record<string, never> }
  | { type: 'CaseReopened'; data: Record<string, never> };

const ASKING_STATES = ['VERIFYING', 'DATA_CHECK', 'TRIAGE'] as const satisfies readonly CaseState[];

export const supplementActions: Actions<SupplementCommand> = {
  requestSupplement: {
    states: ASKING_STATES,
    roles: [...VILLAGE_STAFF, 'TOWN_CLERK'],
    guard: both(noPendingWithdrawal, (c) =>
      c.secondReturn === null ? null : refuse('GUARD', 'SECOND_RETURN_PENDING'),
    ),
  },
  decideSecondReturn: {
    states: ASKING_STATES,
    roles: ['TOWN_LEADER'],
    guard: both(noPendingWithdrawal, secondReturnBySomebodyElse),
  },
  provideSupplement: { states: ['SUPPLEMENT'], roles: ['HOUSEHOLD', 'PROXY', 'GRID', ...VILLAGE_STAFF] },
  extendSupplement: {
    states: ['SUPPLEMENT'],
    roles: [...VILLAGE_STAFF, 'TOWN_CLERK'],
    guard: (c) =>
      c.supplements.at(-1)?.extendedAt == null ? null : refuse('GUARD', 'SUPPLEMENT_ALREADY_EXTENDED'),
  },
  recordReminder: { states: ['SUPPLEMENT'], roles: ['GRID', ...VILLAGE_STAFF] },
  expireSupplement: { states: ['SUPPLEMENT'], roles: ['SYSTEM'], guard: both(noPendingWithdrawal, isOver) },
  reopen: {
    states: ['EXPIRED'],
    roles: ['HOUSEHOLD', 'PROXY', 'GRID', ...VILLAGE_STAFF],
    guard: (c, _actor, { now, profile }) => {
      const until = reopenUntil(c, profile);
      return until !== null && localDate(now) > until ? refuse('GUARD', 'REOPEN_TOO_LATE', { until }) : null;
    },
  },
};

/** A leader reads a second list before it goes out, and not the one who wrote it (domain.md 3.2). */
function secondReturnBySomebodyElse(c: Case, actor: Actor): Refusal | null {
  if (c.secondReturn === null) return refuse('GUARD', 'NO_SECOND_RETURN');
  return sameHand(c.secondReturn.actor, actor) ? refuse('GUARD', 'OWN_SECOND_RETURN') : null;
}

/** The family's days are over and a person has spoken with it: no case lapses on unread messages (domain.md 3.1, 17). */
function isOver(c: Case, _actor: Actor, { now, profile }: GuardContext): Refusal | null {
  const due = supplementDueOn(c, profile);
  if (due === null || localDate(now) <= due)
    return refuse('GUARD', 'SUPPLEMENT_NOT_OVER', { dueOn: due ?? '' });
  return (c.supplements.at(-1)?.reminders.length ?? 0) > 0 ? null : refuse('GUARD', 'NOBODY_REMINDED');
}

export const supplementDeciders: Deciders<SupplementCommand> = {
  requestSupplement(c, { items, supervisorReason }) {
    const held = itemsRefused(c, items);
    if (held !== null) return held;
    if (c.supplements.length === 0) return [requested(c.state, items, supervisorReason)];
    // One-time notification (domain.md 3.2): a second list needs a reason, and the township's leader reads it first.
    return supervisorReason === ''
      ? refuse('INPUT', 'SECOND_RETURN_NEEDS_REASON', {}, 'supervisorReason')
      : [{ type: 'SecondReturnAsked', data: { items, reason: supervisorReason } }];
  },

  decideSecondReturn(c, { approve, opinion }) {
    if (!approve || c.secondReturn === null) return [{ type: 'SecondReturnDeclined', data: { opinion } }];
    return [requested(c.state, c.secondReturn.items, opinion)];
  },

  provideSupplement(c, { answers }) {
    const open = new Set(openSupplementItems(c).map((i) => i.key));
    const stranger = answers.find((a) => !open.has(a.key));
    if (stranger) return refuse('INPUT', 'UNKNOWN_SUPPLEMENT_ITEM', {}, 'answers');
    const empty = answers.find((a) => isEmptyAnswer(a) && !a.askForHelp);
    if (empty) return refuse('INPUT', 'EMPTY_SUPPLEMENT_ANSWER', {}, 'answers');
    return supplementEvents(c, answers);
  },

  extendSupplement: (_c, { reason }) => [{ type: 'SupplementExtended', data: { reason } }],
  recordReminder: (_c, { how, note }) => [{ type: 'PapersCalledFor', data: { how, note } }],
  expireSupplement: () => [{ type: 'CaseExpired', to: 'EXPIRED', data: {} }],

  reopen: (_c, { openCaseNo }) =>
    openCaseNo === null
      ? [{ type: 'CaseReopened', to: 'SUPPLEMENT', data: {} }]
      : refuse('INPUT', 'DUPLICATE_OPEN_CASE'),
};

function requested(resumeTo: CaseState, items: SupplementItem[], supervisorReason: string): CaseEvent {
  return { type: 'SupplementRequested', to: 'SUPPLEMENT', data: { items, resumeTo, supervisorReason } };
}

/** Each item once; what a department has answered is not demanded of the family (domain.md 3.2). */
function itemsRefused(c: Case, items: readonly SupplementItem[]): Refusal | null {
  const keys = new Set(items.map((i) => i.key));
  if (keys.size !== items.length) return refuse('INPUT', 'SUPPLEMENT_ITEM_KEYS_REPEAT', {}, 'items');
  const answered = new Set<Department>(
    (c.dataCheck?.answers ?? []).filter((a) => a.result !== 'UNAVAILABLE').map((a) => a.department),
  );
  for (const [index, { paper }] of items.entries()) {
    const department = paper === undefined ? undefined : heldBy(paper);
    if (department !== undefined && answered.has(department))
      return refuse('INPUT', 'DEPARTMENT_HAS_ANSWERED', { department }, `items.${index}.paper`);
  }
  return null;
}

function heldBy(paper: SupplementPaper): Department | undefined {
  const held: Partial<Record<SupplementPaper, Department>> = PAPER_HELD_BY;
  return held[paper];
}

/** What follows from answers: handed in, and back to the step that asked once nothing is left open. */
export function supplementEvents(c: Case, answers: Answers): CaseEvent[] {
  const given = new Map(answers.map((a) => [a.key, a]));
  const stillOpen = openSupplementItems(c).filter((item) => !isProvided(given.get(item.key)));
  const provided: CaseEvent = { type: 'SupplementProvided', data: { answers } };
  return stillOpen.length > 0
    ? [provided]
    : [provided, { type: 'SupplementCompleted', to: goesOnTo(c), data: {} }];
}

/** Where a case goes on: with the step that asked, or past the comparison when its answers came in the meantime. */
function goesOnTo(c: Case): CaseState {
  const asked = workingState(c);
  return asked === 'DATA_CHECK' && c.dataCheck?.completedAt != null ? 'TRIAGE' : asked;
}

export const supplementEvolvers: Evolvers<SupplementEvent> = {
  SupplementRequested: (c, { data: { items, resumeTo }, at }) => ({
    ...c,
    secondReturn: null,
    supplements: [
      ...c.supplements,
      {
        items,
        resumeTo,
        requestedAt: at,
        provided: {},
        completedAt: null,
        extendedAt: null,
        reminders: [],
        expiredAt: null,
      },
    ],
    steps: { ...c.steps, supplement: localDate(at) },
  }),
  SecondReturnAsked: (c, { data, actor, at }) => ({ ...c, secondReturn: { ...data, actor, at } }),
  SecondReturnDeclined: (c) => ({ ...c, secondReturn: null }),
  SupplementProvided: (c, { data, at }) =>
    withLastSupplement(c, (round) => ({
      ...round,
      provided: {
        ...round.provided,
        ...Object.fromEntries(data.answers.map(({ key, ...answer }) => [key, { ...answer, at }])),
      },
    })),
  SupplementCompleted: (c, { at }) => withLastSupplement(c, (round) => ({ ...round, completedAt: at })),
  SupplementExtended: (c, { at }) => withLastSupplement(c, (round) => ({ ...round, extendedAt: at })),
  PapersCalledFor: (c, { data, actor, at }) =>
    withLastSupplement(c, (round) => ({ ...round, reminders: [...round.reminders, { ...data, actor, at }] })),
  CaseExpired: (c, { at }) => ({
    ...withLastSupplement(c, (round) => ({ ...round, expiredAt: at })),
    closedAt: at,
  }),
  CaseReopened: (c, { at }) => ({
    ...withLastSupplement(c, (round) => ({ ...round, expiredAt: null, extendedAt: null, reminders: [] })),
    closedAt: null,
    steps: { ...c.steps, supplement: localDate(at) },
  }),
};

function withLastSupplement(c: Case, change: (round: SupplementRound) => SupplementRound): Case {
  return {
    ...c,
    supplements: c.supplements.map((round, i) => (i === c.supplements.length - 1 ? change(round) : round)),
  };
}
