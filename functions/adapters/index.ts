/** What use cases take from here by themselves: no SDK and no connection; those come with the context of a call. */
export type { PushAnswer } from './cloudbase/push';
export { countyOfId, NO_COUNTY, newId } from './ids';
export { newToken, sha256 } from './keys';
export { failureOf } from './log';
export { byteaArray, intArray, textArray } from './postgres/arrays';
export { type Statement, statement } from './postgres/statement';
export { qrPicture } from './qr';
export * from './sheets';
