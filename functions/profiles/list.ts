import { contract } from '@shared/contract';
import { handle } from '../runtime/use-case';
import { baseOf, enterCounty, proposalView } from './county';
import * as sql from './profiles.sql';
import { versionsOf } from './versions';

/** Which rules a county has, had and will have, and what waits to be published. */
export const list = handle(contract.profiles.list, async (ctx, { county }) => {
  await enterCounty(ctx, county);
  const { code, version } = await baseOf(ctx, county);
  const open = await ctx.db.first(sql.findOpenProposal, [county]);
  return {
    today: ctx.today,
    versions: await versionsOf(ctx, county),
    proposal: open === undefined ? null : proposalView(ctx, county, open),
    base: { code, version },
  };
});
