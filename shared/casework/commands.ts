import type { AppraisalCommand } from './areas/appraisal';
import type { AssetFlagCommand } from './areas/asset-flags';
import type { AuthorizationCommand } from './areas/authorization';
import type { ConductCommand } from './areas/conduct';
import type { CorrectionCommand } from './areas/correction';
import type { DataCheckCommand } from './areas/data-check';
import type { DecisionCommand } from './areas/decision';
import type { GreenChannelCommand } from './areas/green-channel';
import type { HandoverCommand, TakeOverCommand } from './areas/handover';
import type { IntakeCommand } from './areas/intake';
import type { MeasureCommand } from './areas/measures';
import type { ObjectionCommand } from './areas/objection';
import type { PublicityCommand } from './areas/publicity';
import type { RatingCommand } from './areas/rating';
import type { RejectionCommand } from './areas/rejection';
import type { ReminderCommand } from './areas/reminder';
import type { ReviewCommand } from './areas/review';
import type { SubmissionCommand, SubmitCommand } from './areas/submission';
import type { SupplementCommand } from './areas/supplement';
import type { TriageCommand } from './areas/triage';
import type { VerificationCommand } from './areas/verification';
import type { WithdrawalCommand } from './areas/withdrawal';

type Asked =
  | SubmitCommand
  | SubmissionCommand
  | VerificationCommand
  | AuthorizationCommand
  | DataCheckCommand
  | AssetFlagCommand
  | SupplementCommand
  | TriageCommand
  | AppraisalCommand
  | PublicityCommand
  | DecisionCommand
  | RejectionCommand
  | CorrectionCommand
  | WithdrawalCommand
  | HandoverCommand
  | TakeOverCommand
  | MeasureCommand
  | ReminderCommand
  | RatingCommand
  | ConductCommand
  | GreenChannelCommand
  | IntakeCommand
  | ObjectionCommand
  | ReviewCommand;

/** What somebody asks the case to do, imperative. Ids and times come from outside, so that deciding stays pure. */
export type Command = Asked & {
  /** For `KINSHIP_ACTS`: whoever signs says that the family is no kin. Who says nothing has not said it. */
  kinshipDeclared?: boolean;
};

export type CommandType = Command['type'];
