import type { Actor } from '@shared/access';
import type { Instant, LocalDate } from '@shared/calendar';
import type { z } from '@shared/zod';
import type { ConfirmWay, MeasureState } from './codes';
import type { LandInput, PlannedInput, StepInput } from './inputs';

interface Signed {
  actor: Actor;
  at: Instant;
}

/** Help that reached the family before there was a plan: recorded with its case (green channel), or straight away. */
export interface Recorded extends Omit<PlannedInput, 'dueOn'> {
  dueOn: LocalDate | null;
  landing: z.infer<typeof LandInput>;
  emergency: boolean;
  /** Its place among the case's own measures; null when no case event stands behind it. */
  caseIndex: number | null;
  /** By when the papers of emergency help must be there; null where none are owed. */
  papersDueOn: LocalDate | null;
}

type Step<D extends StepInput['do']> = Omit<Extract<StepInput, { do: D }>, 'do'>;

export type MeasureEvent =
  | { type: 'Planned'; data: PlannedInput & { planId: string | null } }
  | { type: 'Recorded'; data: Recorded }
  | { type: 'Agreed'; data: { how: ConfirmWay } }
  | { type: 'Begun'; data: Step<'begin'> }
  | { type: 'Landed'; data: Step<'land'> }
  | { type: 'Received'; data: { how: ConfirmWay; attachmentId: string | null } }
  | { type: 'NotReceived'; data: { text: string } }
  | { type: 'PapersCame'; data: object }
  | { type: 'Judged'; data: Step<'judge'> }
  | { type: 'Closed'; data: Step<'close'> }
  | { type: 'Cancelled'; data: Step<'cancel'> }
  | { type: 'Declined'; data: Step<'notNeeded'> }
  | { type: 'Changed'; data: Step<'change'> };
export type MeasureEventType = MeasureEvent['type'];

export type RecordedMeasureEvent = MeasureEvent & Signed & { seq: number };

/** One measure for a family, folded from its history. Only `evolveMeasure` writes it. */
export interface Measure extends Omit<PlannedInput, 'dueOn'> {
  id: string;
  version: number;
  state: MeasureState;
  planId: string | null;
  caseIndex: number | null;
  emergency: boolean;
  dueOn: LocalDate | null;
  papersDueOn: LocalDate | null;
  papersAt: Instant | null;
  recordedAt: Instant;
  agreed: (Signed & { how: ConfirmWay }) | null;
  landing: (Signed & z.infer<typeof LandInput>) | null;
  receipt: (Signed & { how: ConfirmWay; attachmentId: string | null }) | null;
  /** What the family said had not come, oldest first; the last one is open until it lands again. */
  disputes: (Signed & { text: string })[];
  effect: (Signed & { words: string }) | null;
  ended: (Signed & { words: string }) | null;
}
