/** Where the pages of this area are, as in routes.ts. */
export const NOTICE_PAGE = 'packages/notices/pages/notice';
/** The own row is wrong, or should go. */
export const ROW_PAGE = 'packages/notices/pages/row';
export const OBJECT_PAGE = 'packages/notices/pages/object';
export const ANSWER_PAGE = 'packages/notices/pages/answer';
export const CHECK_NOTICE_PAGE = 'packages/notices/pages/check';
export const PAST_NOTICES_PAGE = 'packages/notices/pages/past';
