/** Where the pages of the procedure are, as in routes.ts. */
export { RULES_PAGE } from '@miniapp/features/staff';

export const EDIT_PAGE = 'packages/settings/pages/edit';
export const PROPOSAL_PAGE = 'packages/settings/pages/proposal';
