import { contract } from '@shared/contract';
import { authorization } from '../runtime/cases/consent';
import { onOwnCase } from '../runtime/cases/on-case';

/** What a family does on its own case after the report. */

export const authorize = onOwnCase(contract.applications.authorize, (input, loaded) =>
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
