/** What every household may read of policies: who may report and how, and all that there is. */
export { POLICIES_PAGE, SHEET_PAGE } from './pages';
export { useAllPolicies } from './queries';
export { usePlace } from './usePlace';
