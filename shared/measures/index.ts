/** What is done for a family on the list: plan, measures, visits, and what is missing (domain.md 3.4, 3.5, 8). */
export { cardMeasures, isCome } from './card';
export * from './codes';
export {
  decideMeasure,
  type HelpStanding,
  landingRefused,
  MAY_PLAN,
  MEASURE_ACTIONS,
  MEASURE_ACTS,
  type MeasureAct,
  type MeasureCommand,
  ON_THE_SPOT,
  permitMeasure,
  planRefused,
} from './decide';
export { evolveMeasure, foldMeasure } from './evolve';
export {
  ConfirmInput,
  HelperInput,
  LandInput,
  PlanInput,
  PlannedInput,
  SignPlanInput,
  StepInput,
  VisitInput,
} from './inputs';
export type { Measure, MeasureEvent, MeasureEventType, RecordedMeasureEvent } from './measure';
export { helpFacts } from './of-case';
export {
  type HelpFacts,
  type HelpWarning,
  helpWarnings,
  isOverdue,
  isTwiceShut,
  visitDueOn,
} from './warnings';
