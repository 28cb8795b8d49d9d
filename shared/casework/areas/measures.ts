import { localDate } from '@shared/calendar';
import { OPEN_BEFORE_DECISION, VILLAGE_STAFF } from '../guards';
import type { MeasureInput } from '../inputs';
import { refuse, wrongState } from '../refusal';
import type { Actions, Deciders, Evolvers } from '../rules';

/** `measureId`: a measure of the plan that the family confirmed; by the system alone, so that card and notices know it. */
export type MeasureCommand = { type: 'recordMeasure'; measureId?: string } & MeasureInput;

export type MeasureEvent = { type: 'MeasureRecorded'; data: MeasureInput & { measureId?: string } };

export const measureActions: Actions<MeasureCommand> = {
  recordMeasure: {
    states: [...OPEN_BEFORE_DECISION, 'ANNOUNCED', 'INCLUDED'],
    roles: [...VILLAGE_STAFF, 'HELPER', 'TOWN_CLERK', 'COUNTY_CLERK', 'SYSTEM'],
    // The system enters what a family on the list has confirmed, and nothing by itself.
    guard: (c, actor) => (actor.role === 'SYSTEM' && c.state !== 'INCLUDED' ? wrongState(c.state) : null),
  },
};

export const measureDeciders: Deciders<MeasureCommand> = {
  recordMeasure(_c, command, _actor, { now }) {
    const { type: _, ...measure } = command;
    return measure.on > localDate(now)
      ? refuse('INPUT', 'MEASURE_IN_FUTURE', {}, 'on')
      : [{ type: 'MeasureRecorded', data: measure }];
  },
};

export const measureEvolvers: Evolvers<MeasureEvent> = {
  MeasureRecorded: (c, { data, at }) => ({
    ...c,
    measures: [...c.measures, { ...data, at, papersAt: null }],
  }),
};
