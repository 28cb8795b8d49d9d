import type { Actor } from '@shared/access';
import { permit } from './actions';
import { appraisalDeciders } from './areas/appraisal';
import { assetFlagDeciders } from './areas/asset-flags';
import { authorizationDeciders } from './areas/authorization';
import { conductDeciders } from './areas/conduct';
import { correctionDeciders } from './areas/correction';
import { dataCheckDeciders } from './areas/data-check';
import { decisionDeciders } from './areas/decision';
import { greenChannelDeciders } from './areas/green-channel';
import { handoverDeciders, takeOver } from './areas/handover';
import { intakeDeciders } from './areas/intake';
import { measureDeciders } from './areas/measures';
import { objectionDeciders } from './areas/objection';
import { publicityDeciders } from './areas/publicity';
import { ratingDeciders } from './areas/rating';
import { rejectionDeciders } from './areas/rejection';
import { reminderDeciders } from './areas/reminder';
import { reviewDeciders } from './areas/review';
import { submissionDeciders, submit } from './areas/submission';
import { supplementDeciders } from './areas/supplement';
import { triageDeciders } from './areas/triage';
import { verificationDeciders } from './areas/verification';
import { withdrawalDeciders } from './areas/withdrawal';
import type { Case } from './case';
import { declaresKinship } from './codes';
import type { Command } from './commands';
import { type Refusal, refuse } from './refusal';
import type { CaseCommand, DecideContext, Deciders, Decision, Outcome } from './rules';

/** One decider a command; an area of the procedure brings its own. The compiler asks for what is missing. */
const DECIDERS: Deciders<CaseCommand> = {
  ...submissionDeciders,
  ...verificationDeciders,
  ...authorizationDeciders,
  ...dataCheckDeciders,
  ...assetFlagDeciders,
  ...supplementDeciders,
  ...triageDeciders,
  ...appraisalDeciders,
  ...publicityDeciders,
  ...decisionDeciders,
  ...rejectionDeciders,
  ...correctionDeciders,
  ...withdrawalDeciders,
  ...handoverDeciders,
  ...measureDeciders,
  ...reminderDeciders,
  ...ratingDeciders,
  ...conductDeciders,
  ...greenChannelDeciders,
  ...intakeDeciders,
  ...objectionDeciders,
  ...reviewDeciders,
};

/**
 * The heart of the procedure: takes a case (null for `submit`), a command, who asks, when and under which profile;
 * gives the events that happened and the role in which they were done, or a refusal. Pure: same arguments, same answer.
 * `allowedActions` and `decide` share one lock (`permit`), so that they cannot disagree.
 */
export function decide(c: Case | null, command: Command, context: DecideContext): Decision {
  if (command.type === 'submit')
    return c === null ? submit(command, context) : refused(refuse('STATE', 'WRONG_STATE'));
  if (c === null) return refused(refuse('HIDDEN', 'NOT_FOUND'));
  if (command.type === 'takeOver') return takeOver(c, context);
  const permitted = permit(c, context.caller, command.type, context);
  if (!permitted.ok) return refused(permitted.refusal);
  const { kinshipDeclared, ...bare } = command;
  const declares = declaresKinship(command.type);
  if (declares && kinshipDeclared !== true)
    return refused(refuse('INPUT', 'KINSHIP_NOT_DECLARED', {}, 'kinshipDeclared'));
  const perform = DECIDERS[command.type] as Decider;
  const outcome = perform(c, bare as CaseCommand, permitted.actor, context);
  if (!Array.isArray(outcome)) return refused(outcome);
  // What follows from a signature of itself is not signed once more.
  const [signed, ...rest] = outcome;
  const events = declares && signed ? [{ ...signed, kinshipDeclared: true as const }, ...rest] : outcome;
  return { ok: true, actor: permitted.actor, events };
}

type Decider = (c: Case, command: CaseCommand, actor: Actor, context: DecideContext) => Outcome;

function refused(refusal: Refusal): Decision {
  return { ok: false, refusal };
}
