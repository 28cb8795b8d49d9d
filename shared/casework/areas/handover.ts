import type { Instant } from '@shared/calendar';
import type { z } from '@shared/zod';
import type { Case } from '../case';
import { OPEN_BEFORE_DECISION, VILLAGE_STAFF } from '../guards';
import type { HandCodeInput, IdentityProof } from '../inputs';
import { type Refusal, refuse, wrongState } from '../refusal';
import type { Actions, DecideContext, Deciders, Decision, Evolvers } from '../rules';

/**
 * A family takes over what another reported for it, and says that it is so (domain.md 3.1 and 4.10). Until then the
 * proxy follows the case; afterwards he sees nothing of it (domain.md 1.1), and is never its handler either.
 */
export type HandoverCommand =
  /** A one-time code for the family; the code itself is nobody's business but hers. */
  | { type: 'offerTakeOver'; until: Instant }
  /** The same by a cadre, to somebody of the family who stands before him: the proxy cannot be found, or will not. */
  | ({ type: 'handTakeOverCode'; until: Instant } & z.infer<typeof HandCodeInput>)
  | { type: 'confirmReport' };

/** Not among the others: whoever takes over is no party yet. The code and the head's ID number were proven before. */
export interface TakeOverCommand {
  type: 'takeOver';
}

export type HandoverEvent =
  | {
      type: 'TakeOverOffered';
      data: { until: Instant; checked?: { who: string; proof: IdentityProof } };
    }
  | { type: 'ReportTakenOver'; data: { personId: string } }
  | { type: 'ReportConfirmed'; data: Record<string, never> };

/** Who reported for a family that is not his own, and still follows its case. */
export const proxyOf = (c: Pick<Case, 'parties'>) => partiesOf(c).find((party) => party.as === 'PROXY');

/** Who follows the case today: a proxy whose family took over does not. */
export const partiesOf = ({ parties }: Pick<Case, 'parties'>) =>
  parties.filter(({ endedAt }) => endedAt === undefined);

const waitsForFamily = (c: Case): Refusal | null =>
  proxyOf(c) === undefined ? refuse('GUARD', 'ALREADY_TAKEN_OVER') : null;

export const handoverActions: Actions<HandoverCommand> = {
  offerTakeOver: {
    states: OPEN_BEFORE_DECISION,
    roles: ['PROXY'],
    guard: waitsForFamily,
  },
  // Nobody looks for it where a family reported for itself.
  handTakeOverCode: {
    states: OPEN_BEFORE_DECISION,
    roles: VILLAGE_STAFF,
    guard: (c) => (proxyOf(c) === undefined ? wrongState(c.state) : null),
  },
  confirmReport: {
    states: OPEN_BEFORE_DECISION,
    roles: ['HOUSEHOLD'],
    guard: (c) =>
      c.handover === null || c.handover.confirmedAt !== null ? refuse('GUARD', 'NOTHING_TO_CONFIRM') : null,
  },
};

export const handoverDeciders: Deciders<HandoverCommand> = {
  offerTakeOver: (_c, { until }) => [{ type: 'TakeOverOffered', data: { until } }],
  handTakeOverCode: (_c, { until, who, proof }) => [
    { type: 'TakeOverOffered', data: { until, checked: { who, proof } } },
  ],
  confirmReport: () => [{ type: 'ReportConfirmed', data: {} }],
};

/** Lets a person who proved to be of the family become a party to its case. */
export function takeOver(c: Case, { caller }: DecideContext): Decision {
  const refused = (refusal: Refusal): Decision => ({ ok: false, refusal });
  if (caller.kind !== 'PERSON') return refused(refuse('ROLE', 'ROLE_MAY_NOT'));
  if (c.parties.some(({ personId }) => personId === caller.personId))
    return refused(refuse('GUARD', 'PROXY_TAKES_NOT_OVER'));
  const held = waitsForFamily(c);
  if (held !== null) return refused(held);
  return {
    ok: true,
    actor: { personId: caller.personId, name: caller.name, role: 'HOUSEHOLD' },
    events: [{ type: 'ReportTakenOver', data: { personId: caller.personId } }],
  };
}

export const handoverEvolvers: Evolvers<HandoverEvent> = {
  TakeOverOffered: (c) => c,
  ReportTakenOver: (c, { data: { personId }, at }) => ({
    ...c,
    handover: { takenAt: at, confirmedAt: null },
    parties: [
      ...c.parties.map((party) => (party.as === 'PROXY' ? { ...party, endedAt: at } : party)),
      { personId, as: 'HOUSEHOLD' },
    ],
  }),
  ReportConfirmed: (c, { at }) =>
    c.handover === null ? c : { ...c, handover: { ...c.handover, confirmedAt: at } },
};
