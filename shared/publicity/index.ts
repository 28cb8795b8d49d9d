/** What the public may see: a notice built from a whitelist, its forms per audience, and the scan before it goes up. */
export { isInIt, type KnownFamily, type SpokenOf } from './apart';
export { type Audience, audienceView, countsOf, type NoticeView } from './audience';
export { canonicalText } from './canonical';
export { checkCode, checkNoticePath, printedAs, readPrinted } from './check';
export {
  type EliminationMode,
  NOTICE_KINDS,
  type NoticeKind,
} from './codes';
export { composeNotice, type NoticeDraft, noticeText } from './compose';
export { noticeWindow } from './days';
export { hangs, hangsUntil, type RowDays } from './hanging';
export { type ContentOf, type EntryOf, NoticeContent, type NoticeEntry, rulesOf } from './kinds';
export type { Publisher } from './kinds/kind';
export { publicMeasure } from './kinds/measures';
export { type Announced, loudspeakerText } from './loudspeaker';
export { type Fault, faultsOf, type Mend, mendContent, withoutFindings } from './mend';
export { A_HOUSEHOLD, publicName, sameGroup } from './minors';
export { type Finding, type NoticeFinding, scanNotice, scanSensitive } from './scan';
export { changesBetween, type RowChange } from './versions';
