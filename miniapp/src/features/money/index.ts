/** What a family received, and what it may still be entitled to. */
export { DISPUTE_PAGE, MONEY_PAGE, POLICY_PAGE } from './pages';
