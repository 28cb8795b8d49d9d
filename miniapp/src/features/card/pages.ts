/** Where the pages of this area are, as in routes.ts. */
export const CARD_PAGE = 'packages/card/pages/card';
export const SIGN_CARD_PAGE = 'packages/card/pages/sign';
