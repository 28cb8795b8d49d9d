import type { CaseState } from './codes';

/**
 * Why a command was refused. `kind` says which lock held: HIDDEN (the caller may not know the case), ROLE (knows it,
 * may not do this), STATE (not now), GUARD (now, but something is missing), INPUT (what was sent does not fit).
 * `code` keys the Chinese sentence in shared/messages; `params` fill it; `field` points at the input.
 */
export interface Refusal {
  kind: 'HIDDEN' | 'ROLE' | 'STATE' | 'GUARD' | 'INPUT';
  code: RefusalCode;
  params: Record<string, string | number>;
  field?: string;
}

export type RefusalCode =
  | 'NOT_FOUND'
  | 'ROLE_MAY_NOT'
  | 'WRONG_STATE'
  | 'DUPLICATE_OPEN_CASE'
  | 'NOT_A_VERIFIER'
  | 'VERIFICATION_NOT_RECORDED'
  | 'ALREADY_SIGNED'
  | 'SAME_PERSON_TWO_LEVELS'
  | 'DATA_CHECK_ALREADY_REQUESTED'
  | 'DATA_CHECK_NOT_REQUESTED'
  | 'PUBLICITY_ALREADY_POSTED'
  | 'PUBLICITY_NOT_POSTED'
  | 'PUBLICITY_NOT_OVER'
  | 'END_PHOTO_TOO_EARLY'
  | 'END_PHOTO_ALREADY_TAKEN'
  | 'WITHDRAWAL_PENDING'
  | 'NO_WITHDRAWAL'
  | 'VERIFIERS_MUST_DIFFER'
  | 'PARTY_CANNOT_VERIFY'
  | 'VISIT_DATE_OUT_OF_RANGE'
  | 'HEAD_MISSING'
  | 'MEMBER_KEYS_REPEAT'
  | 'SHEET_MEMBERS_DIFFER'
  | 'SHEET_WINDOW_WRONG'
  | 'UNKNOWN_MEMBER'
  | 'ALREADY_AUTHORIZED'
  | 'AUTHORIZATION_MISSING'
  | 'BANK_CONSENT_MISSING'
  | 'NOTHING_SIGNED'
  | 'CONSENT_NOT_YOURS'
  | 'REMIND_TOO_EARLY'
  | 'REMINDED_TODAY'
  | 'NO_REMINDER'
  | 'ALREADY_RATED'
  | 'RATING_OVER'
  | 'MINOR_CANNOT_BE_QUERIED'
  | 'DEPARTMENT_NOT_ASKED'
  | 'PERSON_NOT_ASKED'
  | 'DEPARTMENT_ANSWERED'
  | 'NOT_YOUR_DEPARTMENT'
  | 'NOBODY_TO_COMPARE'
  | 'NO_SUCH_FLAG'
  | 'EXEMPTION_NOT_ALLOWED'
  | 'EXEMPTION_NEEDS_PHOTO'
  | 'REFUSAL_NEEDS_NOTE'
  | 'ALREADY_DISPUTED'
  | 'TYPE_AND_RISKS_NEEDED'
  | 'REASON_NEEDED'
  | 'QUORUM'
  | 'ATTENDEES_ODD'
  | 'TOO_FEW_VILLAGERS'
  | 'VOTES_DO_NOT_ADD_UP'
  | 'RECUSED_NOT_PRESENT'
  | 'ATTENDEE_REPEATS'
  | 'MEETING_TIME_OUT_OF_RANGE'
  | 'UNKNOWN_SUPPLEMENT_ITEM'
  | 'EMPTY_SUPPLEMENT_ANSWER'
  | 'SUPPLEMENT_ITEM_KEYS_REPEAT'
  | 'SECOND_RETURN_NEEDS_REASON'
  | 'MEASURE_IN_FUTURE';

export function refuse(
  kind: Refusal['kind'],
  code: RefusalCode,
  params: Refusal['params'] = {},
  field?: string,
): Refusal {
  return field === undefined ? { kind, code, params } : { kind, code, params, field };
}

export function wrongState(state: CaseState): Refusal {
  return refuse('STATE', 'WRONG_STATE', { state });
}
