/** Follow-up of families on the list: facts valid in time, people coming and going, duties by month and quarter (domain.md 3.5, 3.8). */
export { FROM_DECISION, FROM_VERIFICATION, factsOfCase, includedOn } from './begin';
export {
  ageOf,
  CHANGE_RULES,
  type ChangeContext,
  type ChangedFact,
  type ChangeOfMembers,
  type ChangeProblem,
  canWork,
  changeProblems,
  changeWarnings,
  factsOfChange,
  tasksOfChange,
} from './changes';
export * from './codes';
export {
  type AsOf,
  type Fact,
  type FactKey,
  type FamilyOnDay,
  factAt,
  familyAt,
  firstDayOf,
  HOUSEHOLD,
  type HouseholdFacts,
  type Member,
  type MemberFacts,
  type Period,
  periodsOf,
  presentOf,
} from './facts';
export { addMonths, headsIn, lastDayOfMonth, type Month, monthOf, perHeadOver } from './heads';
export { ChangeInput, FollowUpInput, NewMember, QuarterInput, TellInput } from './inputs';
export {
  addQuarters,
  firstDayOfQuarter,
  lastDayOfQuarter,
  monthsOf,
  nextQuarter,
  owedQuarters,
  type Quarter,
  type QuarterFigures,
  type QuarterSheet,
  quarterDueOn,
  quarterFigures,
  quarterOf,
  yearPerHead,
} from './quarter';
export { type FollowTask, TRIES, tasksAfter, withRisks } from './results';
export { type Duties, dutiesOf } from './schedule';
