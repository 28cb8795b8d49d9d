import { type LocalDate, localDate } from '@shared/calendar';
import type { Case } from '@shared/casework';
import type { HouseholdType, RiskType } from '@shared/casework/codes';
import type { EliminationMode } from '@shared/publicity/codes';
import type { RegisterStatus } from './status';

/**
 * A family on the register of monitored households (domain.md 3.10), under the id of the case by which it was included.
 * One that is included again has a new entry, which names the one before (3.7).
 */
export interface RegisterEntry {
  caseId: string;
  village: string;
  status: RegisterStatus;
  /** Frozen when it was included. Null until a family of before the register has been read once. */
  householdType: HouseholdType | null;
  risks: readonly RiskType[];
  /** Day of the inclusion; a mark that is taken back does not set it anew. */
  identifiedOn: LocalDate;
  /** How often the family has been on the register, this entry among them. */
  entries: number;
  previousCaseId: string | null;
  mode: EliminationMode | null;
  eliminatedOn: LocalDate | null;
  /** Last day on which it is still visited after the mark. */
  observeUntil: LocalDate | null;
  /** When it left the list otherwise: struck off, moved away, gone. */
  closedOn: LocalDate | null;
}

/** What a case writes on the register by itself: its inclusion, and that it was struck off. */
export type Inclusion = Pick<
  RegisterEntry,
  | 'caseId'
  | 'village'
  | 'householdType'
  | 'risks'
  | 'identifiedOn'
  | 'entries'
  | 'previousCaseId'
  | 'closedOn'
>;

/** The entry that an included case makes; null for a case that is not and was not included. Pure, no errors. */
export function inclusionOf(c: Case): Inclusion | null {
  const { announcement, decision, previous } = c;
  if (announcement === null || decision === null) return null;
  return {
    caseId: c.id,
    village: c.village,
    householdType: decision.householdType,
    risks: decision.risks,
    identifiedOn: localDate(announcement.at),
    entries: 1 + (previous?.entries ?? 0),
    previousCaseId: (previous?.entries ?? 0) > 0 ? (previous?.caseId ?? null) : null,
    closedOn: c.removal === null ? null : localDate(c.removal.at),
  };
}
