import { localDate } from '@shared/calendar';
import { contract } from '@shared/contract';
import { handle } from '../runtime/use-case';
import { findIncluded } from './households.sql';

/** The register's own pages come with a later issue; until then the newest are what a cadre looks for. */
const NEWEST = 200;

/** Families on the list in the regions where the caller serves, newest first. */
export const included = handle(contract.households.included, async (ctx) => {
  const families = [];
  for (const region of ctx.scopes) {
    await ctx.db.enter(region);
    const rows = await ctx.db.rows(findIncluded, [region.slice(0, 6), region, ctx.caller.personId, NEWEST]);
    families.push(
      ...rows.map((row) => ({
        caseId: row.id,
        caseNo: row.case_no,
        headName: row.head_name,
        group: row.village_group,
        villageName: row.village_name,
        memberCount: row.member_count,
        includedOn: localDate(row.included_at),
      })),
    );
  }
  return { families };
});
