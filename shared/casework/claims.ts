import type { ActionName } from './rules';

/**
 * What a colleague of the same office leaves alone while somebody else has the case in hand: the acts that decide. A
 * second signature, a photo, a paper that a family brings in is taken by whoever stands there.
 */
export const HELD_ACTIONS: ReadonlySet<ActionName> = new Set<ActionName>([
  'accept',
  'notAccept',
  'assignVerifiers',
  'requestDataCheck',
  'answerDataCheck',
  'requestSupplement',
  'triage',
  'confirmRejection',
  'overturnRejection',
  'townReview',
  'townReturn',
  'townReject',
  'countyDecide',
  'countyReturn',
  'merge',
  'releaseDuplicate',
  'transfer',
  'assignReviewers',
  'answerReview',
  'answerObjection',
  'confirmWithdrawal',
  'decideFalseStatement',
]);
