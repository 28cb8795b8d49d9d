import { type Role, rolesOn } from '@shared/access';
import { localDate } from '@shared/calendar';
import type { CardContent } from '@shared/cards';
import { mayRead } from '@shared/casework';
import type { CardView } from '@shared/contract/cards';
import { countyOfId } from '../adapters';
import { audit } from '../runtime/audit';
import * as sql from '../runtime/cards/cards.sql';
import { openCard } from '../runtime/cards/make';
import { findCase, type LoadedCase } from '../runtime/cases/case-store';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { findRegionNames } from '../runtime/villages.sql';

/** Who reads a family's card: the family, and the staff of its region; whoever reported for a neighbour does not. */
export interface CardReader {
  loaded: LoadedCase;
  roles: readonly Role[];
  isFamily: boolean;
}

/** @throws Failure not_found when the caller may not know of the family, forbidden when it is not the caller's own */
export async function readerOf(ctx: Ctx, caseId: string): Promise<CardReader> {
  const loaded = await findCase(ctx, caseId);
  if (loaded === null || !mayRead(loaded.case, ctx.caller)) throw new Failure('not_found', 'NOT_FOUND');
  const roles = rolesOn(loaded.case, ctx.caller);
  if (roles.includes('PROXY')) throw new Failure('forbidden', 'FAMILY_ONLY');
  const isFamily = roles.includes('HOUSEHOLD');
  if (!isFamily) await audit(ctx, { what: 'READ', caseId, detail: 'CARD', why: '' });
  return { loaded, roles, isFamily };
}

/** A version by its id, for who may read it. */
export async function findVersion(ctx: Ctx, cardId: string): Promise<CardReader & { row: sql.CardRow }> {
  const county = countyOfId(cardId);
  if (county === undefined) throw new Failure('not_found', 'NOT_FOUND');
  const own = ctx.scopes.filter((region) => region.startsWith(county));
  for (const region of own.length > 0 ? own : [null]) {
    if (region !== null) await ctx.db.enter(region);
    const row = await ctx.db.first(sql.findCard, [county, cardId]);
    if (row !== undefined) return { ...(await readerOf(ctx, row.case_id)), row };
  }
  throw new Failure('not_found', 'NOT_FOUND');
}

/** What a version says to its reader: no part of a bank card for the grid (domain.md 1.1). */
export function contentFor(ctx: Ctx, { loaded, roles }: CardReader, row: sql.CardRow): CardContent {
  const content = openCard(ctx, loaded.county, row);
  if (roles.some((role) => role !== 'GRID')) return content;
  return { ...content, lines: content.lines.map((line) => ({ ...line, cardTail: '' })) };
}

export async function cardView(
  ctx: Ctx,
  reader: CardReader,
  row: sql.CardRow,
  isNewest: boolean,
): Promise<CardView> {
  const { village, ...content } = contentFor(ctx, reader, row);
  const [place] = await ctx.db.rows(findRegionNames, [[village]]);
  return {
    id: row.id,
    version: row.version,
    madeOn: row.made_on,
    ...content,
    villageName: place?.name ?? '',
    signed: signedOf(row),
    maySign: reader.isFamily && isNewest && row.signed_at === null && content.lines.length > 0,
  };
}

/** Who of the family signed a version, when and how; null while nobody did. */
export function signedOf({ signed_at, signed_name, signed_how }: sql.CardRow): CardView['signed'] {
  if (signed_at === null || signed_how === null) return null;
  return { on: localDate(signed_at), by: signed_name ?? '', how: signed_how };
}
