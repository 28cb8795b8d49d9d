/** Where the pages of this area are, as in routes.ts. */
export const ACT_PAGE = 'packages/register/pages/act';
