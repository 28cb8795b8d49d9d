import { contract } from '@shared/contract';
import { handle } from '../runtime/use-case';
import { findWaiting } from './notices.sql';

type Villages = { code: string; name: string; cases: Case[] }[];
interface Case {
  caseId: string;
  version: number;
  headName: string;
  memberCount: number;
  group: string;
  meetingId: string | null;
  metAt: string | null;
}

/** Cases that still have to go up, by village, wherever the caller serves. */
export const waiting = handle(contract.notices.waiting, async (ctx, { kind }) => {
  const state = kind === 'PROPOSED_INCLUSION' ? 'PUBLICITY' : 'ANNOUNCED';
  const villages: Villages = [];
  for (const region of ctx.scopes) {
    await ctx.db.enter(region);
    const rows = await ctx.db.rows(findWaiting, [region.slice(0, 6), region, state, ctx.caller.personId]);
    for (const row of rows) {
      const entry = {
        caseId: row.id,
        version: row.version,
        headName: row.head_name,
        memberCount: row.member_count ?? 1,
        group: row.village_group,
        meetingId: row.meeting_id,
        metAt: row.met_at,
      };
      const village = villages.find(({ code }) => code === row.village);
      if (village) village.cases.push(entry);
      else villages.push({ code: row.village, name: row.village_name, cases: [entry] });
    }
  }
  return { villages };
});
