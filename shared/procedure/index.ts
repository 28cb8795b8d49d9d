/** The procedure as data (profiles) and the deadlines that follow from it. */
export { type CaseClock, type ClockFacts, caseClock } from './case-clock';
export { type FilledProfile, fillIn } from './fill-in';
export { type ForecastEntry, forecast } from './forecast';
export { type ProfileProblem, parseProfile } from './parse-profile';
export {
  BUDGET_STEPS,
  type BudgetStep,
  Profile,
  STEP_KEYS,
  type StepKey,
} from './profile';
export { type ProfileFault, readProfile } from './profile-faults';
export { ANHUI2022, DEMO_2026, GANSU2023, PROFILES } from './profiles';
export { publicityWindow } from './publicity-window';
export { stepDueOn } from './step-due';
