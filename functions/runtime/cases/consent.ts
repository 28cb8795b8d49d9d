import { localDate } from '@shared/calendar';
import { asksBank, type Case, type Command, type ConsentGiven } from '@shared/casework';
import { knownMember } from '@shared/casework/members';
import type { SignedConsent } from '@shared/contract';
import { CONSENT, signedLines } from '@shared/messages/consent';
import { formatCaseNo } from '@shared/people';
import { sha256 } from '../../adapters/keys';
import { Failure } from '../failure';
import type { LoadedCase } from './case-store';

interface Said {
  memberKey: string;
  method: 'SCREEN' | 'PAPER' | 'FINGERPRINT';
  signatureId: string | null;
  bank: boolean;
  textVersion: string | null;
}

type RecordAuthorization = Extract<Command, { type: 'recordAuthorization' }>;

/**
 * The command that records a signature, with the text it stands under: its digest is made here, from the words that
 * were on the screen and what filled them in, so that what was signed can be shown for ever.
 * @throws Failure conflict when the text on the screen is not the one in force
 */
export function authorization({ case: c, profile }: LoadedCase, said: Said): RecordAuthorization {
  const { bank, textVersion: shown, ...signature } = said;
  const textVersion = shown ?? CONSENT.version;
  if (textVersion !== CONSENT.version) throw new Failure('conflict', 'CONSENT_TEXT_CHANGED');
  const given = {
    textVersion,
    name: knownMember(c, said.memberKey)?.name ?? '',
    bank: asksBank(profile) ? bank : null,
  };
  const digest = sha256(linesOf(c, given).join('\n')).toString('hex');
  return { type: 'recordAuthorization', ...signature, consent: { ...given, digest } };
}

function linesOf(c: Case, { textVersion, name, bank }: Omit<ConsentGiven, 'digest'>): string[] {
  return signedLines({ version: textVersion, caseNo: formatCaseNo(c.caseNo), name, bank }) ?? [];
}

/**
 * What somebody signed, from the history: still shown after it was taken back. Takes the case, the member and, for a
 * signature by link, the account; null when nothing with a text was signed.
 */
export function signedConsent(
  { case: c, history }: LoadedCase,
  memberKey: string,
  by: string | null,
): SignedConsent | null {
  const event = history
    .filter(
      (one) =>
        one.type === 'AuthorizationSigned' &&
        one.data.memberKey === memberKey &&
        (by === null || one.actor.personId === by),
    )
    .at(-1);
  if (event?.type !== 'AuthorizationSigned' || event.data.consent === undefined) return null;
  const { consent } = event.data;
  const withdrawn = c.consentsWithdrawn.filter((one) => one.memberKey === memberKey && one.at >= event.at);
  const whole = withdrawn.find(({ what }) => what === 'ALL');
  return {
    id: memberKey,
    name: consent.name,
    caseNo: formatCaseNo(c.caseNo),
    at: event.at,
    textVersion: consent.textVersion,
    lines: linesOf(c, consent),
    digest: consent.digest,
    bank: consent.bank && withdrawn.length === 0,
    withdrawnOn: whole === undefined ? null : localDate(whole.at),
  };
}
