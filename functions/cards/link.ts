import { contract } from '@shared/contract';
import { cardPaper } from '@shared/papers';
import { sha256 } from '../adapters';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { placesOf } from '../runtime/papers';
import { handle } from '../runtime/use-case';
import { contentFor, findVersion, signedOf } from './view';

const LINK_SECONDS = 5 * 60;
const PERSON_DIGITS = 12;

/** Where the code on the paper leads: the card behind the family's own sign-in. */
const CARD_PAGE = '/#/packages/card/pages/card';

/** Whom a link was made for, as it stands in the link. */
const markOf = (personId: string) => sha256(`card-link ${personId}`).toString('hex').slice(0, PERSON_DIGITS);

/**
 * A link that only our keys make, for one person and five minutes: version, last second and person are under its seal.
 * It leads nowhere without that person's own sign-in.
 */
export const link = handle(contract.cards.link, async (ctx, { cardId }) => {
  const { row, loaded } = await findVersion(ctx, cardId);
  const until = Math.floor(Date.parse(ctx.clock.wall()) / 1000) + LINK_SECONDS;
  return {
    token: ctx.keys.paperToken(`${row.id}-${until.toString(36)}-${markOf(ctx.caller.personId)}`),
    name: nameOf(loaded.case.headName, row.version),
    expiresAt: new Date(until * 1000).toISOString(),
  };
});

/** Anything but an own link that still runs is one answer: nobody learns whether it was ever one. */
export const open = handle(contract.cards.open, async (ctx, { token }) => {
  const cardId = readLink(ctx, token);
  if (cardId === null) throw new Failure('not_found', 'LINK_OVER');
  // Who lost the right since then has none by an old link either.
  const found = await findVersion(ctx, cardId);
  const { row } = found;
  const content = contentFor(ctx, found, row);
  const code = ctx.site === '' ? '' : `${ctx.site}${CARD_PAGE}?case=${row.case_id}`;
  const places = await placesOf(ctx, content.village);
  const paper = cardPaper(
    content,
    { version: row.version, madeOn: row.made_on, code, signed: signedOf(row) },
    places,
  );
  const pdf = await ctx.printer.print(paper);
  return {
    name: nameOf(content.headName, row.version),
    contentType: 'application/pdf',
    base64: Buffer.from(pdf).toString('base64'),
  };
});

const nameOf = (headName: string, version: number) => `${headName}家的明白卡第${version}版`;

function readLink(ctx: Ctx, token: string): string | null {
  const id = ctx.keys.readPaperToken(token);
  const [, cardId, until, mark] = /^(\d{6}-[0-9a-f]{32})-([0-9a-z]+)-([0-9a-f]{12})$/.exec(id ?? '') ?? [];
  if (cardId === undefined || until === undefined || mark !== markOf(ctx.caller.personId)) return null;
  return Number.parseInt(until, 36) * 1000 < Date.parse(ctx.clock.wall()) ? null : cardId;
}
