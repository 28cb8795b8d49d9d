import type { ActionName } from '@shared/casework';
import * as conduct from './conduct';
import * as decision from './decision';
import * as help from './help';
import * as intake from './intake';
import * as objection from './objection';
import type { AskedForm } from './question';
import * as review from './review';
import * as supplement from './supplement';

/** Acts that a few questions are enough for. */
export const ASKED = {
  notAccept: intake.notAccept,
  merge: intake.merge,
  releaseDuplicate: intake.releaseDuplicate,
  transfer: intake.transfer,
  requestAssist: intake.requestAssist,
  declareKinship: intake.declareKinship,
  decideSecondReturn: supplement.decideSecondReturn,
  extendSupplement: supplement.extendSupplement,
  recordReminder: supplement.recordReminder,
  reopen: supplement.reopen,
  openGreenChannel: help.openGreenChannel,
  recordHelpPapers: help.recordHelpPapers,
  deliverRefusal: review.deliverRefusal,
  requestReview: review.requestReview,
  assignReviewers: review.assignReviewers,
  recordReviewFinding: review.recordReviewFinding,
  answerReview: review.answerReview,
  fileObjection: objection.fileObjection,
  recordInvestigation: objection.recordInvestigation,
  answerObjection: objection.answerObjection,
  handUpObjection: objection.handUpObjection,
  tellObjector: objection.tellObjector,
  townReturn: decision.townReturn,
  countyReturn: decision.countyReturn,
  townReject: decision.townReject,
  recallDecision: decision.recallDecision,
  recordSiteCheck: decision.recordSiteCheck,
  reportFalseStatement: conduct.reportFalseStatement,
  hearHousehold: conduct.hearHousehold,
  decideFalseStatement: conduct.decideFalseStatement,
} as const satisfies Partial<Record<ActionName, unknown>>;

export type AskedAct = keyof typeof ASKED;
export const ASKED_ACTS = Object.keys(ASKED) as AskedAct[];

/** One of them without its operation's own type: for the component that draws any. */
export const askedForm = (act: AskedAct): AskedForm => ASKED[act] as unknown as AskedForm;

export * from './question';
