import type { Actor } from '@shared/access';
import type { Profile } from '@shared/procedure';
import type { z } from '@shared/zod';
import type { Case } from '../case';
import { HEAD_KEY } from '../codes';
import { allAnswered } from '../comparison';
import type { CaseEvent } from '../events';
import { VILLAGE_STAFF } from '../guards';
import type { AuthorizationInput, WithdrawConsentInput } from '../inputs';
import { type Refusal, refuse } from '../refusal';
import type { Actions, Deciders, Evolvers } from '../rules';
import { openSupplementItems } from '../supplements';
import { supplementEvents } from './supplement';

/** What was agreed to under one signature: which text, its digest with everything filled in, and the bank apart. */
export interface ConsentGiven {
  textVersion: string;
  /** The name as it stood under the text. */
  name: string;
  /** Null where the bank is not a question of its own. */
  bank: boolean | null;
  /** SHA-256 of the lines that `signedLines` gives for these, in hex. */
  digest: string;
}

/** Consent before comparison, one purpose each, withdrawn at any time (domain.md 4.10 and 6.7). */
export type AuthorizationCommand =
  | ({ type: 'recordAuthorization'; consent?: ConsentGiven } & Pick<
      z.infer<typeof AuthorizationInput>,
      'memberKey' | 'method' | 'signatureId'
    >)
  | ({ type: 'withdrawConsent' } & z.infer<typeof WithdrawConsentInput>);

export type AuthorizationEvent =
  | {
      type: 'AuthorizationSigned';
      data: { memberKey: string; method: string; signatureId: string | null; consent?: ConsentGiven };
    }
  | { type: 'ConsentWithdrawn'; data: z.infer<typeof WithdrawConsentInput> };

export const authorizationActions: Actions<AuthorizationCommand> = {
  recordAuthorization: {
    states: ['ACCEPTED', 'VERIFYING', 'DATA_CHECK', 'SUPPLEMENT'],
    roles: ['HOUSEHOLD', 'GRID', ...VILLAGE_STAFF, 'SIGNER'],
  },
  // Later as well: whoever is on the list may still say that nothing more is to be asked about her.
  withdrawConsent: {
    states: [
      'ACCEPTED',
      'VERIFYING',
      'DATA_CHECK',
      'SUPPLEMENT',
      'TRIAGE',
      'PROPOSE_REJECT',
      'APPRAISAL',
      'PUBLICITY',
      'TOWN_REVIEW',
      'COUNTY_DECISION',
      'ANNOUNCED',
      'INCLUDED',
    ],
    roles: ['HOUSEHOLD', 'GRID', ...VILLAGE_STAFF, 'SIGNER'],
    guard: (c) => (Object.keys(c.authorizations).length === 0 ? refuse('GUARD', 'NOTHING_SIGNED') : null),
  },
};

export const authorizationDeciders: Deciders<AuthorizationCommand> = {
  recordAuthorization(c, { memberKey, method, signatureId, consent }, actor, { signing }) {
    const known = memberKey === HEAD_KEY || c.members.some((m) => m.key === memberKey);
    if (!known) return refuse('INPUT', 'UNKNOWN_MEMBER', {}, 'memberKey');
    const held = othersSignature(actor, memberKey, signing);
    if (held !== null) return held;
    if (c.authorizations[memberKey]) return refuse('INPUT', 'ALREADY_AUTHORIZED', {}, 'memberKey');
    const events: CaseEvent[] = [
      {
        type: 'AuthorizationSigned',
        data: { memberKey, method, signatureId, ...(consent !== undefined && { consent }) },
      },
    ];
    // A signature that was asked back for is thereby given: nobody has to hand it in twice.
    const asked = openSupplementItems(c).find((i) => i.kind === 'SIGNATURE' && i.memberKey === memberKey);
    if (c.state !== 'SUPPLEMENT' || asked === undefined) return events;
    const answers = [
      {
        key: asked.key,
        attachmentIds: signatureId === null ? [] : [signatureId],
        text: '',
        askForHelp: false,
      },
    ];
    return [...events, ...supplementEvents(c, answers)];
  },

  withdrawConsent(c, { type: _, ...withdrawal }, actor, { signing }) {
    const { memberKey, what } = withdrawal;
    const held = othersSignature(actor, memberKey, signing);
    if (held !== null) return held;
    const signed = c.authorizations[memberKey];
    if (signed === undefined || (what === 'BANK' && signed.consent?.bank !== true))
      return refuse('INPUT', 'NOTHING_SIGNED', {}, 'memberKey');
    // Signed on the own phone, taken back on the own phone (or before a cadre): not by whoever reported.
    if (actor.role === 'HOUSEHOLD' && signed.by.role === 'SIGNER' && signed.by.personId !== actor.personId)
      return refuse('INPUT', 'CONSENT_NOT_YOURS', {}, 'memberKey');
    const events: CaseEvent[] = [{ type: 'ConsentWithdrawn', data: withdrawal }];
    const left = checkWithout(c.dataCheck, memberKey, what);
    if (left === null || left.completedAt !== null || !allAnswered(left)) return events;
    const completed: CaseEvent = { type: 'DataCheckCompleted', data: {} };
    return [...events, c.state === 'DATA_CHECK' ? { ...completed, to: 'TRIAGE' } : completed];
  },
};

/** Whoever came by a signing link signs under the one name that the link was made for. */
function othersSignature(actor: Actor, memberKey: string, signing: string | undefined): Refusal | null {
  return actor.role === 'SIGNER' && memberKey !== signing ? refuse('HIDDEN', 'NOT_FOUND') : null;
}

/**
 * About whom the bank may be asked: those of `memberKeys` who said yes to it themselves, or all of them where the
 * county makes it a part of the whole (ux.md 13.2).
 */
export function bankConsents(c: Case, memberKeys: readonly string[], profile: Profile): string[] {
  return asksBank(profile)
    ? memberKeys.filter((key) => c.authorizations[key]?.consent?.bank === true)
    : [...memberKeys];
}

/** Whether bank deposits are a question of their own. */
export const asksBank = (profile: Profile): boolean => profile.bankConsent !== 'CONDITION';

type DataCheck = NonNullable<Case['dataCheck']>;

/**
 * The running comparison once somebody has taken her consent back: nobody is asked about her any more; with nobody
 * left there is no comparison. What was answered before stays, and one that is over stays as it is.
 */
function checkWithout(check: DataCheck | null, memberKey: string, what: 'ALL' | 'BANK'): DataCheck | null {
  if (check === null || check.completedAt !== null) return check;
  const memberKeys = what === 'ALL' ? check.memberKeys.filter((key) => key !== memberKey) : check.memberKeys;
  if (memberKeys.length === 0) return null;
  const bankKeys = check.bankKeys.filter((key) => key !== memberKey);
  const bankAnswered = check.answers.some(({ department }) => department === 'BANK');
  const departments =
    bankKeys.length > 0 || bankAnswered ? check.departments : check.departments.filter((d) => d !== 'BANK');
  return departments.length === 0 ? null : { ...check, memberKeys, bankKeys, departments };
}

export const authorizationEvolvers: Evolvers<AuthorizationEvent> = {
  AuthorizationSigned: (c, { data: { memberKey, method, signatureId, consent }, actor, at }) => ({
    ...c,
    authorizations: {
      ...c.authorizations,
      [memberKey]: { method, signatureId, at, by: actor, consent: consent ?? null },
    },
  }),
  ConsentWithdrawn(c, { data: { memberKey, what }, at }) {
    const { [memberKey]: signed, ...others } = c.authorizations;
    const kept =
      what === 'BANK' && signed?.consent
        ? { ...others, [memberKey]: { ...signed, consent: { ...signed.consent, bank: false } } }
        : others;
    return {
      ...c,
      authorizations: kept,
      consentsWithdrawn: [...c.consentsWithdrawn, { memberKey, what, at }],
      dataCheck: checkWithout(c.dataCheck, memberKey, what),
    };
  },
};
