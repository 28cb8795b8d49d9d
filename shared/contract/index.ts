/** Every operation of the system, declared once. Doors, client, documents and tests are derived from this table. */
import { accounts } from './accounts';
import { applications } from './applications';
import { attachments } from './attachments';
import { cards } from './cards';
import { checks } from './checks';
import { clues } from './clues';
import { comparisons } from './comparisons';
import { consents } from './consents';
import { deliveries } from './deliveries';
import { desk } from './desk';
import { eliminations } from './eliminations';
import { followups } from './followups';
import { households } from './households';
import { imports } from './imports';
import { ledgers } from './ledgers';
import { local } from './local';
import { measures } from './measures';
import { meetings } from './meetings';
import { notices } from './notices';
import { objections } from './objections';
import type { Operation } from './operation';
import { payments } from './payments';
import { policies } from './policies';
import { problems } from './problems';
import { profiles } from './profiles';
import { regions } from './regions';
import { reviews } from './reviews';
import type { OperationName } from './routes';
import { staff } from './staff';
import { supervision } from './supervision';
import { tasks } from './tasks';
import { tickets } from './tickets';
import { timers } from './timers';

export const contract = {
  accounts,
  regions,
  applications,
  consents,
  reviews,
  supervision,
  staff,
  desk,
  clues,
  checks,
  comparisons,
  imports,
  measures,
  meetings,
  notices,
  objections,
  attachments,
  cards,
  households,
  followups,
  payments,
  tickets,
  policies,
  eliminations,
  profiles,
  ledgers,
  problems,
  local,
  tasks,
  deliveries,
  timers,
};
export type Contract = typeof contract;

type AnyOperation = { [Area in keyof Contract]: Contract[Area][keyof Contract[Area]] }[keyof Contract];
/** The declared operation of a name, for the typed client and the use cases. */
export type OperationNamed<N extends OperationName> = Extract<AnyOperation, { name: N }>;

/** The same as a flat list, in the order of the table. */
export const OPERATIONS: readonly Operation[] = Object.values(contract).flatMap((area) =>
  Object.values(area),
);

const byName = new Map(OPERATIONS.map((operation) => [operation.name, operation]));

/** The operation of that name, or undefined. */
export function findOperation(name: string): Operation | undefined {
  return byName.get(name);
}

export { Me } from './accounts';
export { Draft } from './applications';
export { ATTACHMENT_TYPES, isVoiceType, MAX_ATTACHMENT_BYTES } from './attachments';
export type { CheckedVillage, CheckedVillagePage, CheckRound, CheckRoundPage } from './checks';
export type { ClueView } from './clues';
export { type ComparisonList, MAX_LIST_PEOPLE } from './comparisons';
export { SignedConsent, SigningView } from './consents';
export { CaseInHand } from './desk';
export {
  ERROR_STATUS,
  ErrorBody,
  type ErrorCode,
  FieldIssue,
  type InputIssueCode,
  type ReasonCode,
  type SheetReason,
} from './errors';
export type {
  AddedRiskView,
  ChangeView,
  FactView,
  FollowedFamily,
  FollowedRow,
  FollowTaskView,
  FollowUpView,
  QuarterView,
} from './followups';
export { type ImportJob, type ImportKindName, MAX_IMPORT_BYTES } from './imports';
export { DemoPerson } from './local';
export { type NoticeDraftView, type NoticePreview, NoticeSummary, NoticeView } from './notices';
export type { NotedObjection } from './objections';
export type { CallerClass, InputOf, Operation, OutputOf, ParsedInputOf } from './operation';
export type { ProblemView } from './problems';
export type { ProfilePreview, ProfileProposal, ProfileVersion } from './profiles';
export { allRoutes, type OperationName, pathFields, routeOf } from './routes';
export type { StaffMember, StaffView } from './staff';
