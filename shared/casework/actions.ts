import { type Actor, type Caller, type Role, rolesOn } from '@shared/access';
import { type Instant, localDate } from '@shared/calendar';
import type { Profile } from '@shared/procedure';
import type { Case } from './case';
import type { CaseState } from './codes';
import type { CommandType } from './commands';
import { type Refusal, refuse, wrongState } from './refusal';

export type ActionName = Exclude<CommandType, 'submit'>;

interface ActionRule {
  states: readonly CaseState[];
  roles: readonly Role[];
  /** What else must hold, whatever is sent along. Null when nothing stands in the way. */
  guard?: Guard;
}

type Guard = (c: Case, actor: Actor, context: GuardContext) => Refusal | null;

interface GuardContext {
  profile: Profile;
  now: Instant;
}

const VILLAGE_STAFF = ['VILLAGE', 'TASKFORCE'] as const satisfies readonly Role[];

const OPEN_BEFORE_DECISION = [
  'SUBMITTED',
  'ACCEPTED',
  'SUPPLEMENT',
  'VERIFYING',
  'DATA_CHECK',
  'TRIAGE',
  'PROPOSE_REJECT',
  'APPRAISAL',
  'PUBLICITY',
  'TOWN_REVIEW',
  'COUNTY_DECISION',
] as const satisfies readonly CaseState[];

/**
 * Who may do what in which state (domain.md 1.4 and 3.1). The screens draw their buttons from this table and `decide`
 * enforces it; there is no second copy.
 */
export const ACTIONS: Record<ActionName, ActionRule> = {
  accept: { states: ['SUBMITTED'], roles: VILLAGE_STAFF },
  assignVerifiers: { states: ['VERIFYING'], roles: ['VILLAGE'] },
  recordAuthorization: {
    states: ['ACCEPTED', 'VERIFYING', 'DATA_CHECK', 'SUPPLEMENT'],
    roles: ['HOUSEHOLD', 'GRID', ...VILLAGE_STAFF],
  },
  recordVerification: { states: ['VERIFYING'], roles: VILLAGE_STAFF, guard: isVerifier },
  signVerification: {
    states: ['VERIFYING'],
    roles: VILLAGE_STAFF,
    guard: (c, actor) =>
      signsAlone('VILLAGE')(c, actor) ??
      isVerifier(c, actor) ??
      (c.verification === null ? refuse('GUARD', 'VERIFICATION_NOT_RECORDED') : null) ??
      (c.verification?.signatures.some((s) => s.actor.personId === actor.personId)
        ? refuse('GUARD', 'ALREADY_SIGNED')
        : null),
  },
  requestDataCheck: {
    states: ['VERIFYING', 'DATA_CHECK'],
    roles: ['COUNTY_CLERK'],
    guard: (c) =>
      (c.verification === null ? refuse('GUARD', 'VERIFICATION_NOT_RECORDED') : null) ??
      (c.dataCheck !== null ? refuse('GUARD', 'DATA_CHECK_ALREADY_REQUESTED') : null),
  },
  answerDataCheck: {
    states: ['VERIFYING', 'DATA_CHECK'],
    roles: ['COUNTY_CLERK', 'DEPT'],
    guard: (c) =>
      c.dataCheck === null || c.dataCheck.completedAt !== null
        ? refuse('GUARD', 'DATA_CHECK_NOT_REQUESTED')
        : null,
  },
  requestSupplement: {
    states: ['VERIFYING', 'DATA_CHECK', 'TRIAGE'],
    roles: [...VILLAGE_STAFF, 'TOWN_CLERK'],
    guard: noPendingWithdrawal,
  },
  provideSupplement: { states: ['SUPPLEMENT'], roles: ['HOUSEHOLD', 'PROXY', 'GRID', ...VILLAGE_STAFF] },
  triage: { states: ['TRIAGE'], roles: VILLAGE_STAFF, guard: signsAlone('VILLAGE') },
  confirmRejection: {
    states: ['PROPOSE_REJECT'],
    roles: ['TOWN_LEADER'],
    guard: both(signsAlone('TOWN'), noPendingWithdrawal),
  },
  overturnRejection: {
    states: ['PROPOSE_REJECT'],
    roles: ['TOWN_LEADER'],
    guard: both(signsAlone('TOWN'), noPendingWithdrawal),
  },
  recordAppraisal: { states: ['APPRAISAL'], roles: VILLAGE_STAFF, guard: signsAlone('VILLAGE') },
  postPublicity: {
    states: ['PUBLICITY'],
    roles: ['VILLAGE'],
    guard: (c) =>
      (c.publicity === null ? null : refuse('GUARD', 'PUBLICITY_ALREADY_POSTED')) ?? noPendingWithdrawal(c),
  },
  photographBoard: {
    states: ['PUBLICITY', 'TOWN_REVIEW'],
    roles: ['GRID', ...VILLAGE_STAFF],
    guard: (c, _actor, { now }) => {
      if (c.publicity === null) return refuse('GUARD', 'PUBLICITY_NOT_POSTED');
      if (c.publicity.endPhotoId !== null) return refuse('GUARD', 'END_PHOTO_ALREADY_TAKEN');
      return localDate(now) < c.publicity.lastDay
        ? refuse('GUARD', 'END_PHOTO_TOO_EARLY', { lastDay: c.publicity.lastDay })
        : null;
    },
  },
  closePublicity: {
    states: ['PUBLICITY'],
    roles: ['SYSTEM'],
    guard: (c, _actor, { now }) => {
      if (c.publicity === null) return refuse('GUARD', 'PUBLICITY_NOT_POSTED');
      return localDate(now) > c.publicity.lastDay
        ? null
        : refuse('GUARD', 'PUBLICITY_NOT_OVER', { lastDay: c.publicity.lastDay });
    },
  },
  townReview: {
    states: ['TOWN_REVIEW'],
    roles: ['TOWN_LEADER'],
    guard: both(signsAlone('TOWN'), noPendingWithdrawal),
  },
  countyDecide: {
    states: ['COUNTY_DECISION'],
    roles: ['COUNTY_LEADER'],
    guard: both(signsAlone('COUNTY'), noPendingWithdrawal),
  },
  announce: { states: ['ANNOUNCED'], roles: ['TOWN_CLERK', 'TOWN_LEADER'] },
  requestWithdrawal: { states: OPEN_BEFORE_DECISION, roles: ['HOUSEHOLD'], guard: noPendingWithdrawal },
  confirmWithdrawal: {
    states: OPEN_BEFORE_DECISION,
    roles: [...VILLAGE_STAFF, 'TOWN_CLERK'],
    guard: (c) => (c.withdrawal === null ? refuse('GUARD', 'NO_WITHDRAWAL') : null),
  },
  recordMeasure: {
    states: [...OPEN_BEFORE_DECISION, 'ANNOUNCED', 'INCLUDED'],
    roles: [...VILLAGE_STAFF, 'HELPER', 'TOWN_CLERK', 'COUNTY_CLERK'],
  },
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
export function mayRead(c: Pick<Case, 'village' | 'parties'>, caller: Caller): boolean {
  return rolesOn(c, caller).some((role) => READERS.includes(role));
}

export type Permit = { ok: true; actor: Actor } | { ok: false; refusal: Refusal };

/**
 * The lock before every command: may this caller do this to this case now? Refusals come in the order HIDDEN, ROLE,
 * STATE, GUARD, so that nobody learns of a case that is not theirs to know.
 */
export function permit(c: Case, caller: Caller, action: ActionName, context: GuardContext): Permit {
  const roles = rolesOn(c, caller);
  const rule = ACTIONS[action];
  const role = rule.roles.find((r) => roles.includes(r));
  if (role === undefined) {
    const known = mayRead(c, caller);
    return { ok: false, refusal: known ? refuse('ROLE', 'ROLE_MAY_NOT') : refuse('HIDDEN', 'NOT_FOUND') };
  }
  if (!rule.states.includes(c.state)) return { ok: false, refusal: wrongState(c.state) };
  const actor: Actor = { personId: caller.personId, name: caller.name, role };
  const held = rule.guard?.(c, actor, context) ?? null;
  return held === null ? { ok: true, actor } : { ok: false, refusal: held };
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
  return ACTION_NAMES.flatMap((action): AllowedAction[] => {
    const permitted = permit(c, caller, action, context);
    if (permitted.ok) return [{ action, as: permitted.actor.role, enabled: true }];
    if (permitted.refusal.kind !== 'GUARD') return [];
    const roles = rolesOn(c, caller);
    const as = ACTIONS[action].roles.find((r) => roles.includes(r));
    return as === undefined ? [] : [{ action, as, enabled: false, refusal: permitted.refusal }];
  });
}

function isVerifier(c: Case, actor: Actor): Refusal | null {
  return c.verifiers.some((v) => v.personId === actor.personId)
    ? null
    : refuse('GUARD', 'NOT_A_VERIFIER', { names: c.verifiers.map((v) => v.name).join('、') });
}

/** A wish to withdraw is cleared up with the family first: nothing is put up or decided about it meanwhile. */
function noPendingWithdrawal(c: Case): Refusal | null {
  return c.withdrawal === null ? null : refuse('GUARD', 'WITHDRAWAL_PENDING');
}

type SigningLevel = Case['signers'][number]['level'];

const NEXT_TO: Record<SigningLevel, readonly SigningLevel[]> = {
  VILLAGE: ['TOWN'],
  TOWN: ['VILLAGE', 'COUNTY'],
  COUNTY: ['TOWN'],
};

/**
 * Separation of duties: nobody signs two consecutive levels of one case (domain.md 1.4), in either order: a refusal
 * that the township sends back to the appraisal is not appraised by whoever sent it.
 */
function signsAlone(level: SigningLevel) {
  return (c: Case, actor: Actor): Refusal | null =>
    c.signers.some((s) => s.personId === actor.personId && NEXT_TO[level].includes(s.level))
      ? refuse('GUARD', 'SAME_PERSON_TWO_LEVELS')
      : null;
}

function both(first: Guard, second: Guard): Guard {
  return (c, actor, context) => first(c, actor, context) ?? second(c, actor, context);
}
