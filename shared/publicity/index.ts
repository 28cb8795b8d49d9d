/** What the public may see: a notice built from a whitelist, its forms per audience, and the scan before it goes up. */
export { type Audience, audienceView, type NoticeView } from './audience';
export { canonicalText } from './canonical';
export { composeNotice, type NoticeDraft, noticeText } from './compose';
export { hangs, hangsUntil, type RowDays } from './hanging';
export { NoticeContent } from './notice';
export { type Finding, type NoticeFinding, scanNotice, scanSensitive } from './scan';
