/** Where the pages of this area are, as in routes.ts. */
export const FACTS_PAGE = 'packages/family/pages/facts';
/** Who helps, with what, and what came of it. */
export const OUR_HELP_PAGE = 'packages/family/pages/help';
export const AFTERWARDS_PAGE = 'packages/family/pages/afterwards';
export const WRONG_PAGE = 'packages/family/pages/wrong';
export const LOOKS_PAGE = 'packages/family/pages/looks';
export const CERTIFICATES_PAGE = 'packages/family/pages/certificates';
export const CHANGES_PAGE = 'packages/family/pages/changes';
