/** Where the pages of this area are, as in routes.ts. */
export const CASE_PAGE = 'packages/cases/pages/case';
export const SENT_PAGE = 'packages/cases/pages/sent';
export const SUPPLEMENT_PAGE = 'packages/cases/pages/supplement';
export const SIGN_PAGE = 'packages/cases/pages/sign';
export const CARD_PAGE = 'packages/cases/pages/card';
