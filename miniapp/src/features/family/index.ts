/** What is held about a family: where its pages are, and opening a paper. */
export {
  AFTERWARDS_PAGE,
  CERTIFICATES_PAGE,
  CHANGES_PAGE,
  FACTS_PAGE,
  LOOKS_PAGE,
  OUR_HELP_PAGE,
} from './pages';
export { usePaper } from './usePaper';
