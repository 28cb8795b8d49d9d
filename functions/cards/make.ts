import { contract } from '@shared/contract';
import * as sql from '../runtime/cards/cards.sql';
import { makeCard } from '../runtime/cards/make';
import { getCase } from '../runtime/cases/on-case';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { cardView, readerOf } from './view';

/** Staff want the card now: what the timers would make within minutes. Twice makes one. */
export const make = handle(contract.cards.make, async (ctx, { caseId }) => {
  await getCase(ctx, caseId, 'STAFF');
  const reader = await readerOf(ctx, caseId);
  const { loaded, roles } = reader;
  if (roles.every((role) => role === 'GRID')) throw new Failure('forbidden', 'ROLE_MAY_NOT');
  const made = await makeCard(ctx, loaded, ctx.caller.personId);
  const [newest] = await ctx.db.rows(sql.findCards, [loaded.county, caseId]);
  if (newest === undefined) throw new Failure('conflict', 'NO_CARD');
  return { card: await cardView(ctx, reader, newest, true), isNew: made !== null };
});
