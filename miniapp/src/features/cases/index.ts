/** The family's own cases: what other areas show of them, and where their pages are. */
export { CaseRow } from './CaseRow';
export { fetchCase, fetchMyCases, type HouseholdCase, isOwnFamily, type MyCase } from './data';
export { CASE_PAGE, MY_CONSENTS_PAGE, TAKE_OVER_PAGE } from './pages';
