/** The way off the register and back (风险消除、回退; domain.md 3.6): what must hold, who acts, what follows. */
export {
  type Checked,
  checklist,
  type EliminationFacts,
  isReady,
  type LandedMeasure,
  newRisksIn,
  unmet,
} from './checklist';
export {
  EVIDENCE,
  EXIT_KINDS,
  EXIT_STEPS,
  type ExitEnd,
  type ExitKind,
  type ExitStep,
  PRECONDITIONS,
  type Precondition,
  VERDICTS,
} from './codes';
export {
  allowedExitActs,
  decideExit,
  EXIT_ACTS,
  type ExitAct,
  type ExitCommand,
  type ExitContext,
  owesLook,
} from './decide';
export { exitDueOn } from './due';
export { type ExitEvent, type ExitEventType, exitKindAt, type RecordedExit } from './events';
export { evolve } from './evolve';
export { type Exit, type ExitObjection, exitOf, type Round } from './exit';
export {
  AgreeInput,
  ExitAppraisalInput,
  LeaveInput,
  ObjectionAnswer,
  ObjectionHeard,
  OfficeInput,
  ProposeInput,
  ReasonInput,
  RollBackInput,
  SignInput,
  SuggestInput,
  VerifyInput,
} from './inputs';
export { type Research, ResearchInput } from './research';
