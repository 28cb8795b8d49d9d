import type { Step } from './steps';

/** Where the pages of this area are, as in routes.ts. */
export const pageOf = (step: Step) => `packages/apply/pages/${step}`;
export const SAVED_PAGE = 'packages/apply/pages/saved';
export const RECEIPT_PAGE = 'packages/apply/pages/receipt';
