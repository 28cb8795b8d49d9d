import { FOLLOWER_TOLD } from '@shared/messages';
import { statement } from '../adapters';
import type { Adapters } from '../runtime/context';
import { asSystem } from '../runtime/system';
import { tell } from './tell';

/** Notices that hang and of which nobody was told yet; a sheet of proposed families hangs with its rows. */
const takeNew = statement<{ notice_id: string; village: string; village_name: string }>(
  'followers.new',
  `WITH told AS (
     INSERT INTO notice_told (county, notice_id, village, told_at)
     SELECT n.county, n.id, n.village, $3 FROM notice n
      WHERE n.county = $1 AND n.ended_at IS NULL AND n.last_day >= $2
        AND (n.kind <> 'PROPOSED_INCLUSION'
             OR EXISTS (SELECT 1 FROM notice_case c WHERE c.county = n.county AND c.notice_id = n.id))
     ON CONFLICT DO NOTHING RETURNING county, notice_id, village)
   SELECT t.notice_id, t.village, v.name AS village_name
     FROM told t JOIN region v ON v.code = t.village
    WHERE NOT EXISTS (SELECT 1 FROM notice_correction c WHERE c.county = t.county AND c.new_id = t.notice_id)`,
);

const findFollowers = statement<{ person_id: string }>(
  'followers.of',
  'SELECT person_id FROM village_follow WHERE county = $1 AND village = $2 AND since <= $3 ORDER BY person_id',
);

/**
 * Tells who follows a village of each new notice on its board, once: which village, and nobody's name. A corrected version
 * is no news. Gives how many notices were told of.
 */
export function tellFollowers(adapters: Adapters, county: string, traceId: string): Promise<number> {
  return asSystem(adapters, county, traceId, async (ctx) => {
    const fresh = await ctx.db.rows(takeNew, [county, ctx.today, ctx.now]);
    for (const { notice_id: about, village, village_name } of fresh) {
      const followers = await ctx.db.rows(findFollowers, [county, village, ctx.now]);
      await tell(ctx, county, {
        people: followers.map(({ person_id }) => person_id),
        key: `${about}-hangs`,
        at: ctx.now,
        title: FOLLOWER_TOLD.NOTICE_HANGS.title(village_name),
        body: '',
        opens: 'NOTICE',
        about,
        caseId: null,
        caseNo: '',
        code: 'NOTICE_HANGS',
      });
    }
    return fresh.length;
  });
}
