/** Follow-up of families on the list: facts valid in time, people coming and going, duties by month and quarter (domain.md 3.5, 3.8). */
export { factsOfCase } from './begin';
export {
  CHANGE_RULES,
  type ChangeContext,
  type ChangedFact,
  type ChangeOfMembers,
  type ChangeProblem,
  changeProblems,
  changeWarnings,
  factsOfChange,
  restsOn,
  tasksOfChange,
} from './changes';
export * from './codes';
export {
  type AddedRisk,
  addedRisks,
  correction,
  counts,
  withoutRecord,
  withoutRisk,
  withRisksFrom,
} from './correct';
export {
  type AsOf,
  FACT_KEYS,
  type Fact,
  type FactKey,
  type FamilyOnDay,
  factAt,
  familyAt,
  firstDayOf,
  HOUSEHOLD,
  type HouseholdFacts,
  knownUntil,
  type Member,
  type MemberFacts,
  type Period,
  periodsOf,
} from './facts';
export { headsIn, lastDayOfMonth, type Month, monthOf, perHeadOver } from './heads';
export {
  ChangeInput,
  FollowUpInput,
  HOUSEHOLD_FACT_KEYS,
  QuarterInput,
  QuarterSheetInput,
  SAID_FACT_KEYS,
  SaidFact,
  TellInput,
} from './inputs';
export {
  addQuarters,
  firstDayOfQuarter,
  lastDayOfQuarter,
  monthsOf,
  nextQuarter,
  type Quarter,
  type QuarterFigures,
  type QuarterSheet,
  quarterDueOn,
  quarterFigures,
  quarterOf,
  yearPerHead,
} from './quarter';
export { type FollowTask, followTask, TRIES, tasksAfter, withRisks } from './results';
export { CONFIRMERS, FACT_KEEPERS, FOLLOWERS, QUARTER_KEEPERS } from './roles';
export { type Duties, dutiesOf } from './schedule';
