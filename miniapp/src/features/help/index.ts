/** Help of a family on the list: where its pages are. */
export { OUR_HELP_PAGE } from './pages';
