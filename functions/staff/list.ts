import { contract } from '@shared/contract';
import { checkPhone, maskPhone } from '@shared/people';
import { codeOf } from '@shared/regions';
import type { Ctx } from '../runtime/context';
import { handle } from '../runtime/use-case';
import { findRegionNames } from '../runtime/villages.sql';
import { phonePlace, requireAdministrator } from './administrator';
import * as sql from './staff.sql';

/** Who serves in the county, is on its list or has left: offices from the county down, then by name. */
export const list = handle(contract.staff.list, async (ctx, { county, view, text, cursor, limit }) => {
  requireAdministrator(ctx, county);
  const phone = checkPhone(text);
  const digest = phone.ok ? ctx.keys.blindIndex('PHONE', phone.phone) : null;
  // An administrator reads no case, and so works inside no region: whoever serves is the county's to know.
  return ctx.db.within(county, async () => {
    const [region = '', name = '', id = ''] = cursor.split('|');
    const asked = [county, ctx.today, text.trim(), digest];
    const rows = await ctx.db.rows(sql.findMembers, [...asked, view, region, name, id, limit + 1]);
    const counts = await ctx.db.first(sql.countMembers, asked);
    const shown = rows.slice(0, limit);
    const codes = shown.flatMap(({ posts }) => posts.map((post) => codeOf(post.region)));
    const places = new Map(
      (await ctx.db.rows(findRegionNames, [codes])).map((place) => [place.code, place.name]),
    );
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      rows: shown.map((row) => ({
        staffId: row.staff_id,
        name: row.name,
        phone: phoneOf(ctx, county, row),
        state: row.state,
        posts: row.posts.map((post) => ({ ...post, regionName: places.get(codeOf(post.region)) ?? '' })),
        day: row.day,
        own: row.staff_id === ctx.caller.personId,
      })),
      counts: counts ?? { ALL: 0, WAITING: 0, LEAVE: 0, GONE: 0, LEFT: 0 },
      next: last === undefined ? null : `${last.region}|${last.name}|${last.staff_id}`,
    };
  });
});

function phoneOf(ctx: Ctx, county: string, { entry_id, key_id, sealed }: sql.MemberRow): string {
  if (entry_id === null || key_id === null || sealed === null) return '';
  return maskPhone(ctx.keys.open({ keyId: key_id, bytes: sealed }, phonePlace(county, entry_id)));
}
