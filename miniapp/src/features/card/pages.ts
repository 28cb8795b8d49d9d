/** Where the pages of this area are, as in routes.ts. */
export const CARD_PAGE = 'packages/card/pages/card';
/** What the family said of its lines, and the answers. */
export const SAID_PAGE = 'packages/card/pages/said';
/** Which line is wrong. */
export const PICK_PAGE = 'packages/card/pages/pick';
export const SIGN_CARD_PAGE = 'packages/card/pages/sign';
