/** Where the pages of this area are, as in routes.ts. */
/** Families whose helper the reader is, and one of them; both work without a network. */
export const HELPING_PAGE = 'packages/help/pages/helping';
export const HELPED_PAGE = 'packages/help/pages/helped';
export const VISIT_PAGE = 'packages/help/pages/visit';
/** Families on the list with their help, or what was handed to a department. */
export const HELP_LIST_PAGE = 'packages/help/pages/list';
/** The help of one family, as its offices see it. */
export const PLAN_PAGE = 'packages/help/pages/plan';
/** One act: a helper, a plan, a measure, a step. */
export const HELP_ACT_PAGE = 'packages/help/pages/act';
