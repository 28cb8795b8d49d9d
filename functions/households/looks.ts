import { addDays, startOfDay } from '@shared/calendar';
import { contract } from '@shared/contract';
import type { LoadedCase } from '../runtime/cases/case-store';
import { getOwnCase } from '../runtime/cases/own-case';
import type { Ctx } from '../runtime/context';
import { handle } from '../runtime/use-case';
import * as sql from './looks.sql';

/** Three months back: longer than a case takes. The audit itself is kept for years. */
const DAYS = 90;

/**
 * Who looked at our information: in which role, of which office, at what, from the audit trail (domain.md 6.7). By
 * name only where the county says so (ux.md 13.4). The reasons that staff wrote stay sealed: they name third people.
 */
export const looks = handle(contract.households.looks, async (ctx, { caseId }) => {
  const { county, case: c, profile } = await getOwnCase(ctx, caseId);
  const from = addDays(ctx.today, 1 - DAYS);
  // The trail and the grants are the county's; what is told of them is decided here.
  const { rows, serving } = await ctx.db.within(county, async () => {
    const found = await ctx.db.rows(sql.findLooks, [county, caseId, startOfDay(from)]);
    const people = [...new Set(found.map(({ person_id }) => person_id))];
    return { rows: found, serving: await ctx.db.rows(sql.findServing, [county, people, c.village]) };
  });
  return {
    from,
    looks: rows.map(({ on, person_id, name, what, field, times }) => {
      const place = serving.find((grant) => grant.person_id === person_id);
      return {
        on,
        what: what === 'REVEAL' ? field : what,
        role: place?.role ?? '',
        office: place?.place ?? '',
        name: profile.family.lookerNames ? name : null,
        times,
      };
    }),
  };
});

/** How often others looked in the last thirty days. */
export async function countLooks(ctx: Ctx, { county, case: c }: LoadedCase): Promise<number> {
  const from = startOfDay(addDays(ctx.today, -29));
  const counted = await ctx.db.within(county, () => ctx.db.first(sql.countLooks, [county, c.id, from]));
  return counted?.times ?? 0;
}
