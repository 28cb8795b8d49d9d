import type { Actor } from '@shared/access';
import type { Assessment, Prompt } from '@shared/assessment';
import type { DayUnit, Instant, LocalDate } from '@shared/calendar';
import type { StepKey } from '@shared/procedure';
import type { z } from '@shared/zod';
import type { ConsentGiven } from './areas/authorization';
import type { TakenIn } from './areas/intake';
import type { CarriedLine, PreviousCase } from './areas/submission';
import type {
  CaseState,
  Channel,
  Department,
  HouseholdType,
  NotAcceptedReason,
  RejectionReason,
  ReturnTarget,
  ReviewOutcome,
  RiskType,
  Satisfaction,
} from './codes';
import type { AnswerDispute, FlagNote } from './comparison';
import type { NonInclusionDossier, ProfileRef } from './events';
import type {
  AppraisalInput,
  DataAnswer,
  DeliveryInput,
  FalseStatementDecisionInput,
  FalseStatementInput,
  HandUpInput,
  HearingInput,
  InvestigationInput,
  MeasureInput,
  MemberInput,
  ObjectionAnswerInput,
  ObjectionInput,
  ObjectorToldInput,
  OwnWordsInput,
  ReminderInput,
  ReportInput,
  ReviewFindingInput,
  SiteCheckInput,
  StaffRef,
  SupplementItem,
  TriageInput,
  VerificationInput,
} from './inputs';

export interface Party {
  personId: string;
  as: 'HOUSEHOLD' | 'PROXY';
  /** When the family took its case over: from then on the proxy sees nothing of it, and never handles it either. */
  endedAt?: Instant;
}

export interface Signed {
  actor: Actor;
  at: Instant;
}

/** An objection to the notice. `objector` is who made it, null when nobody gave a name; kept apart from every text. */
export interface Objection extends ObjectionInput {
  id: string;
  filedAt: Instant;
  takenBy: Actor;
  /** Account of an objector who was signed in: the answer comes into the inbox. For the system alone. */
  byPersonId: string | null;
  /** The village stepped back, and why: the township handles it. */
  handedUp: (Signed & z.infer<typeof HandUpInput>) | null;
  investigation: (Signed & z.infer<typeof InvestigationInput>) | null;
  answer: (Signed & z.infer<typeof ObjectionAnswerInput>) | null;
  /** How the answer reached somebody who has no inbox here. */
  told: (Signed & z.infer<typeof ObjectorToldInput>) | null;
  rating: { satisfied: Satisfaction; at: Instant } | null;
}

interface Publicity {
  noticeId: string;
  postedAt: Instant;
  firstDay: LocalDate;
  lastDay: LocalDate;
  days: number;
  unit: DayUnit;
  startPhotoId: string;
  endPhotoId: string | null;
  endedAt: Instant | null;
  /** What of the family was put up, as one text. */
  content: string;
}

/** Why a case's clock stands still. RERUN is a second publicity, REVIEW the time between a refusal and its repeal. */
export type PauseKind = 'SUPPLEMENT' | 'OBJECTION' | 'DISPUTED_CHECK' | 'RERUN' | 'REVIEW';

export interface SupplementRound {
  items: SupplementItem[];
  requestedAt: Instant;
  resumeTo: CaseState;
  provided: Record<
    string,
    { attachmentIds: string[]; text: string; voiceId?: string | undefined; askForHelp: boolean; at: Instant }
  >;
  completedAt: Instant | null;
  extendedAt: Instant | null;
  /** When a person, not a message, reminded the family. */
  reminders: (Signed & z.infer<typeof ReminderInput>)[];
  expiredAt: Instant | null;
}

/** Somebody says that a statement was false, and what the family says to that (domain.md 3.3). */
type FalseStatement = Signed &
  z.infer<typeof FalseStatementInput> & {
    hearing: (Signed & z.infer<typeof HearingInput>) | null;
    /** What the family said by itself, oldest first. */
    ownWords: (Signed & z.infer<typeof OwnWordsInput>)[];
  };

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
  /** A family that took over what a proxy had reported, and whether it said that it is so. */
  handover: { takenAt: Instant; confirmedAt: Instant | null } | null;
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
  appraisal: (AppraisalInput & Signed & { meetingId: string; passed: boolean }) | null;
  publicity: Publicity | null;
  /** Earlier rounds of publicity, whose content has changed since (I3). */
  pastPublicities: Publicity[];
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
  /** 催一催: what was due, by when the village answers, and its answer. */
  reminders: {
    at: Instant;
    dueOn: LocalDate;
    answerBy: LocalDate;
    answer: (Signed & { note: string }) | null;
  }[];
  /** 好差评, once, after the end. */
  rating: { stars: number; words: string; at: Instant } | null;
  measures: (MeasureInput & { measureId?: string; at: Instant; papersAt: Instant | null })[];
  greenChannel: (Signed & { reason: string }) | null;
  /** A second list of papers that waits for the leader's word. */
  secondReturn: (Signed & { items: SupplementItem[]; reason: string }) | null;
  returns: (Signed & { returnTo: ReturnTarget; opinion: string })[];
  siteChecks: (Signed & z.infer<typeof SiteCheckInput>)[];
  objections: Objection[];
  /** That the refusal reached the family. */
  delivery: (Signed & z.infer<typeof DeliveryInput>) | null;
  review: {
    actor: Actor;
    requestedAt: Instant;
    reason: string;
    attachmentIds: string[];
    voiceId?: string | null | undefined;
    refusedAt: Instant;
    verifiers: StaffRef[];
    findings: (Signed & z.infer<typeof ReviewFindingInput>)[];
    /** Who looked and was then replaced: no more to answer it than the others who looked. */
    replaced: Actor[];
    answer: (Signed & { outcome: ReviewOutcome; opinion: string }) | null;
  } | null;
  duplicateOf: string | null;
  previous: PreviousCase | null;
  carried: CarriedLine[];
  merged: (Signed & { intoCaseId: string; intoCaseNo: string; opinion: string }) | null;
  takenIn: (TakenIn & { at: Instant })[];
  transfers: (Signed & { fromVillage: string; toVillage: string; opinion: string })[];
  notAccepted:
    | (Signed & {
        reasonCode: NotAcceptedReason;
        opinion: string;
        previousCaseNo: string | null;
        noticeDueOn: LocalDate;
      })
    | null;
  assists: (Signed & {
    id: string;
    village: string;
    question: string;
    dueOn: LocalDate;
    answer: { by: { name: string; office: string }; facts: string; photoIds: string[]; at: Instant } | null;
  })[];
  /** Staff who are related to the family and step back. */
  /** Who signed and said that the family is no kin, each once. */
  unrelated: { personId: string; name: string; at: Instant }[];
  kin: { personId: string; name: string; relation: string; at: Instant }[];
  falseStatement: FalseStatement | null;
  /** Those that are decided, with what the family said to them. */
  falseStatementsDecided: (FalseStatement & {
    decision: Signed & z.infer<typeof FalseStatementDecisionInput>;
  })[];
  removal: (Signed & { opinion: string }) | null;
  /** Times in which the procedure's clock stands still (domain.md 3.0). */
  pauses: { kind: PauseKind; from: Instant; to: Instant | null }[];
  /** Day on which each step began to run. */
  steps: Partial<Record<StepKey, LocalDate>>;
  /** Everybody who signed something as staff, by office level: for separation of duties. */
  signers: { personId: string; level: 'VILLAGE' | 'TOWN' | 'COUNTY' }[];
  /** The decision that was made last, while nothing has followed: by whom, and the case as it was before it. */
  undoable: { seq: number; at: Instant; by: Actor; before: Case } | null;
}
