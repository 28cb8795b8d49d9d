/** Help of a family on the list: where its pages are, and what every follow-up asks. */
export { HowNow, type Now, nowProblems, toNow } from './HowNow';
export { HELP_LIST_PAGE, HELPING_PAGE, PLAN_PAGE } from './pages';
