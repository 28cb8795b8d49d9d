import { contract } from '@shared/contract';
import { newId } from '../adapters';
import { staffAnswer } from '../runtime/cases/answers';
import { backInHand } from '../runtime/cases/claims';
import { authorization } from '../runtime/cases/consent';
import { onCase, onThisVersion, perform } from '../runtime/cases/on-case';
import { otherOpenCaseNo } from '../runtime/cases/same-person';
import { reviewersOf, staffOf, verifiersOf } from './colleagues';

/** What staff do on one case. Who may, and when, is in shared/casework; here each operation names its command. */
const { reviews } = contract;

export const accept = onCase(reviews.accept, async (input, ctx, loaded) => ({
  type: 'accept',
  verifiers: await verifiersOf(ctx, loaded, input.verifiers),
}));
export const assignVerifiers = onCase(reviews.assignVerifiers, async (input, ctx, loaded) => ({
  type: 'assignVerifiers',
  verifiers: await verifiersOf(ctx, loaded, input.verifiers),
}));
export const recordAuthorization = onCase(reviews.recordAuthorization, (input, _ctx, loaded) =>
  authorization(loaded, input),
);
export const withdrawConsent = onCase(reviews.withdrawConsent, (input) => ({
  type: 'withdrawConsent',
  ...input,
}));
export const answerReminder = onCase(reviews.answerReminder, (input) => ({
  type: 'answerReminder',
  ...input,
}));
export const recordVerification = onCase(reviews.recordVerification, (input) => ({
  type: 'recordVerification',
  ...input,
}));
export const signVerification = onCase(reviews.signVerification, (input) => ({
  type: 'signVerification',
  ...input,
}));
export const requestDataCheck = onCase(reviews.requestDataCheck, (input) => ({
  type: 'requestDataCheck',
  ...input,
}));
export const answerDataCheck = onCase(reviews.answerDataCheck, (input) => ({
  type: 'answerDataCheck',
  ...input,
}));
export const explainFlag = onCase(reviews.explainFlag, (input) => ({ type: 'explainFlag', ...input }));
export const reviewFlag = onCase(reviews.reviewFlag, (input) => ({ type: 'reviewFlag', ...input }));
export const disputeAnswer = onCase(reviews.disputeAnswer, (input) => ({ type: 'disputeAnswer', ...input }));
export const requestSupplement = onCase(reviews.requestSupplement, (input) => ({
  type: 'requestSupplement',
  ...input,
}));
export const provideSupplement = onCase(reviews.provideSupplement, (input) => ({
  type: 'provideSupplement',
  ...input,
}));
export const triage = onCase(reviews.triage, (input) => ({ type: 'triage', ...input }));
export const confirmRejection = onCase(reviews.confirmRejection, (input) => ({
  type: 'confirmRejection',
  ...input,
}));
export const overturnRejection = onCase(reviews.overturnRejection, (input) => ({
  type: 'overturnRejection',
  ...input,
}));
export const photographBoard = onCase(reviews.photographBoard, (input) => ({
  type: 'photographBoard',
  ...input,
}));
export const townReview = onCase(reviews.townReview, (input) => ({ type: 'townReview', ...input }));
export const countyDecide = onCase(reviews.countyDecide, (input) => ({ type: 'countyDecide', ...input }));
export const confirmWithdrawal = onCase(reviews.confirmWithdrawal, (input) => ({
  type: 'confirmWithdrawal',
  ...input,
}));
export const recordMeasure = onCase(reviews.recordMeasure, (input) => ({ type: 'recordMeasure', ...input }));
export const decideSecondReturn = onCase(reviews.decideSecondReturn, (input) => ({
  type: 'decideSecondReturn',
  ...input,
}));
export const extendSupplement = onCase(reviews.extendSupplement, (input) => ({
  type: 'extendSupplement',
  ...input,
}));
export const recordReminder = onCase(reviews.recordReminder, (input) => ({
  type: 'recordReminder',
  ...input,
}));
export const deliverRefusal = onCase(reviews.deliverRefusal, (input) => ({
  type: 'deliverRefusal',
  ...input,
}));
export const recordReviewFinding = onCase(reviews.recordReviewFinding, (input) => ({
  type: 'recordReviewFinding',
  ...input,
}));
export const answerReview = onCase(reviews.answerReview, (input) => ({ type: 'answerReview', ...input }));
export const recordInvestigation = onCase(reviews.recordInvestigation, (input) => ({
  type: 'recordInvestigation',
  ...input,
}));
export const answerObjection = onCase(reviews.answerObjection, (input) => ({
  type: 'answerObjection',
  ...input,
}));
export const handUpObjection = onCase(reviews.handUpObjection, (input) => ({
  type: 'handUpObjection',
  ...input,
}));
export const tellObjector = onCase(reviews.tellObjector, (input) => ({ type: 'tellObjector', ...input }));
export const townReturn = onCase(reviews.townReturn, (input) => ({ type: 'townReturn', ...input }));
export const countyReturn = onCase(reviews.countyReturn, (input) => ({ type: 'countyReturn', ...input }));
/** Taken back within ten seconds; whoever had the case in hand has it in hand again. */
export const undoDecision = onThisVersion(reviews.undoDecision, async (ctx, loaded) => {
  const after = await perform(ctx, loaded, { type: 'undoDecision' });
  await backInHand(ctx, after, loaded.case.undoable?.at ?? '');
  return staffAnswer(ctx, after);
});
export const recallDecision = onCase(reviews.recallDecision, (input) => ({
  type: 'recallDecision',
  ...input,
}));
export const townReject = onCase(reviews.townReject, (input) => ({ type: 'townReject', ...input }));
export const recordSiteCheck = onCase(reviews.recordSiteCheck, (input) => ({
  type: 'recordSiteCheck',
  ...input,
}));
export const openGreenChannel = onCase(reviews.openGreenChannel, (input) => ({
  type: 'openGreenChannel',
  ...input,
}));
export const recordHelpPapers = onCase(reviews.recordHelpPapers, (input) => ({
  type: 'recordHelpPapers',
  ...input,
}));
export const reportFalseStatement = onCase(reviews.reportFalseStatement, (input) => ({
  type: 'reportFalseStatement',
  ...input,
}));
export const hearHousehold = onCase(reviews.hearHousehold, (input) => ({ type: 'hearHousehold', ...input }));
export const decideFalseStatement = onCase(reviews.decideFalseStatement, (input) => ({
  type: 'decideFalseStatement',
  ...input,
}));
export const assignReviewers = onCase(reviews.assignReviewers, async (input, ctx, loaded) => ({
  type: 'assignReviewers',
  verifiers: await reviewersOf(ctx, loaded, input.verifiers),
}));
export const fileObjection = onCase(reviews.fileObjection, (input, ctx, { county }) => ({
  type: 'fileObjection',
  objectionId: newId(county, ctx.now),
  ...input,
}));
export const declareKinship = onCase(reviews.declareKinship, async (input, ctx, loaded) => ({
  type: 'declareKinship',
  ...input,
  person: input.person === null ? null : await staffOf(ctx, loaded, input.person.personId),
}));
export const reopen = onCase(reviews.reopen, async (_input, ctx, loaded) => ({
  type: 'reopen',
  openCaseNo: await otherOpenCaseNo(ctx, loaded),
}));
export const requestReview = onCase(reviews.requestReview, async (input, ctx, loaded) => ({
  type: 'requestReview',
  ...input,
  openCaseNo: await otherOpenCaseNo(ctx, loaded),
}));
export const releaseDuplicate = onCase(reviews.releaseDuplicate, async (input, ctx, loaded) => ({
  type: 'releaseDuplicate',
  ...input,
  openCaseNo: await otherOpenCaseNo(ctx, loaded),
}));
