/** Help of a family on the list: where its pages are, and what a department does of it. */
export { HELP_ACT_PAGE, HELP_LIST_PAGE, HELPING_PAGE, PLAN_PAGE } from './pages';
export { useHandedInOrder } from './queries';
export { handedWords, staffTag } from './staff-words';
