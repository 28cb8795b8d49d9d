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
  | 'ALREADY_TAKEN_OVER'
  | 'PROXY_TAKES_NOT_OVER'
  | 'NOTHING_TO_CONFIRM'
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
  | 'MEASURE_IN_FUTURE'
  | 'SECOND_RETURN_PENDING'
  | 'NO_SECOND_RETURN'
  | 'OWN_SECOND_RETURN'
  | 'SUPPLEMENT_ALREADY_EXTENDED'
  | 'SUPPLEMENT_NOT_OVER'
  | 'NOBODY_REMINDED'
  | 'REOPEN_TOO_LATE'
  | 'DEPARTMENT_HAS_ANSWERED'
  | 'REFUSAL_ALREADY_DELIVERED'
  | 'REVIEWED_ALREADY'
  | 'REVIEW_TOO_LATE'
  | 'NOT_A_REVIEWER'
  | 'REVIEW_NOT_VERIFIED'
  | 'REVIEWER_CANNOT_ANSWER'
  | 'REVIEWER_LOOKED_BEFORE'
  | 'NOT_VERIFIED_YET'
  | 'DATE_OUT_OF_RANGE'
  | 'OBJECTION_TOO_LATE'
  | 'VERIFIER_CANNOT_HANDLE'
  | 'TOWN_HANDLES_OBJECTION'
  | 'UNKNOWN_OBJECTION'
  | 'NOT_INVESTIGATED'
  | 'FACTS_CHANGE_ONLY_WHEN_UPHELD'
  | 'GREEN_CHANNEL_ALREADY_OPEN'
  | 'NO_HELP_WITHOUT_PAPERS'
  | 'DUPLICATE_TO_MERGE'
  | 'NO_DUPLICATE'
  | 'SAME_CASE'
  | 'SAME_VILLAGE'
  | 'NO_RECENT_REFUSAL'
  | 'UNKNOWN_ASSIST'
  | 'KIN_MUST_STEP_BACK'
  | 'KIN_OF_OTHERS_BY_TOWN'
  | 'KINSHIP_KNOWN'
  | 'FALSE_STATEMENT_PENDING'
  | 'NO_FALSE_STATEMENT'
  | 'HEARD_ALREADY'
  | 'HOUSEHOLD_NOT_HEARD'
  | 'OWN_ACCUSATION';

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
