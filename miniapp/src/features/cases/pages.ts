/** Where the pages of this area are, as in routes.ts. */
export const CASE_PAGE = 'packages/cases/pages/case';
export const SENT_PAGE = 'packages/cases/pages/sent';
export const SUPPLEMENT_PAGE = 'packages/cases/pages/supplement';
export const SIGN_PAGE = 'packages/cases/pages/sign';
export const SEND_LINK_PAGE = 'packages/cases/pages/send';
export const LINK_PAGE = 'packages/cases/pages/link';
export const SIGNED_PAGE = 'packages/cases/pages/signed';
export const MY_CONSENTS_PAGE = 'packages/cases/pages/consents';
export const RATE_PAGE = 'packages/cases/pages/rate';
export const SUMS_PAGE = 'packages/cases/pages/sums';
export const ASK_AGAIN_PAGE = 'packages/cases/pages/again';
export const OWN_WORDS_PAGE = 'packages/cases/pages/own-words';
export const TAKE_OVER_PAGE = 'packages/cases/pages/take-over';
export const GIVE_CODE_PAGE = 'packages/cases/pages/give-code';
