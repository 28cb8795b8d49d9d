/** What ties a printed notice to the one that was posted: a code to compare by eye, and one that a camera reads. */

/** The page on which a printed code opens, as in the mini-program's routes. */
export const CHECK_NOTICE_PAGE = 'packages/notices/pages/check';

const CODE_DIGITS = 8;
const SEALED_DIGITS = 16;

/** First digits of a notice's digest (hex) in two groups, the same on paper and on the phone: 「1a2b 3c4d」. */
export function checkCode(digest: string): string {
  const code = digest.slice(0, CODE_DIGITS);
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}

/** What the token of a printed code seals: the notice, and as what it was printed, so that an older version is told apart. */
export function printedAs(noticeId: string, digest: string): string {
  return `${noticeId}_${digest.slice(0, SEALED_DIGITS)}`;
}

/** The same read again; null for the token of another kind of paper. */
export function readPrinted(sealed: string): { noticeId: string; digest: string } | null {
  const [, noticeId = '', digest = ''] = /^(\d{6}-[0-9a-f]{32})_([0-9a-f]{16})$/.exec(sealed) ?? [];
  return noticeId === '' ? null : { noticeId, digest };
}

/** Where a printed code leads: `path` below the site's address, the token in `t`. */
export const checkNoticePath = (token: string): string => `/#/${CHECK_NOTICE_PAGE}?t=${token}`;
