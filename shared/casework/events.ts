import type { Actor } from '@shared/access';
import type { Assessment, Prompt } from '@shared/assessment';
import type { Instant, LocalDate } from '@shared/calendar';
import type { AppraisalEvent } from './areas/appraisal';
import type { AssetFlagEvent } from './areas/asset-flags';
import type { AuthorizationEvent } from './areas/authorization';
import type { ConductEvent } from './areas/conduct';
import type { CorrectionEvent } from './areas/correction';
import type { DataCheckEvent } from './areas/data-check';
import type { DecisionEvent } from './areas/decision';
import type { GreenChannelEvent } from './areas/green-channel';
import type { HandoverEvent } from './areas/handover';
import type { IntakeEvent } from './areas/intake';
import type { MeasureEvent } from './areas/measures';
import type { ObjectionEvent } from './areas/objection';
import type { PublicityEvent } from './areas/publicity';
import type { RatingEvent } from './areas/rating';
import type { RejectionEvent } from './areas/rejection';
import type { ReminderEvent } from './areas/reminder';
import type { ReviewEvent } from './areas/review';
import type { ReportSubmitted, SubmissionEvent } from './areas/submission';
import type { SupplementEvent } from './areas/supplement';
import type { TriageEvent } from './areas/triage';
import type { VerificationEvent } from './areas/verification';
import type { WithdrawalEvent } from './areas/withdrawal';
import type { CaseState, RejectionReason } from './codes';
import type { DataAnswer, FindingsInput } from './inputs';

export interface ProfileRef {
  code: string;
  version: number;
}

export interface NonInclusionDossier {
  /** The mandatory prompts that fired (domain.md 2.4). */
  prompts: Prompt[];
  /** Figures and their parameters at the time (domain.md 5.3). */
  assessment: Assessment;
  findings: FindingsInput;
  answers: DataAnswer[];
  reasonCode: RejectionReason;
  reason: string;
  /** domain.md 3.3: next re-visit, three months on. */
  revisitOn: LocalDate;
}

/**
 * Facts of a case, past tense. `to` is the state that the case is in afterwards, absent when it does not change;
 * `kinshipDeclared` the word of whoever signed that the family is no kin (absent in what was signed before it was asked).
 */
export type CaseEvent = { to?: CaseState; kinshipDeclared?: true } & (
  | ReportSubmitted
  | SubmissionEvent
  | VerificationEvent
  | AuthorizationEvent
  | DataCheckEvent
  | AssetFlagEvent
  | SupplementEvent
  | TriageEvent
  | AppraisalEvent
  | PublicityEvent
  | DecisionEvent
  | RejectionEvent
  | CorrectionEvent
  | WithdrawalEvent
  | HandoverEvent
  | MeasureEvent
  | ReminderEvent
  | RatingEvent
  | ConductEvent
  | GreenChannelEvent
  | IntakeEvent
  | ObjectionEvent
  | ReviewEvent
);

export type CaseEventType = CaseEvent['type'];

/** An event as it stands in the history: append-only, who, in which role, when, from where to where (domain.md 3.1 I4). */
export type RecordedEvent = CaseEvent & {
  seq: number;
  at: Instant;
  actor: Actor;
  from: CaseState;
  after: CaseState;
};
