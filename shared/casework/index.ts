/** The case of one family, from report to inclusion: the pure core that server and screens share. */

export {
  ACTION_NAMES,
  ACTIONS,
  type AllowedAction,
  allowedActions,
  mayRead,
  permit,
} from './actions';
export { asksBank, type ConsentGiven } from './areas/authorization';
export { isUndoable, UNDO_SECONDS, withoutUndone } from './areas/correction';
export { isAdult, isAwaitingAnswers } from './areas/data-check';
export { partiesOf } from './areas/handover';
export { mayKnowObjector } from './areas/objection';
export { daysOnNotice } from './areas/publicity';
export { openReminder } from './areas/reminder';
export { reviewUntil } from './areas/review';
export type { PreviousCase } from './areas/submission';
export { owesVisit } from './areas/verification';
export type { Case, Party, SupplementRound } from './case';
export { HELD_ACTIONS } from './claims';
export * from './codes';
export type { Command, CommandType } from './commands';
export type { ComparisonStatement, FlagNote, FlagWarning, RaisedFlag } from './comparison';
export { askedAbout, assetFlags, isAnswered } from './comparison';
export { clockOf, dueOn, HOLDERS, type Holder, holderOf, stepOf } from './deadlines';
export { decide } from './decide';
export { type Escalation, escalations } from './escalations';
export type { CaseEvent, CaseEventType, NonInclusionDossier, ProfileRef, RecordedEvent } from './events';
export { evolve, fold } from './evolve';
export {
  FAMILY_FACTS,
  FamilyAnswerInput,
  type FamilyFact,
  FamilyRequestInput,
  type FamilyStanding,
  FamilyView,
  familyView,
  REQUEST_KINDS,
  REQUEST_OUTCOMES,
  type RequestKind,
  type RequestOutcome,
  requestDueOn,
  standingOf,
} from './family-view';
export { medianDays, spanDays } from './glance';
export {
  type Contact,
  HouseholdCaseView,
  householdView,
  type Offices,
  PLAIN_STEPS,
  type PlainStep,
} from './household-view';
export * from './inputs';
export {
  familyOf,
  type MeetingFamily,
  type MeetingRecord,
  meetingRefused,
  passes,
  relativesOf,
  votersOf,
  votesRefused,
} from './meeting';
export {
  ObjectionProgress,
  type ObjectionStage,
  objectionProgress,
} from './objection-progress';
export { OtherReport, otherReport } from './other-report';
export { proposalOf, type TriageProposal } from './proposal';
export { familyAlias, type Pseudonym, pseudonymsOf, type RealPerson } from './pseudonyms';
export { minorNames, type PublicHousehold, publicView } from './public-view';
export {
  LIST_COUNT_MAX,
  MAX_FILTERS,
  OPEN_STATES,
  QUEUE_COUNT_MAX,
  QUEUE_TABS,
  type QueueEnd,
  QueueFilter,
  type QueueSource,
  type QueueTab,
  queueEnd,
  queueSources,
} from './queues';
export { recordEvents } from './record';
export type { Refusal, RefusalCode } from './refusal';
export type { ActionName, DecideContext, Decision } from './rules';
export {
  type HistoryLine,
  maySeeFlags,
  QueueRow,
  queueRow,
  StaffCaseView,
  staffView,
} from './staff-view';
export { SumsView, sumsView } from './sums-view';
export {
  SUPERVISED_TABS,
  SupervisedCase,
  SupervisedRow,
  type SupervisedTab,
  supervisedView,
} from './supervised-view';
export { type ReminderDue, supplementReminders } from './supplements';
export { keptFacts, ToldBefore, toldBefore } from './told-before';
