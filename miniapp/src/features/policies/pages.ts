/** Where the pages of this area are, as in routes.ts. */
export const SHEET_PAGE = 'packages/policies/pages/sheet';
export const POLICIES_PAGE = 'packages/policies/pages/list';
