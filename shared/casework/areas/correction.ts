import type { Caller } from '@shared/access';
import type { Instant } from '@shared/calendar';
import type { z } from '@shared/zod';
import type { Case } from '../case';
import { CASE_STATES } from '../codes';
import type { CaseEvent, RecordedEvent } from '../events';
import { both, noPendingWithdrawal, VILLAGE_STAFF } from '../guards';
import type { OpinionInput } from '../inputs';
import { type Refusal, refuse, wrongState } from '../refusal';
import type { Actions, Deciders, Evolvers } from '../rules';

/**
 * A slip and a mistake. Within ten seconds whoever decided takes the decision back, and nobody outside of the office has
 * heard of it: its messages wait for so long. Later it is called back with a reason, from an office that has not acted on
 * it yet. Either way both acts stay in the history (domain.md 3.1, I4).
 */
export type CorrectionCommand =
  | { type: 'undoDecision' }
  | ({ type: 'recallDecision' } & z.infer<typeof OpinionInput>);

export type CorrectionEvent =
  | { type: 'DecisionUndone'; data: { seq: number } }
  | { type: 'DecisionRecalled'; data: { opinion: string } };

export const UNDO_SECONDS = 10;

/** Decisions of one event that carry a case out of the hands of who made them. */
const UNDOABLE: ReadonlySet<RecordedEvent['type']> = new Set([
  'TriageCompleted',
  'SupplementRequested',
  'RejectionOverturned',
  'CaseRejected',
  'TownReviewed',
  'CaseReturned',
  'InclusionDecided',
]);

/** Whether the messages of an event wait until it can be undone no more. */
export function isUndoable(type: RecordedEvent['type']): boolean {
  return UNDOABLE.has(type);
}

/** What an event leaves behind so that it can be taken back: itself, and the case as it was. */
export function undoableAfter(before: Case, event: RecordedEvent): Case['undoable'] {
  if (!isUndoable(event.type)) return null;
  return { seq: event.seq, at: event.at, by: event.actor, before: { ...before, undoable: null } };
}

/** How many seconds the caller has left to take back the own decision. */
export function undoSecondsLeft({ undoable }: Case, { personId }: Caller, now: Instant): number {
  if (undoable === null || undoable.by.personId !== personId) return 0;
  return Math.max(0, Math.ceil((Date.parse(undoUntil(undoable.at)) - Date.parse(now)) / 1000));
}

/** The last instant at which a decision can be undone. */
function undoUntil(decidedAt: Instant): Instant {
  return new Date(Date.parse(decidedAt) + UNDO_SECONDS * 1000).toISOString();
}

export const correctionActions: Actions<CorrectionCommand> = {
  undoDecision: {
    states: CASE_STATES,
    roles: [...VILLAGE_STAFF, 'TOWN_CLERK', 'TOWN_LEADER', 'COUNTY_LEADER'],
    guard: ({ undoable }, actor, { now }) =>
      undoable !== null && undoable.by.personId === actor.personId && now <= undoUntil(undoable.at)
        ? null
        : refuse('STATE', 'UNDO_OVER'),
  },
  recallDecision: {
    states: ['COUNTY_DECISION', 'ANNOUNCED'],
    roles: ['TOWN_LEADER', 'COUNTY_LEADER'],
    guard: both(decidedHere, noPendingWithdrawal),
  },
};

/** The township calls back what the county has not decided on, the county what the township has not announced. */
function decidedHere(c: Case, { role }: { role: string }): Refusal | null {
  return (c.state === 'COUNTY_DECISION') === (role === 'TOWN_LEADER') ? null : wrongState(c.state);
}

export const correctionDeciders: Deciders<CorrectionCommand> = {
  undoDecision: ({ undoable, state }): CaseEvent[] | Refusal =>
    undoable === null
      ? wrongState(state)
      : [{ type: 'DecisionUndone', to: undoable.before.state, data: { seq: undoable.seq } }],

  recallDecision: (c, { opinion }) => [
    {
      type: 'DecisionRecalled',
      to: c.state === 'ANNOUNCED' ? 'COUNTY_DECISION' : 'TOWN_REVIEW',
      data: { opinion },
    },
  ],
};

export const correctionEvolvers: Evolvers<CorrectionEvent> = {
  // Back to the very case that was there; `evolve` gives it its number and enters no state anew.
  DecisionUndone: (c) => c.undoable?.before ?? c,
  DecisionRecalled: (c) =>
    c.state === 'ANNOUNCED' ? { ...c, decision: null, decidedAt: null } : { ...c, townReview: null },
};

/** A history as if nothing had been undone: what a reader of its steps wants, never what is kept. */
export function withoutUndone(history: readonly RecordedEvent[]): RecordedEvent[] {
  const undone = new Set(
    history.flatMap((event) => (event.type === 'DecisionUndone' ? [event.data.seq] : [])),
  );
  return history.filter(({ type, seq }) => type !== 'DecisionUndone' && !undone.has(seq));
}
