import type { Actor } from '@shared/access';
import type { Assessment, Prompt } from '@shared/assessment';
import type { Instant, LocalDate } from '@shared/calendar';
import type { StepKey } from '@shared/procedure';
import type { ConsentGiven } from './areas/authorization';
import type { CaseState, Channel, Department, HouseholdType, RejectionReason, RiskType } from './codes';
import type { AnswerDispute, FlagNote } from './comparison';
import type { NonInclusionDossier, ProfileRef } from './events';
import type {
  AppraisalInput,
  DataAnswer,
  MeasureInput,
  MemberInput,
  ReportInput,
  StaffRef,
  SupplementItem,
  TriageInput,
  VerificationInput,
} from './inputs';

export interface Party {
  personId: string;
  as: 'HOUSEHOLD' | 'PROXY';
}

export interface Signed {
  actor: Actor;
  at: Instant;
}

export interface SupplementRound {
  items: SupplementItem[];
  requestedAt: Instant;
  resumeTo: CaseState;
  provided: Record<string, { attachmentIds: string[]; text: string; askForHelp: boolean; at: Instant }>;
  completedAt: Instant | null;
}

/** One family's case, folded from its events. Only `evolve` writes it. */
export interface Case {
  id: string;
  caseNo: string;
  version: number;
  state: CaseState;
  stateSince: Instant;
  profile: ProfileRef;
  channel: Channel;
  village: string;
  /** Village group as last known, e.g. 「2组」. */
  group: string;
  headName: string;
  memberCount: number | null;
  cluedAt: Instant;
  decidedAt: Instant | null;
  closedAt: Instant | null;
  report: ReportInput;
  parties: Party[];
  acceptedBy: Signed | null;
  verifiers: StaffRef[];
  members: MemberInput[];
  authorizations: Record<
    string,
    { method: string; signatureId: string | null; at: Instant; by: Actor; consent: ConsentGiven | null }
  >;
  consentsWithdrawn: { memberKey: string; what: 'ALL' | 'BANK'; at: Instant }[];
  verification: {
    record: VerificationInput;
    assessment: Assessment;
    prompts: Prompt[];
    recordedAt: Instant;
    signatures: (Signed & { opinion: string; signatureId: string | null })[];
    completedAt: Instant | null;
  } | null;
  dataCheck: {
    requestedAt: Instant;
    memberKeys: string[];
    /** Those of them about whom the bank may be asked. */
    bankKeys: string[];
    departments: Department[];
    /** People whom the civil affairs line had compared already. */
    comparedBefore: string[];
    answers: DataAnswer[];
    disputes: AnswerDispute[];
    completedAt: Instant | null;
  } | null;
  /** What was said to each flag that departments raised, by the flag's key. */
  flagNotes: Record<string, FlagNote>;
  triage: (TriageInput & Signed) | null;
  appraisal: (AppraisalInput & Signed & { passed: boolean }) | null;
  publicity: {
    noticeId: string;
    postedAt: Instant;
    firstDay: LocalDate;
    lastDay: LocalDate;
    days: number;
    startPhotoId: string;
    endPhotoId: string | null;
    endedAt: Instant | null;
  } | null;
  townReview: (Signed & { opinion: string }) | null;
  decision: (Signed & { householdType: HouseholdType; risks: RiskType[]; opinion: string }) | null;
  announcement: (Signed & { noticeId: string }) | null;
  rejection:
    | (Signed & {
        reasonCode: RejectionReason;
        opinion: string;
        noticeDueOn: LocalDate;
        dossier: NonInclusionDossier | null;
      })
    | null;
  supplements: SupplementRound[];
  withdrawal: { reason: string; requestedAt: Instant; confirmedAt: Instant | null } | null;
  measures: (MeasureInput & { at: Instant })[];
  /** 催一催: what was due, by when the village answers, and its answer. */
  reminders: {
    at: Instant;
    dueOn: LocalDate;
    answerBy: LocalDate;
    answer: (Signed & { note: string }) | null;
  }[];
  /** 好差评, once, after the end. */
  rating: { stars: number; words: string; at: Instant } | null;
  /** Times in which the procedure's clock stands still (domain.md 3.0). */
  pauses: { from: Instant; to: Instant | null }[];
  /** Day on which each step began to run. */
  steps: Partial<Record<StepKey, LocalDate>>;
  /** Everybody who signed something as staff, by office level: for separation of duties. */
  signers: { personId: string; level: 'VILLAGE' | 'TOWN' | 'COUNTY' }[];
}
