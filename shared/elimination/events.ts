import type { Actor } from '@shared/access';
import type { Instant, LocalDate } from '@shared/calendar';
import type { StaffRef } from '@shared/casework';
import type { EliminationMode } from '@shared/publicity/codes';
import type { RegisterStatus } from '@shared/register';
import type { z } from '@shared/zod';
import type { Checked } from './checklist';
import type { ExitEnd, ExitKind } from './codes';
import type { ExitAppraisalInput, FamilyWord, LeaveInput, ObjectionAnswer, ObjectionHeard } from './inputs';
import type { Research } from './research';

/** What happened on a family's way off the register. Written once, never changed. */
export type ExitEvent =
  | { type: 'Suggested'; data: { note: string } }
  | { type: 'ProposalRefused'; data: { mode: EliminationMode; research: Research; checked: Checked[] } }
  | {
      type: 'Proposed';
      data: { mode: EliminationMode; research: Research; checked: Checked[]; reason: string };
    }
  | { type: 'RollBackSuggested'; data: { note: string } }
  | { type: 'RollBackProposed'; data: { reason: string } }
  | { type: 'ProposalAgreed'; data: { verifiers: StaffRef[] } }
  | { type: 'VisitGivenBack'; data: { personId: string; name: string } }
  | { type: 'Verified'; data: { research: Research; checked: Checked[]; family: FamilyWord } }
  | { type: 'VerificationSigned'; data: { opinion: string; signatureId: string | null; complete: boolean } }
  | { type: 'Appraised'; data: z.infer<typeof ExitAppraisalInput> & { passed: boolean } }
  | { type: 'Posted'; data: { noticeId: string; firstDay: LocalDate; lastDay: LocalDate } }
  | { type: 'PublicityCorrected'; data: { noticeId: string; lastDay: LocalDate } }
  | { type: 'ObjectionHeard'; data: ObjectionHeard & { id: string } }
  | { type: 'ObjectionAnswered'; data: ObjectionAnswer }
  | { type: 'PublicityEnded'; data: Record<string, never> }
  | { type: 'TownAccepted'; data: { opinion: string } }
  | { type: 'CountyDecided'; data: { opinion: string } }
  | { type: 'Marked'; data: { mode: EliminationMode; noticeId: string; observeUntil: LocalDate } }
  /** One of before it was announced has no notice. */
  | { type: 'RolledBack'; data: { reason: string; noticeId?: string } }
  | { type: 'ProposalEnded'; data: { how: Exclude<ExitEnd, 'DONE'>; reason: string; checked: Checked[] } }
  | { type: 'Left'; data: z.infer<typeof LeaveInput> };
export type ExitEventType = ExitEvent['type'];

export type RecordedExit = ExitEvent & {
  seq: number;
  at: Instant;
  actor: Actor;
  from: RegisterStatus;
  after: RegisterStatus;
};

/** What the proposal was to which an event belongs: off the register, or back onto it. */
export function exitKindAt(history: readonly RecordedExit[], seq: number): ExitKind {
  const begun = history
    .filter((event) => event.seq <= seq && (event.type === 'Proposed' || event.type === 'RollBackProposed'))
    .at(-1);
  return begun?.type === 'RollBackProposed' ? 'ROLLBACK' : 'ELIMINATION';
}
