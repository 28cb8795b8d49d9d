import type { MeasureState } from './codes';
import type { Measure, RecordedMeasureEvent } from './measure';

/** Takes a measure and what happened to it; gives the measure after it. The first event makes it. */
export function evolveMeasure(before: Measure | null, id: string, event: RecordedMeasureEvent): Measure {
  const signed = { actor: event.actor, at: event.at };
  if (event.type === 'Planned' || event.type === 'Recorded') return born(id, event);
  if (before === null) throw new Error('A measure without its first event');
  const m = { ...before, version: event.seq };
  const to = (state: MeasureState, more: Partial<Measure> = {}): Measure => ({ ...m, ...more, state });
  switch (event.type) {
    case 'Agreed':
      return to('CONFIRMED', { agreed: { ...signed, ...event.data } });
    case 'Begun':
      return to('IN_PROGRESS');
    case 'Landed':
      return to('LANDED', { landing: { ...signed, ...event.data }, receipt: null });
    case 'Received':
      return { ...m, receipt: { ...signed, ...event.data } };
    case 'NotReceived':
      return to('IN_PROGRESS', { disputes: [...m.disputes, { ...signed, ...event.data }], receipt: null });
    case 'PapersCame':
      return { ...m, papersAt: event.at };
    case 'Judged':
      return to('EFFECTIVE', { effect: { ...signed, ...event.data } });
    case 'Closed':
      return to('CLOSED', { ended: { ...signed, words: event.data.words } });
    case 'Cancelled':
      return to('CANCELLED', { ended: { ...signed, words: event.data.reason } });
    case 'Declined':
      return to('NOT_NEEDED', { ended: { ...signed, words: event.data.reason } });
    case 'Changed': {
      const { reason: _, ...changed } = event.data;
      return { ...m, ...changed };
    }
  }
}

function born(id: string, event: Extract<RecordedMeasureEvent, { type: 'Planned' | 'Recorded' }>): Measure {
  const none = { papersAt: null, agreed: null, receipt: null, disputes: [], effect: null, ended: null };
  const start = { id, version: event.seq, recordedAt: event.at, ...none };
  if (event.type === 'Planned') {
    const more = { caseIndex: null, emergency: false, papersDueOn: null, landing: null };
    return { ...event.data, ...start, ...more, state: 'PLANNED' };
  }
  const landing = { ...event.data.landing, actor: event.actor, at: event.at };
  return { ...event.data, ...start, planId: null, landing, state: 'LANDED' };
}

/** Folds a whole history, in its order. */
export function foldMeasure(id: string, events: readonly RecordedMeasureEvent[]): Measure | null {
  return events.reduce<Measure | null>((before, event) => evolveMeasure(before, id, event), null);
}
