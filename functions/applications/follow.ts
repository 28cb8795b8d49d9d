import { contract } from '@shared/contract';
import { onOwnCase } from '../runtime/cases/on-case';

/** What a family does on its own case after the report. */

export const authorize = onOwnCase(contract.applications.authorize, (input) => ({
  type: 'recordAuthorization',
  ...input,
}));

export const supplement = onOwnCase(contract.applications.supplement, (input) => ({
  type: 'provideSupplement',
  ...input,
}));

export const withdraw = onOwnCase(contract.applications.withdraw, (input) => ({
  type: 'requestWithdrawal',
  ...input,
}));
