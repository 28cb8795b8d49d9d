import { contract } from '@shared/contract';
import { authorization } from '../runtime/cases/consent';
import { onOwnCase } from '../runtime/cases/on-case';
import { otherOpenCaseNo } from '../runtime/cases/same-person';

/** What a family does on its own case after the report. */

export const authorize = onOwnCase(contract.applications.authorize, (input, _ctx, loaded) =>
  authorization(loaded, input),
);

export const supplement = onOwnCase(contract.applications.supplement, (input) => ({
  type: 'provideSupplement',
  ...input,
}));

export const withdraw = onOwnCase(contract.applications.withdraw, (input) => ({
  type: 'requestWithdrawal',
  ...input,
}));

export const withdrawConsent = onOwnCase(contract.applications.withdrawConsent, (input) => ({
  type: 'withdrawConsent',
  ...input,
}));

export const remind = onOwnCase(contract.applications.remind, () => ({ type: 'remind' }));
export const reopen = onOwnCase(contract.applications.reopen, async (_input, ctx, loaded) => ({
  type: 'reopen',
  openCaseNo: await otherOpenCaseNo(ctx, loaded),
}));

export const giveOwnWords = onOwnCase(contract.applications.giveOwnWords, (input) => ({
  type: 'giveOwnWords',
  ...input,
}));

export const requestReview = onOwnCase(contract.applications.requestReview, async (input, ctx, loaded) => ({
  type: 'requestReview',
  ...input,
  openCaseNo: await otherOpenCaseNo(ctx, loaded),
}));
