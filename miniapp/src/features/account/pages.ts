/** Where the pages of this area are, as in routes.ts. */
export const SIGN_IN_PAGE = 'packages/account/pages/signin';
/** Where a scanned code of a desk leads. */
export const CONFIRM_DESK_PAGE = 'packages/account/pages/confirm-desk';
/** Where the person is signed in. */
export const SESSIONS_PAGE = 'packages/account/pages/sessions';
export const FIND_VILLAGE_PAGE = 'packages/account/pages/find-village';
export const SETTINGS_PAGE = 'packages/account/pages/settings';
/** The staff's first page. */
export const DESK_PAGE = 'packages/review/pages/queue';
export const STAFF_CASE_PAGE = 'packages/review/pages/case';
/** Errands to families that no message reaches. */
export const TASKS_PAGE = 'packages/review/pages/tasks';
/** What departments and cadres said of people who may be at risk. */
export const FOLLOWS_PAGE = 'packages/followups/pages/list';
export const CLUES_PAGE = 'packages/clues/pages/clues';
/** What families say of lines of their money. */
export const TICKETS_PAGE = 'packages/tickets/pages/tickets';
export const ENTRY_PAGE = 'packages/register/pages/entry';
export const AFTERWARDS_PAGE = 'packages/family/pages/afterwards';
export const OUR_HELP_PAGE = 'packages/family/pages/help';
export const PRIVACY_PAGE = 'packages/account/pages/privacy';

/** The national hotline against falling back into poverty: for whoever has no village yet. */
export const HOTLINE = '12317';
export const ANSWER_PAGE = 'packages/notices/pages/answer';
export const NOTICE_PAGE = 'packages/notices/pages/notice';
/** Wishes of people about their rows of a notice. */
export const ROWS_PAGE = 'packages/publicity/pages/rows';
