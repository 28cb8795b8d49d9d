import { localDate } from '@shared/calendar';
import { type CardContent, cardContent, cardText, quarterStart } from '@shared/cards';
import { cardMeasures } from '@shared/measures';
import { PAYER_LABELS } from '@shared/messages/payments';
import { newId, sha256 } from '../../adapters';
import type { LoadedCase } from '../cases/case-store';
import type { Ctx } from '../context';
import { helperOf, measuresOf } from '../help/measures';
import { paymentsBetween } from '../payments/of-family';
import { inForceAt } from '../policies-in-force';
import * as sql from './cards.sql';

const placeOf = (county: string, id: string) => `household_card/${county}/${id}`;

/** What the card of this year says today; null while the family is not on the list. */
export async function contentToday(ctx: Ctx, loaded: LoadedCase): Promise<CardContent | null> {
  const { case: c } = loaded;
  if (c.state !== 'INCLUDED' || c.closedAt === null) return null;
  const year = Number(ctx.today.slice(0, 4));
  const payments = await paymentsBetween(ctx, loaded, `${year}-01-01`, ctx.today);
  const measures = await measuresOf(ctx, loaded.county, c.id);
  const helper = await helperOf(ctx, loaded.county, c.id);
  const { caseNo, headName, memberCount, village, group } = c;
  const family = { caseNo, headName, memberCount, village, group, includedOn: localDate(c.closedAt) };
  return cardContent(
    {
      family:
        helper === null
          ? family
          : { ...family, helper: { name: helper.name, unit: helper.unit, phone: helper.phone } },
      payments: payments.map(({ payer, member, ...one }) => ({
        ...one,
        payer: PAYER_LABELS[payer],
        member: member.name,
      })),
      measures: cardMeasures(measures.map(({ measure }) => measure)),
      policies: await inForceAt(ctx, village),
    },
    year,
  );
}

/** What a version says, as it was frozen. @throws Error when it is not what was frozen */
export function openCard(ctx: Pick<Ctx, 'keys'>, county: string, row: sql.CardRow): CardContent {
  const content = JSON.parse(
    ctx.keys.open({ keyId: row.key_id, bytes: row.sealed }, placeOf(county, row.id)),
  ) as CardContent;
  if (!sha256(cardText(content)).equals(row.digest)) throw new Error('A card is not what its digest says');
  return content;
}

/**
 * Makes a new version of a family's card when there is none, when its records say something else, or in a new quarter;
 * null when the newest still holds. `waited`: the one before it still waits for a signature. Two makers at once: the second finds the version there.
 */
export async function makeCard(
  ctx: Ctx,
  loaded: LoadedCase,
  madeBy: string | null = null,
): Promise<{ id: string; content: CardContent; waited: boolean } | null> {
  const { county, case: c } = loaded;
  const content = await contentToday(ctx, loaded);
  if (content === null) return null;
  // The payments are the county's: counted where they lie.
  const found = await ctx.db.within(county, () => ctx.db.first(sql.findBasis, [county, c.id]));
  if (found === undefined) return null;
  const { basis } = found;
  const [newest] = await ctx.db.rows(sql.findCards, [county, c.id]);
  const digest = sha256(cardText(content));
  const why = reasonOf(newest, digest, quarterStart(ctx.today), madeBy);
  if (newest !== undefined && why === null) {
    if (newest.basis !== basis) await ctx.db.write(sql.keepBasis, [county, newest.id, basis]);
    return null;
  }
  const id = newId(county, ctx.now);
  const version = (newest?.version ?? 0) + 1;
  const { keyId, bytes } = ctx.keys.seal(JSON.stringify(content), placeOf(county, id));
  const written = await ctx.db.rows(sql.insertCard, [
    county,
    id,
    c.id,
    c.village,
    version,
    ctx.today,
    ctx.now,
    why,
    why === 'STAFF' ? madeBy : null,
    digest,
    keyId,
    bytes,
    content.lines.length,
    content.sumFen,
    basis,
  ]);
  const waited = newest !== undefined && newest.signed_at === null && newest.lines > 0;
  return written.length === 0 ? null : { id, content, waited };
}

function reasonOf(
  newest: sql.CardRow | undefined,
  digest: Buffer,
  quarter: string,
  madeBy: string | null,
): sql.CardReason | null {
  if (newest !== undefined && newest.digest.equals(digest))
    return newest.made_on < quarter ? 'QUARTER' : null;
  if (madeBy !== null) return 'STAFF';
  return newest === undefined ? 'FIRST' : newest.made_on < quarter ? 'QUARTER' : 'CHANGE';
}
