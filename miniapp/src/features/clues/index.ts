export { REPORT_PAGE } from './pages';
