/** The village's notices, as other areas show them. */
export { fetchNotices, NoticeRow } from './NoticeRow';
export { NOTICE_PAGE, PAST_NOTICES_PAGE } from './pages';
