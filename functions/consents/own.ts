import type { SignedConsent } from '@shared/contract';
import { contract } from '@shared/contract';
import { countyOfId } from '../adapters';
import { perform } from '../runtime/cases/on-case';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { consentOf, loadOf } from './link';
import * as sql from './links.sql';

/** Everything that the caller signed by a link, newest first. */
export const mine = handle(contract.consents.mine, async (ctx) => {
  const links = await ctx.db.rows(sql.findOwnLinks, [ctx.caller.personId]);
  const consents: SignedConsent[] = [];
  for (const link of links) {
    const loaded = await loadOf(ctx, link);
    const consent = loaded && consentOf(loaded, link);
    if (consent) consents.push(consent);
  }
  return { consents };
});

/** Takes back what was signed by a link. */
export const revoke = handle(contract.consents.revoke, async (ctx, { consentId, what }) => {
  const county = countyOfId(consentId);
  const link = county && (await ctx.db.first(sql.takeOwnLink, [county, consentId, ctx.caller.personId]));
  const loaded = link ? await loadOf(ctx, link) : null;
  if (!link || loaded === null) throw new Failure('not_found', 'NOT_FOUND');
  const signer = loaded.case.authorizations[link.member_key]?.by;
  // Signed anew since, on paper or on another phone: that is another signature.
  if (signer?.personId !== ctx.caller.personId) throw new Failure('conflict', 'NOTHING_SIGNED');
  const after = await ctx.db.within(link.village, () =>
    perform({ ...ctx, scopes: [], signing: link.member_key }, loaded, {
      type: 'withdrawConsent',
      memberKey: link.member_key,
      what,
      reason: '',
    }),
  );
  const consent = consentOf(after, link);
  if (consent === null) throw new Failure('not_found', 'NOT_FOUND');
  return { consent };
});
