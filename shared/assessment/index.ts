/** The income sheet and what follows from it: figures, prompts, a proposed type. Money in fen, decisions by people. */
export {
  type Assessment,
  type AssessmentRules,
  assess,
  type Band,
  type CountedRow,
  type NotCounted,
} from './assess';
export {
  BASES,
  type Basis,
  COST_CODES,
  type CostCode,
  INCOME_CODES,
  type IncomeCode,
  RIGID_CODES,
  type RigidCode,
} from './codes';
export { IncomeRow, IncomeSheet, RigidRow } from './income-sheet';
export { incomeWindow } from './income-window';
export { type FourGroup, type Prompt, type PromptRule, prompts, type TriggerFacts } from './prompts';
export { type HouseholdKind, proposeType } from './propose-type';
export { type SheetWarning, sheetWarnings } from './warnings';
