import { CASE_STATES, type RefusalCode } from '@shared/casework';
import { z } from '@shared/zod';

/** What a door may answer instead of a result, with its HTTP status (architecture.md 5). */
export const ERROR_STATUS = {
  bad_input: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  rate_limited: 429,
  internal: 500,
} as const;
export type ErrorCode = keyof typeof ERROR_STATUS;

/** Why, finer than the code: keys the sentence in shared/messages. */
export type ReasonCode =
  | RefusalCode
  | InputIssueCode
  | 'STALE_VERSION'
  | 'SEARCH_NOT_WHOLE'
  | 'FILTER_NAME_TAKEN'
  | 'FILTERS_FULL'
  | 'HELD_BY_COLLEAGUE'
  | 'CLAIMED_BY'
  | 'NOT_HELD_BY_YOU'
  | 'HELD_BY_YOU'
  | 'NOT_HELD_BY'
  | 'NOT_IN_THIS_OFFICE'
  | 'SIGN_IN_FIRST'
  | 'LINK_INVALID'
  | 'DESK_CODE_GONE'
  | 'NOT_YOURSELF'
  | 'SIGNING_LINK_GONE'
  | 'SIGN_FOR_YOURSELF'
  | 'SHOW_WHO_YOU_ARE'
  | 'CONSENT_TEXT_CHANGED'
  | 'STAFF_ONLY'
  | 'NO_SUCH_OPERATION'
  | 'BODY_TOO_LARGE'
  | 'BODY_NOT_JSON'
  | 'REQUEST_ID_MISSING'
  | 'REQUEST_ID_REUSED'
  | 'TOO_MANY_CALLS'
  | 'ATTACHMENT_UNKNOWN'
  | 'ATTACHMENT_NOT_UPLOADED'
  | 'ATTACHMENT_WRONG_TYPE'
  | 'ATTACHMENT_TOO_LARGE'
  | 'ATTACHMENT_BROKEN'
  | 'VOICE_WRONG_TYPE'
  | 'VOICE_TOO_LONG'
  | 'NOT_A_COLLEAGUE'
  | 'NO_OPEN_CASE'
  | 'PERSON_UNKNOWN'
  | 'NOT_YOURS_TO_GIVE'
  | 'DELEGATION_IN_THE_PAST'
  | 'DELEGATION_TOO_LONG'
  | 'NOT_OF_THIS_OFFICE'
  | 'DELEGATED_ALREADY'
  | 'TAKE_OVER_NOT_PROVEN'
  | 'PHONE_NOT_TOLD'
  | 'STAFF_PROOF_OVER'
  | 'STAFF_PHONE_UNKNOWN'
  | 'STAFF_PHONE_TAKEN'
  | 'STAFF_OTHER_PHONE'
  | 'STAFF_ADMIN_APART'
  | 'STAFF_OWN_ENTRY'
  | 'STAFF_NOT_SERVING'
  | 'STAFF_NOT_LEFT'
  | 'STAFF_PHONE_GIVEN'
  | 'ID_PHOTOS_OFF'
  | 'ID_PHOTO_UNREADABLE'
  | 'VILLAGE_UNKNOWN'
  | 'VILLAGE_CODE_INVALID'
  | 'MEETING_CASE_CHANGED'
  | 'NOTICE_HAS_FINDINGS'
  | 'NOTICE_EMPTY'
  | 'NOTICE_REMINDED'
  | 'OBJECTION_ELSEWHERE'
  | 'OBJECTION_ANSWERED'
  | 'POSTER_CANNOT_HANDLE'
  | 'NOTHING_TO_REMIND'
  | 'NO_MEASURES'
  | 'NOTICE_ENDED'
  | 'NOTICE_OUT_OF_DATE'
  | SheetReason
  | 'FAMILY_ONLY'
  | 'ALREADY_REQUESTED'
  | 'ALREADY_ANSWERED'
  | 'NOT_ON_LIST'
  | 'ALREADY_SAID_AGAIN'
  | 'CARD_CHANGED'
  | 'CARD_SIGNED'
  | 'NO_CARD'
  | 'LINK_OVER'
  | 'CERTIFICATE_OVER'
  | 'CERTIFICATE_UNKNOWN'
  | 'NO_SUCH_PAPER'
  | 'NOBODY_TO_LIST'
  | 'ID_NUMBERS_MISSING'
  | 'LIST_NOT_APPROVED'
  | 'LIST_NOT_WAITING'
  | 'SECOND_PERSON_NEEDED'
  | 'IMPORT_NOT_DONE'
  | 'LEDGER_TOO_LONG'
  | 'LEDGER_NOT_READY'
  | 'CLUE_ANSWERED'
  | 'CLUE_CASE_OPEN'
  | 'PROBLEM_STATE'
  | 'PROBLEM_NOT_YOURS'
  | 'PROBLEM_OWN_WORK'
  | 'PROBLEM_DAY_PAST'
  | 'PROBLEM_CASE_UNKNOWN'
  | 'CHECK_NOBODY'
  | 'CHECK_WITHDRAWN'
  | 'CHECK_BEGUN'
  | 'CHECK_NOT_LONGER'
  | 'CHECK_ALL_CLOSED'
  | 'CHECK_CLOSED'
  | 'CHECK_DUE_MISSING'
  | 'CHECK_OVER_DUE'
  | 'CHECK_NOT_THAT_DAY'
  | 'CHECK_NOT_REPORTED'
  | 'CHECK_SAME_HAND'
  | 'NOTICE_CORRECTED'
  | 'ROW_NOT_YOURS'
  | 'ROW_DOWN'
  | 'ROW_ASKED'
  | 'ROW_HIDDEN'
  | 'ROW_NOT_FROZEN'
  | 'ROW_NOT_CORRECTED'
  | 'ROW_OBJECTION_FIRST'
  | 'ROW_DECIDED'
  | 'BOARD_PHOTO_TAKEN'
  | 'PHOTO_TOO_OLD'
  | 'TASK_DONE'
  | 'TASK_GREW'
  | 'PROFILE_FAULTY'
  | 'PROFILE_UNCHANGED'
  | 'PROFILE_MOVED'
  | 'PROFILE_WAITING'
  | 'PROFILE_CLOSED'
  | 'PROFILE_OWN'
  | 'POLICY_OVERLAP'
  | 'POLICY_EXPIRED'
  | 'POLICY_INVALID'
  | 'POLICY_TWICE'
  | 'POLICY_UNKNOWN_CODE'
  | 'PROFILE_DAY_PAST'
  | 'PROFILE_DAY_EARLY'
  | 'STORY_NOT_CLOSED'
  | 'STORY_NOT_PLAYABLE'
  | 'QUERY_CODE_UNKNOWN'
  | 'TOO_MANY_OBJECTIONS'
  | 'BAD_QUERY_CODE'
  | 'CHANGE_IN_FUTURE'
  | 'CHANGE_BEFORE_KNOWN'
  | 'CHANGE_WHO'
  | 'CHANGE_WHO_GONE'
  | 'CHANGE_WHO_HERE'
  | 'CHANGE_NOT_ALL'
  | 'CHANGE_EVIDENCE'
  | 'CHANGE_ID_KNOWN'
  | 'CHANGE_TOLD_ALREADY'
  | 'HOUSEHOLD_LEFT'
  | 'FACT_OF_WHOM'
  | 'FACT_DAYS'
  | 'FACT_OTHER'
  | 'FACT_OVER'
  | 'CHANGE_OVER'
  | 'CHANGE_RESTED_ON'
  | 'RISK_NOT_ADDED'
  | 'RISK_FOUND_AGAIN'
  | 'RISK_HAS_MEASURE'
  | 'FACT_SAME'
  | 'FOLLOW_UP_IN_FUTURE'
  | 'QUARTER_NOT_BEGUN'
  | 'QUARTER_BEFORE_LIST'
  | 'QUARTER_CONFIRMED'
  | 'NEXT_HAND'
  | 'TRY_AGAIN'
  | 'INTERNAL';

/** Why a table from a file is refused as a whole (functions/adapters/sheets). */
export type SheetReason =
  | 'SHEET_EMPTY'
  | 'SHEET_TOO_LARGE'
  | 'SHEET_TOO_MANY_ROWS'
  | 'SHEET_UNREADABLE'
  | 'SHEET_OLD_OR_LOCKED'
  | 'SHEET_ENCODING'
  | 'SHEET_COLUMNS_MISSING'
  | 'SHEET_COLUMN_TWICE'
  | 'SHEET_MERGED';

/** Faults of a single field, as the input schemas name them. */
export type InputIssueCode =
  | 'REQUIRED'
  | 'REIMBURSED_OVER_PAID'
  | 'WRONG_CODE'
  | 'WINDOW_NOT_12_MONTHS'
  | 'NEW_RISK_MISSING'
  | 'SIGNATURE_MISSING'
  | 'INVALID'
  | 'TOO_LONG'
  | 'TOO_MANY'
  | 'TOO_SMALL'
  | 'IDENTITY_NOT_CHECKED'
  | 'CONTROL_CHARS'
  | 'BAD_DATE'
  | 'DAYS_MISSING'
  | 'DAYS_REVERSED'
  | 'DAYS_TOO_MANY'
  | 'CHECK_TOO_LONG'
  | 'BAD_VILLAGE'
  | 'TWO_VERIFIERS'
  | 'NAME_EMPTY'
  | 'NAME_TOO_LONG'
  | 'NAME_DIGITS'
  | 'NAME_EMOJI'
  | 'NAME_CHARS'
  | 'ID_LENGTH'
  | 'ID_CHARS'
  | 'ID_CHECKSUM'
  | 'ID_DATE'
  | 'PHONE_LENGTH'
  | 'PHONE_CHARS'
  | 'PHONE_PREFIX';

export const FieldIssue = z.object({
  /** Dotted path of the field in the input. */
  field: z.string(),
  reason: z.string(),
  /** What the person reads: what we saw, what it should be, what to do. */
  message: z.string(),
});
export type FieldIssue = z.infer<typeof FieldIssue>;

export const ErrorBody = z.object({
  error: z.object({
    code: z.enum(Object.keys(ERROR_STATUS) as [ErrorCode, ...ErrorCode[]]),
    reason: z.string(),
    message: z.string(),
    issues: z.array(FieldIssue).optional(),
    /** 409: where the case stands now and what may be done with it. */
    current: z
      .object({ state: z.enum(CASE_STATES), version: z.number(), allowed: z.array(z.string()) })
      .optional(),
    /** 429: seconds to wait. */
    retryAfter: z.number().optional(),
    traceId: z.string(),
  }),
});
export type ErrorBody = z.infer<typeof ErrorBody>;
