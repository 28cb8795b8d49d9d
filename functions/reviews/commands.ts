import { contract } from '@shared/contract';
import { authorization } from '../runtime/cases/consent';
import { onCase } from '../runtime/cases/on-case';
import { verifiersOf } from './colleagues';

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
export const recordAppraisal = onCase(reviews.recordAppraisal, (input) => ({
  type: 'recordAppraisal',
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
