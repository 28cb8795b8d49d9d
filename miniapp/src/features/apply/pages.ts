import type { Step } from './steps';

/** Where the pages of this area are, as in routes.ts. */
export const APPLY_PAGES = 'packages/apply/pages/';
export const pageOf = (step: Step) => `${APPLY_PAGES}${step}`;
export const AGAIN_PAGE = `${APPLY_PAGES}again`;
export const SAVED_PAGE = `${APPLY_PAGES}saved`;
export const RECEIPT_PAGE = `${APPLY_PAGES}receipt`;
