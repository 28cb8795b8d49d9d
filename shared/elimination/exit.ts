import type { Actor, CaseStanding } from '@shared/access';
import type { Instant, LocalDate } from '@shared/calendar';
import type { AppraisalInput, StaffRef } from '@shared/casework';
import type { EliminationMode } from '@shared/publicity/codes';
import type { RegisterStatus } from '@shared/register';
import type { Checked } from './checklist';
import type { ExitEnd, ExitKind, ExitStep } from './codes';
import type { FamilyWord, ObjectionAnswer, ObjectionHeard } from './inputs';
import type { Research } from './research';

export interface Signed {
  actor: Actor;
  at: Instant;
}

/** An objection to the notice; it came by phone, box or office. */
export interface ExitObjection extends ObjectionHeard {
  id: string;
  heard: Signed;
  answer: (Signed & ObjectionAnswer) | null;
}

/** One proposal on its way: to take a family off the list, or to take a mark back. */
export interface Round {
  kind: ExitKind;
  step: ExitStep;
  /** Day on which the step began. */
  stepSince: LocalDate;
  mode: EliminationMode | null;
  reason: string;
  research: Research | null;
  checked: Checked[];
  proposed: Signed;
  /** The other one of village and task force. */
  agreed: Signed | null;
  verifiers: StaffRef[];
  verified: (Signed & { family: FamilyWord }) | null;
  signatures: (Signed & { opinion: string; signatureId: string | null })[];
  appraisal: (Signed & AppraisalInput & { meetingId: string | null; passed: boolean }) | null;
  publicity: { noticeId: string; firstDay: LocalDate; lastDay: LocalDate } | null;
  objections: ExitObjection[];
  town: (Signed & { opinion: string }) | null;
  county: (Signed & { opinion: string }) | null;
  /** Who signed at which level: nobody signs two that follow each other. */
  signers: { personId: string; level: 'VILLAGE' | 'TOWN' | 'COUNTY' }[];
  ended: (Signed & { how: ExitEnd; reason: string }) | null;
}

/** A family's way off the register and back, folded from its own events beside those of its case. */
export interface Exit {
  standing: CaseStanding & { kin: readonly { personId: string; name: string }[] };
  status: RegisterStatus;
  version: number;
  identifiedOn: LocalDate;
  suggestions: (Signed & { kind: ExitKind; note: string })[];
  /** Proposals that the checklist did not let begin. */
  refused: (Signed & { mode: EliminationMode; research: Research; checked: Checked[] })[];
  round: Round | null;
  past: Round[];
  mark: { mode: EliminationMode; on: LocalDate; observeUntil: LocalDate } | null;
  rolledBack: (Signed & { reason: string }) | null;
}

/** What is known before its first event: the entry of the register, and who stands how to the family. */
export function exitOf(
  standing: Exit['standing'],
  { identifiedOn, status }: { identifiedOn: LocalDate; status: RegisterStatus },
): Exit {
  return {
    standing,
    // What the events of this area say is folded; an entry that was closed elsewhere stays closed.
    status: status === 'RECTIFIED_REMOVED' ? status : 'ACTIVE',
    version: 0,
    identifiedOn,
    suggestions: [],
    refused: [],
    round: null,
    past: [],
    mark: null,
    rolledBack: null,
  };
}
