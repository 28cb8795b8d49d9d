import { contract } from '@shared/contract';
import { signedConsent } from '../runtime/cases/consent';
import { getCase } from '../runtime/cases/on-case';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';

/** What one adult of the family signed, also after it was taken back. */
export const consent = handle(contract.applications.consent, async (ctx, { caseId, memberKey }) => {
  const found = signedConsent(await getCase(ctx, caseId, 'PARTY'), memberKey, null);
  if (found === null) throw new Failure('not_found', 'NOT_FOUND');
  return { consent: found };
});
