import { AuthorizationInput, Id, WithdrawConsentInput, words } from '@shared/casework';
import { z } from '@shared/zod';
import { operation } from './operation';

const Token = z.string().min(1).max(100);

/** What somebody signed: enough to show years later what stood above the name. */
export const SignedConsent = z.object({
  id: z.string(),
  name: z.string(),
  caseNo: z.string(),
  at: z.string(),
  textVersion: z.string(),
  /** The lines that were signed; their SHA-256 is `digest`. */
  lines: z.array(z.string()),
  digest: z.string(),
  /** Null where the bank is not a question of its own. */
  bank: z.boolean().nullable(),
  /** Taken back altogether, since when. */
  withdrawnOn: z.string().nullable(),
});
export type SignedConsent = z.infer<typeof SignedConsent>;

/** A link as whoever opened it may see it: nothing of the case, and no name before he has shown who he is. */
export const SigningView = z.object({
  step: z.enum(['PROVE', 'SIGN', 'SIGNED']),
  /** What shows who he is: the last four of his ID number, or his name where the number is not known. */
  ask: z.enum(['ID_TAIL', 'NAME']),
  triesLeft: z.number(),
  expiresAt: z.string(),
  name: z.string().nullable(),
  textVersion: z.string(),
  asksBank: z.boolean(),
  signed: SignedConsent.nullable(),
});
export type SigningView = z.infer<typeof SigningView>;

const answer = z.object({ signing: SigningView });
const byLink = { callers: 'PERSON', output: answer, errors: ['forbidden', 'conflict'] } as const;

export const consents = {
  send: operation('consents.send', {
    summary: 'A link by which one adult of the family signs on the own phone; an older one of hers ends.',
    callers: 'PERSON',
    input: z.object({ caseId: Id, memberKey: Id }),
    output: z.object({ token: z.string(), expiresAt: z.string() }),
    errors: ['not_found', 'conflict'],
    rate: { limit: 30, seconds: 3600 },
  }),
  open: operation('consents.open', {
    summary: 'What a signing link asks of whoever opened it.',
    input: z.object({ token: Token }),
    rate: { limit: 60, seconds: 3600 },
    ...byLink,
  }),
  prove: operation('consents.prove', {
    summary: 'Show who one is; a right answer binds the link to this account, five wrong ones end it.',
    input: z.object({ token: Token, answer: words(40) }),
    rate: { limit: 20, seconds: 3600 },
    ...byLink,
  }),
  sign: operation('consents.sign', {
    summary: 'Sign the consent of a link, once.',
    input: z.object({
      token: Token,
      signatureId: Id,
      bank: AuthorizationInput.shape.bank,
      textVersion: AuthorizationInput.shape.textVersion,
    }),
    rate: { limit: 20, seconds: 3600 },
    ...byLink,
  }),
  mine: operation('consents.mine', {
    summary: 'Everything that the caller signed by a link, newest first.',
    callers: 'PERSON',
    input: z.object({}),
    output: z.object({ consents: z.array(SignedConsent) }),
  }),
  revoke: operation('consents.revoke', {
    summary: 'Take back what was signed by a link: from now on nobody is asked about the signer.',
    callers: 'PERSON',
    input: z.object({ consentId: Id, what: WithdrawConsentInput.shape.what }),
    output: z.object({ consent: SignedConsent }),
    errors: ['not_found', 'conflict'],
  }),
};
