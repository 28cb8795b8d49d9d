import { contract } from '@shared/contract';
import * as sql from '../runtime/cards/cards.sql';
import { claimAttachments } from '../runtime/cases/cases.sql';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { cardView, findVersion } from './view';

/**
 * The household signs what it has before its eyes: the newest version, once. An older one is signed no more, for the
 * records say something else by now.
 */
export const sign = handle(contract.cards.sign, async (ctx, { cardId, signatureId, method }) => {
  const found = await findVersion(ctx, cardId);
  const { row, loaded, isFamily } = found;
  if (!isFamily) throw new Failure('forbidden', 'FAMILY_ONLY');
  const { county, case: c } = loaded;
  const [newest] = await ctx.db.rows(sql.findCards, [county, c.id]);
  if (newest?.id !== row.id) throw new Failure('conflict', 'CARD_CHANGED');
  const claimed = await ctx.db.write(claimAttachments, [
    [signatureId],
    c.id,
    c.village,
    ctx.caller.personId,
    [false],
  ]);
  if (claimed !== 1)
    throw new Failure('bad_input', 'ATTACHMENT_UNKNOWN', {
      issues: [{ field: 'signatureId', reason: 'ATTACHMENT_UNKNOWN', message: '' }],
    });
  const signed = [county, cardId, ctx.now, ctx.caller.personId, method, signatureId];
  if ((await ctx.db.write(sql.signCard, signed)) === 0) throw new Failure('conflict', 'CARD_SIGNED');
  const after = await ctx.db.first(sql.findCard, [county, cardId]);
  if (after === undefined) throw new Error('A card that was signed is not there');
  return { card: await cardView(ctx, found, after, true) };
});
