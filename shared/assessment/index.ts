/** The income sheet and what follows from it: figures, prompts, a proposed type. Money in fen, decisions by people. */
export {
  type Assessment,
  type AssessmentRules,
  assess,
  type Band,
  type CountedRow,
} from './assess';
export {
  COST_CODES,
  INCOME_CODES,
  RIGID_CODES,
} from './codes';
export { IncomeRow, IncomeSheet } from './income-sheet';
export { incomeWindow } from './income-window';
export {
  type ConsistencyFacts,
  type Inconsistency,
  type InconsistencyRule,
  inconsistencies,
} from './inconsistencies';
export { type Prompt, type PromptRule, prompts, type TriggerFacts } from './prompts';
export { type HouseholdKind, proposeType } from './propose-type';
export { isNetUnlikely, type SheetWarning, sheetWarnings } from './warnings';
