/** What a family received, and what it may still be entitled to. */
export { MONEY_PAGE } from './pages';
