import { localDate } from '@shared/calendar';
import type { z } from '@shared/zod';
import type { Case } from '../case';
import type { CaseState } from '../codes';
import type { CaseEvent } from '../events';
import { noPendingWithdrawal, VILLAGE_STAFF } from '../guards';
import type { SupplementAnswerInput, SupplementItem, SupplementRequestInput } from '../inputs';
import { refuse } from '../refusal';
import type { Actions, Deciders, Evolvers } from '../rules';
import { isProvided, openSupplementItems, workingState } from '../supplements';

export type SupplementCommand =
  | ({ type: 'requestSupplement' } & z.infer<typeof SupplementRequestInput>)
  | ({ type: 'provideSupplement' } & z.infer<typeof SupplementAnswerInput>);

type Answers = { key: string; attachmentIds: string[]; text: string; askForHelp: boolean }[];

export type SupplementEvent =
  | {
      type: 'SupplementRequested';
      data: { items: SupplementItem[]; resumeTo: CaseState; supervisorReason: string };
    }
  | { type: 'SupplementProvided'; data: { answers: Answers } }
  | { type: 'SupplementCompleted'; data: Record<string, never> };

export const supplementActions: Actions<SupplementCommand> = {
  requestSupplement: {
    states: ['VERIFYING', 'DATA_CHECK', 'TRIAGE'],
    roles: [...VILLAGE_STAFF, 'TOWN_CLERK'],
    guard: noPendingWithdrawal,
  },
  provideSupplement: { states: ['SUPPLEMENT'], roles: ['HOUSEHOLD', 'PROXY', 'GRID', ...VILLAGE_STAFF] },
};

export const supplementDeciders: Deciders<SupplementCommand> = {
  requestSupplement(c, { items, supervisorReason }) {
    const keys = new Set(items.map((i) => i.key));
    if (keys.size !== items.length) return refuse('INPUT', 'SUPPLEMENT_ITEM_KEYS_REPEAT', {}, 'items');
    // One-time notification (domain.md 3.2): what was visible the first time is not asked for later without a reason.
    if (c.supplements.length > 0 && supervisorReason === '')
      return refuse('INPUT', 'SECOND_RETURN_NEEDS_REASON', {}, 'supervisorReason');
    return [
      { type: 'SupplementRequested', to: 'SUPPLEMENT', data: { items, resumeTo: c.state, supervisorReason } },
    ];
  },

  provideSupplement(c, { answers }) {
    const open = new Set(openSupplementItems(c).map((i) => i.key));
    const stranger = answers.find((a) => !open.has(a.key));
    if (stranger) return refuse('INPUT', 'UNKNOWN_SUPPLEMENT_ITEM', {}, 'answers');
    const empty = answers.find((a) => a.text === '' && a.attachmentIds.length === 0 && !a.askForHelp);
    if (empty) return refuse('INPUT', 'EMPTY_SUPPLEMENT_ANSWER', {}, 'answers');
    return supplementEvents(c, answers);
  },
};

/** What follows from answers: handed in, and back to the step that asked once nothing is left open. */
export function supplementEvents(c: Case, answers: Answers): CaseEvent[] {
  const given = new Map(answers.map((a) => [a.key, a]));
  const stillOpen = openSupplementItems(c).filter((item) => !isProvided(given.get(item.key)));
  const provided: CaseEvent = { type: 'SupplementProvided', data: { answers } };
  return stillOpen.length > 0
    ? [provided]
    : [provided, { type: 'SupplementCompleted', to: workingState(c), data: {} }];
}

export const supplementEvolvers: Evolvers<SupplementEvent> = {
  SupplementRequested: (c, { data: { items, resumeTo }, at }) => ({
    ...c,
    supplements: [...c.supplements, { items, resumeTo, requestedAt: at, provided: {}, completedAt: null }],
    steps: { ...c.steps, supplement: localDate(at) },
  }),
  SupplementProvided: (c, { data, at }) =>
    withLastSupplement(c, (round) => ({
      ...round,
      provided: {
        ...round.provided,
        ...Object.fromEntries(data.answers.map(({ key, ...answer }) => [key, { ...answer, at }])),
      },
    })),
  SupplementCompleted: (c, { at }) => withLastSupplement(c, (round) => ({ ...round, completedAt: at })),
};

function withLastSupplement(
  c: Case,
  change: (round: Case['supplements'][number]) => Case['supplements'][number],
): Case {
  return {
    ...c,
    supplements: c.supplements.map((round, i) => (i === c.supplements.length - 1 ? change(round) : round)),
  };
}
