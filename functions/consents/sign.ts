import { contract } from '@shared/contract';
import { authorization } from '../runtime/cases/consent';
import { perform } from '../runtime/cases/on-case';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { isMember, takeLink, viewOf } from './link';
import * as sql from './links.sql';

/** What a link asks of whoever opened it. */
export const open = handle(contract.consents.open, async (ctx, { token }) => ({
  signing: viewOf(ctx, await takeLink(ctx, token)),
}));

/**
 * Shows who somebody is. A wrong answer is an answer, not a failure: it must be counted, and a failure would take the
 * count back with everything else.
 */
export const prove = handle(contract.consents.prove, async (ctx, { token, answer }) => {
  const opened = await takeLink(ctx, token);
  const { link, loaded } = opened;
  if (link.bound_to !== null) return { signing: viewOf(ctx, opened) };
  if (!isMember(loaded.case, link.member_key, answer)) {
    await ctx.db.write(sql.countWrongTry, [link.county, link.id]);
    return {
      signing: viewOf(ctx, { loaded, link: { ...link, wrong_tries: link.wrong_tries + 1 } }),
    };
  }
  await ctx.db.write(sql.bindLink, [link.county, link.id, ctx.caller.personId]);
  return { signing: viewOf(ctx, { loaded, link: { ...link, bound_to: ctx.caller.personId } }) };
});

/** Signs, once; the link is used up with it. */
export const sign = handle(contract.consents.sign, async (ctx, { token, ...said }) => {
  const { link, loaded } = await takeLink(ctx, token);
  if (link.signed_at !== null) throw new Failure('conflict', 'ALREADY_AUTHORIZED');
  if (link.bound_to !== ctx.caller.personId) throw new Failure('forbidden', 'SHOW_WHO_YOU_ARE');
  const command = authorization(loaded, { memberKey: link.member_key, method: 'SCREEN', ...said });
  const after = await ctx.db.within(link.village, () =>
    perform({ ...ctx, scopes: [], signing: link.member_key }, loaded, command),
  );
  await ctx.db.write(sql.useLink, [link.county, link.id, ctx.now]);
  return { signing: viewOf(ctx, { loaded: after, link: { ...link, signed_at: ctx.now } }) };
});
