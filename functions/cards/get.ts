import { localDate } from '@shared/calendar';
import { contract } from '@shared/contract';
import * as sql from '../runtime/cards/cards.sql';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { cardView, findVersion, readerOf } from './view';

/** The newest card of a family, and the versions before it. */
export const get = handle(contract.cards.get, async (ctx, { caseId }) => {
  const reader = await readerOf(ctx, caseId);
  const { county, case: c } = reader.loaded;
  const rows = await ctx.db.rows(sql.findCards, [county, caseId]);
  const [newest] = rows;
  if (newest === undefined && c.state !== 'INCLUDED') throw new Failure('not_found', 'NOT_FOUND');
  return {
    today: ctx.today,
    card: newest === undefined ? null : await cardView(ctx, reader, newest, true),
    versions: rows.map(({ id, version, made_on, why, lines, sum_fen, signed_at }) => ({
      id,
      version,
      madeOn: made_on,
      why,
      lines,
      sumFen: Number(sum_fen),
      signedOn: signed_at === null ? null : localDate(signed_at),
    })),
  };
});

/** A version of before, word for word. */
export const version = handle(contract.cards.version, async (ctx, { cardId }) => {
  const found = await findVersion(ctx, cardId);
  const [newest] = await ctx.db.rows(sql.findCards, [found.loaded.county, found.row.case_id]);
  return { card: await cardView(ctx, found, found.row, newest?.id === cardId) };
});
