import type { AppraisalCommand } from './areas/appraisal';
import type { DataCheckCommand } from './areas/data-check';
import type { DecisionCommand } from './areas/decision';
import type { MeasureCommand } from './areas/measures';
import type { PublicityCommand } from './areas/publicity';
import type { RejectionCommand } from './areas/rejection';
import type { SubmissionCommand, SubmitCommand } from './areas/submission';
import type { SupplementCommand } from './areas/supplement';
import type { TriageCommand } from './areas/triage';
import type { VerificationCommand } from './areas/verification';
import type { WithdrawalCommand } from './areas/withdrawal';

/** What somebody asks the case to do, imperative. Ids and times come from outside, so that deciding stays pure. */
export type Command =
  | SubmitCommand
  | SubmissionCommand
  | VerificationCommand
  | DataCheckCommand
  | SupplementCommand
  | TriageCommand
  | AppraisalCommand
  | PublicityCommand
  | DecisionCommand
  | RejectionCommand
  | WithdrawalCommand
  | MeasureCommand;

export type CommandType = Command['type'];
