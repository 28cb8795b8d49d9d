import {
  type Actor,
  answerFor,
  type Caller,
  type CaseStanding,
  type Role,
  type Standing,
  standingsOn,
} from '@shared/access';
import { appraisalActions } from './areas/appraisal';
import { assetFlagActions } from './areas/asset-flags';
import { authorizationActions } from './areas/authorization';
import { conductActions } from './areas/conduct';
import { correctionActions } from './areas/correction';
import { dataCheckActions } from './areas/data-check';
import { decisionActions } from './areas/decision';
import { greenChannelActions } from './areas/green-channel';
import { handoverActions } from './areas/handover';
import { intakeActions } from './areas/intake';
import { measureActions } from './areas/measures';
import { objectionActions } from './areas/objection';
import { publicityActions } from './areas/publicity';
import { ratingActions } from './areas/rating';
import { rejectionActions } from './areas/rejection';
import { reminderActions } from './areas/reminder';
import { reviewActions } from './areas/review';
import { submissionActions } from './areas/submission';
import { supplementActions } from './areas/supplement';
import { triageActions } from './areas/triage';
import { verificationActions } from './areas/verification';
import { withdrawalActions } from './areas/withdrawal';
import type { Case } from './case';
import { VILLAGE_STAFF } from './guards';
import { type Refusal, refuse, wrongState } from './refusal';
import type { ActionName, ActionRule, GuardContext } from './rules';

/**
 * Who may do what in which state (domain.md 1.4 and 3.1). The screens draw their buttons from this table and `decide`
 * enforces it; there is no second copy.
 */
export const ACTIONS: Record<ActionName, ActionRule> = {
  ...submissionActions,
  ...verificationActions,
  ...authorizationActions,
  ...dataCheckActions,
  ...assetFlagActions,
  ...supplementActions,
  ...triageActions,
  ...appraisalActions,
  ...publicityActions,
  ...decisionActions,
  ...rejectionActions,
  ...correctionActions,
  ...withdrawalActions,
  ...handoverActions,
  ...measureActions,
  ...reminderActions,
  ...ratingActions,
  ...conductActions,
  ...greenChannelActions,
  ...intakeActions,
  ...objectionActions,
  ...reviewActions,
};

export const ACTION_NAMES = Object.keys(ACTIONS) as ActionName[];

/** Staff roles that may open a case at all. DEPT, SUPERVISOR, HELPER and SYSADMIN read through views of their own. */
const READERS: readonly Role[] = [
  'HOUSEHOLD',
  'PROXY',
  'GRID',
  ...VILLAGE_STAFF,
  'TOWN_CLERK',
  'TOWN_LEADER',
  'COUNTY_CLERK',
  'COUNTY_LEADER',
  'SYSTEM',
];

/** Says whether this caller may know that the case exists (domain.md 1.1: what each role may see). */
export function mayRead(c: CaseStanding, caller: Caller): boolean {
  return reads(standingsOn(c, caller));
}

const reads = (standings: readonly Standing[]) => standings.some(({ role }) => READERS.includes(role));

/** What a relative of the family does not do: look, judge, decide (domain.md 1.1, 回避). */
const JUDGING: ReadonlySet<ActionName> = new Set<ActionName>([
  'accept',
  'notAccept',
  'recordVerification',
  'signVerification',
  'triage',
  'recordAppraisal',
  'confirmRejection',
  'overturnRejection',
  'townReview',
  'townReturn',
  'townReject',
  'recordSiteCheck',
  'countyDecide',
  'countyReturn',
  'recallDecision',
  'assignReviewers',
  'recordReviewFinding',
  'answerReview',
  'recordInvestigation',
  'answerObjection',
  'tellObjector',
  'decideSecondReturn',
  'hearHousehold',
  'decideFalseStatement',
  // Says who is of the family: not for one of the family to say.
  'handTakeOverCode',
]);

function standsBack(c: Case, actor: Actor, action: ActionName): Refusal | null {
  return JUDGING.has(action) && c.kin.some((k) => answerFor(actor).includes(k.personId))
    ? refuse('GUARD', 'KIN_MUST_STEP_BACK')
    : null;
}

/** What waits while a false statement is looked into: everything that carries the case on (domain.md 3.3). */
const STOPPED: ReadonlySet<ActionName> = new Set<ActionName>([
  'signVerification',
  'triage',
  'confirmRejection',
  'overturnRejection',
  'recordAppraisal',
  'postPublicity',
  'requestSupplement',
  'decideSecondReturn',
  'townReview',
  'townReturn',
  'townReject',
  'countyDecide',
  'countyReturn',
  'announce',
]);

function isStopped(c: Case, action: ActionName): Refusal | null {
  return c.falseStatement !== null && STOPPED.has(action) ? refuse('GUARD', 'FALSE_STATEMENT_PENDING') : null;
}

export type Permit = { ok: true; actor: Actor } | { ok: false; refusal: Refusal };

/**
 * The lock before every command: may this caller do this to this case now? Refusals come in the order HIDDEN, ROLE,
 * STATE, GUARD, so that nobody learns of a case that is not theirs to know.
 */
export function permit(c: Case, caller: Caller, action: ActionName, context: GuardContext): Permit {
  return permitAs(standingsOn(c, caller), c, caller, action, context);
}

/** The same for a caller whose standings to the case are known. */
function permitAs(
  own: readonly Standing[],
  c: Case,
  caller: Caller,
  action: ActionName,
  context: GuardContext,
): Permit {
  const rule = ACTIONS[action];
  const candidates = standingsFor(rule, context.signing === undefined ? own : [{ role: 'SIGNER' }]);
  if (candidates.length === 0) {
    const refusal = reads(own) ? refuse('ROLE', 'ROLE_MAY_NOT') : refuse('HIDDEN', 'NOT_FOUND');
    return { ok: false, refusal };
  }
  if (!rule.states.includes(c.state)) return { ok: false, refusal: wrongState(c.state) };
  const held: Refusal[] = [];
  for (const standing of candidates) {
    const actor: Actor = { personId: caller.personId, name: caller.name, ...standing };
    const refusal =
      standsBack(c, actor, action) ?? isStopped(c, action) ?? rule.guard?.(c, actor, context) ?? null;
    if (refusal === null) return { ok: true, actor };
    held.push(refusal);
  }
  return { ok: false, refusal: held[0] ?? refuse('ROLE', 'ROLE_MAY_NOT') };
}

/** The standing in which a command is done: the own one; else whichever lent one nothing stands in the way of. */
function standingsFor(rule: ActionRule, standings: readonly Standing[]): Standing[] {
  if (standings.length === 0) return [];
  const fit = rule.roles.flatMap((role) => standings.filter((standing) => standing.role === role));
  const own = fit.find(({ onBehalfOf }) => onBehalfOf === undefined);
  return own === undefined ? fit : [own];
}

/** An action that the caller's role has in the case's state; `refusal` says why it is off. */
export interface AllowedAction {
  action: ActionName;
  as: Role;
  enabled: boolean;
  refusal?: Refusal;
}

/** What the screens draw: every action that this caller's role has in this state, on, or off with its reason. */
export function allowedActions(c: Case, caller: Caller, context: GuardContext): AllowedAction[] {
  const own = standingsOn(c, caller);
  return ACTION_NAMES.flatMap((action): AllowedAction[] => {
    const permitted = permitAs(own, c, caller, action, context);
    if (permitted.ok) return [{ action, as: permitted.actor.role, enabled: true }];
    if (permitted.refusal.kind !== 'GUARD') return [];
    const as = standingsFor(ACTIONS[action], own)[0]?.role;
    return as === undefined ? [] : [{ action, as, enabled: false, refusal: permitted.refusal }];
  });
}
