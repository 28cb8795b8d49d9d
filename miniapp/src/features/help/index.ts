/** Help of a family on the list: where its pages are. */
export { HELP_ACT_PAGE, HELP_LIST_PAGE, HELPING_PAGE, PLAN_PAGE } from './pages';
