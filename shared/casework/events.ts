import type { Actor } from '@shared/access';
import type { Assessment, Prompt } from '@shared/assessment';
import type { Instant, LocalDate } from '@shared/calendar';
import type { CaseState, HouseholdType, RejectionReason, RiskType } from './codes';
import type {
  AppraisalInput,
  DataAnswer,
  FindingsInput,
  MeasureInput,
  MemberInput,
  ReportInput,
  StaffRef,
  SupplementItem,
  TriageInput,
  VerificationInput,
} from './inputs';

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

/** Facts of a case, past tense. `to` is the state that the case is in afterwards, absent when it does not change. */
export type CaseEvent = { to?: CaseState } & (
  | {
      type: 'ReportSubmitted';
      data: {
        caseId: string;
        caseNo: string;
        profile: ProfileRef;
        report: ReportInput;
        party: { personId: string; as: 'HOUSEHOLD' | 'PROXY' };
        cluedAt: Instant;
      };
    }
  | { type: 'CaseAccepted'; data: Record<string, never> }
  | { type: 'VerifiersAssigned'; data: { verifiers: StaffRef[] } }
  | { type: 'AuthorizationSigned'; data: { memberKey: string; method: string; signatureId: string | null } }
  | {
      type: 'VerificationRecorded';
      data: { record: VerificationInput; members: MemberInput[]; assessment: Assessment; prompts: Prompt[] };
    }
  | { type: 'VerificationSigned'; data: { opinion: string; signatureId: string | null } }
  | { type: 'VerificationCompleted'; data: Record<string, never> }
  | { type: 'DataCheckRequested'; data: { memberKeys: string[]; departments: DataAnswer['department'][] } }
  | { type: 'DataCheckAnswered'; data: { answers: DataAnswer[] } }
  | { type: 'DataCheckCompleted'; data: Record<string, never> }
  | { type: 'TriageCompleted'; data: TriageInput }
  | { type: 'RejectionOverturned'; data: { opinion: string } }
  | { type: 'AppraisalRecorded'; data: AppraisalInput & { passed: boolean } }
  | {
      type: 'PublicityPosted';
      data: { noticeId: string; photoId: string; firstDay: LocalDate; lastDay: LocalDate; days: number };
    }
  | { type: 'BoardPhotographed'; data: { photoId: string } }
  | { type: 'PublicityEnded'; data: Record<string, never> }
  | { type: 'TownReviewed'; data: { opinion: string } }
  | {
      type: 'InclusionDecided';
      data: { householdType: HouseholdType; risks: RiskType[]; opinion: string };
    }
  | { type: 'AnnouncementPosted'; data: { noticeId: string } }
  | { type: 'HouseholdIncluded'; data: { householdType: HouseholdType; risks: RiskType[] } }
  | {
      type: 'CaseRejected';
      data: {
        reasonCode: RejectionReason;
        opinion: string;
        noticeDueOn: LocalDate;
        dossier: NonInclusionDossier | null;
      };
    }
  | {
      type: 'SupplementRequested';
      data: { items: SupplementItem[]; resumeTo: CaseState; supervisorReason: string };
    }
  | {
      type: 'SupplementProvided';
      data: { answers: { key: string; attachmentIds: string[]; text: string; askForHelp: boolean }[] };
    }
  | { type: 'SupplementCompleted'; data: Record<string, never> }
  | { type: 'WithdrawalRequested'; data: { reason: string } }
  | { type: 'WithdrawalDeclined'; data: { note: string } }
  | { type: 'CaseWithdrawn'; data: { by: 'VISIT' | 'PHONE'; note: string } }
  | { type: 'MeasureRecorded'; data: MeasureInput }
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
