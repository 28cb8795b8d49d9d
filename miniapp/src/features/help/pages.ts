/** Where the pages of this area are, as in routes.ts. */
export const OUR_HELP_PAGE = 'packages/family/pages/help';
