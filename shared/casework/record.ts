import type { Actor } from '@shared/access';
import type { Instant } from '@shared/calendar';
import type { Case } from './case';
import type { CaseEvent, RecordedEvent } from './events';

/** Writes decided events down: number, time, who, from which state to which (domain.md 3.1 I4). Changes nothing. */
export function recordEvents(
  before: Pick<Case, 'state' | 'version'> | null,
  { actor, events }: { actor: Actor; events: readonly CaseEvent[] },
  at: Instant,
): RecordedEvent[] {
  let state = before?.state ?? 'DRAFT';
  return events.map((event, index) => {
    const from = state;
    state = event.to ?? from;
    return { ...event, seq: (before?.version ?? 0) + index + 1, at, actor, from, after: state };
  });
}
