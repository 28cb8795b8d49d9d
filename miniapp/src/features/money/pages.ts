/** Where the pages of this area are, as in routes.ts. */
export const MONEY_PAGE = 'packages/money/pages/money';
export const DISPUTE_PAGE = 'packages/money/pages/dispute';
export const POLICY_PAGE = 'packages/money/pages/policy';
export const NOT_PAGE = 'packages/money/pages/not';
