import type { z } from '@shared/zod';
import { noPendingWithdrawal, OPEN_BEFORE_DECISION, VILLAGE_STAFF } from '../guards';
import type { ConfirmWithdrawalInput, WithdrawalInput } from '../inputs';
import { refuse } from '../refusal';
import type { Actions, Deciders, Evolvers } from '../rules';

export type WithdrawalCommand =
  | ({ type: 'requestWithdrawal' } & z.infer<typeof WithdrawalInput>)
  | ({ type: 'confirmWithdrawal' } & z.infer<typeof ConfirmWithdrawalInput>);

export type WithdrawalEvent =
  | { type: 'WithdrawalRequested'; data: { reason: string } }
  | { type: 'WithdrawalDeclined'; data: { note: string } }
  | { type: 'CaseWithdrawn'; data: { by: 'VISIT' | 'PHONE'; note: string } };

export const withdrawalActions: Actions<WithdrawalCommand> = {
  requestWithdrawal: { states: OPEN_BEFORE_DECISION, roles: ['HOUSEHOLD'], guard: noPendingWithdrawal },
  confirmWithdrawal: {
    states: OPEN_BEFORE_DECISION,
    roles: [...VILLAGE_STAFF, 'TOWN_CLERK'],
    guard: (c) => (c.withdrawal === null ? refuse('GUARD', 'NO_WITHDRAWAL') : null),
  },
};

export const withdrawalDeciders: Deciders<WithdrawalCommand> = {
  requestWithdrawal: (_c, { reason }) => [{ type: 'WithdrawalRequested', data: { reason } }],
  confirmWithdrawal: (_c, { voluntary, by, note }) =>
    voluntary
      ? [{ type: 'CaseWithdrawn', to: 'WITHDRAWN', data: { by, note } }]
      : [{ type: 'WithdrawalDeclined', data: { note } }],
};

export const withdrawalEvolvers: Evolvers<WithdrawalEvent> = {
  WithdrawalRequested: (c, { data, at }) => ({
    ...c,
    withdrawal: { reason: data.reason, requestedAt: at, confirmedAt: null },
  }),
  WithdrawalDeclined: (c) => ({ ...c, withdrawal: null }),
  CaseWithdrawn: (c, { at }) => ({
    ...c,
    closedAt: at,
    withdrawal: c.withdrawal === null ? null : { ...c.withdrawal, confirmedAt: at },
  }),
};
