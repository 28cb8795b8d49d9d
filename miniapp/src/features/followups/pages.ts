/** Where the pages of the follow-up are, as in routes.ts. */
export const QUARTER_PAGE = 'packages/followups/pages/quarter';
export const SHEET_PAGE = 'packages/followups/pages/sheet';
export const RECORD_PAGE = 'packages/followups/pages/record';
export const CHANGE_PAGE = 'packages/followups/pages/change';
/** What was written down by mistake: a coming, a going, a new risk. */
export const TAKE_BACK_PAGE = 'packages/followups/pages/take-back';
/** One change of what is known of a family. */
export const FACT_PAGE = 'packages/followups/pages/fact';
