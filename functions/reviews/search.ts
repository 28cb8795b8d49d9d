import { contract } from '@shared/contract';
import { readSearchText } from '@shared/people';
import { newId } from '../adapters';
import { audit } from '../runtime/audit';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { ownCases, toLine } from './queue';
import type { QueueRowRow } from './queue.sql';
import { findBy } from './search.sql';

/** More of one name than this are told apart by number, ID number or phone. */
const MOST = 50;

/**
 * Finds cases, open and closed, of the caller's own regions by something whole. What was looked for is written down as
 * a keyed hash, with its kind and how many were found; the text itself is nowhere.
 */
export const search = handle(contract.reviews.search, async (ctx, { text }) => {
  const wanted = readSearchText(text);
  if (wanted === null)
    throw new Failure('bad_input', 'SEARCH_NOT_WHOLE', {
      issues: [{ field: 'text', reason: 'SEARCH_NOT_WHOLE', message: '' }],
    });
  const { kind, value } = wanted;
  const digest = ctx.keys.blindIndex(kind, value);
  const own = await ownCases(ctx);
  const rows: QueueRowRow[] = [];
  for (const region of ctx.scopes) {
    const county = region.slice(0, 6);
    await ctx.db.enter(region);
    const key = kind === 'ID' || kind === 'PHONE' ? digest : value;
    const here = await ctx.db.rows(findBy[kind], [county, key, own, MOST + 1]);
    const detail = `${kind} ${digest.toString('hex')} ${here.length}`;
    await audit(ctx, { what: 'SEARCH', caseId: newId(county, ctx.clock.wall()), detail, why: '' });
    rows.push(...here);
  }
  return {
    kind,
    today: ctx.today,
    rows: rows.slice(0, MOST).map((row) => toLine(row, ctx.caller.personId)),
    more: rows.length > MOST,
  };
});
