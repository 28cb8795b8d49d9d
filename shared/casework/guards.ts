import { type Actor, answerFor, type Role } from '@shared/access';
import type { Case } from './case';
import type { CaseState } from './codes';
import { type Refusal, refuse } from './refusal';
import type { Guard } from './rules';

export const VILLAGE_STAFF = ['VILLAGE', 'TASKFORCE'] as const satisfies readonly Role[];

export const OPEN_BEFORE_DECISION = [
  'SUBMITTED',
  'ACCEPTED',
  'SUPPLEMENT',
  'VERIFYING',
  'DATA_CHECK',
  'TRIAGE',
  'PROPOSE_REJECT',
  'APPRAISAL',
  'PUBLICITY',
  'OBJECTION',
  'TOWN_REVIEW',
  'COUNTY_DECISION',
] as const satisfies readonly CaseState[];

/** A wish to withdraw is cleared up with the family first: nothing is put up or decided about it meanwhile. */
export function noPendingWithdrawal(c: Case): Refusal | null {
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
 * that the township sends back to the appraisal is not appraised by whoever sent it. Who acts in somebody's stead and who
 * lent the role have both signed.
 */
export function signsAlone(level: SigningLevel) {
  return (c: Case, actor: Actor): Refusal | null =>
    c.signers.some((s) => answerFor(actor).includes(s.personId) && NEXT_TO[level].includes(s.level))
      ? refuse('GUARD', 'SAME_PERSON_TWO_LEVELS')
      : null;
}

export function both(first: Guard, second: Guard): Guard {
  return (c, actor, context) => first(c, actor, context) ?? second(c, actor, context);
}
