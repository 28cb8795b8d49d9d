import { contract } from '@shared/contract';
import { handle } from '../runtime/use-case';
import { addCredits } from './accounts.sql';
import { creditsOf } from './messages';

/**
 * Notes what the person answered when WeChat asked: one consent, one message. A template that is not ours (any more)
 * is passed over: the person can do nothing about it.
 */
export const subscribed = handle(contract.accounts.subscribed, async (ctx, { results }) => {
  const ours = new Set(ctx.push.templates.map(({ id }) => id));
  const accepted = new Set(results.filter((one) => one.accepted).map((one) => one.template));
  const counted = [...accepted].filter((template) => ours.has(template));
  if (counted.length > 0) await ctx.db.write(addCredits, [ctx.caller.personId, counted, ctx.clock.wall()]);
  return { credits: await creditsOf(ctx) };
});
