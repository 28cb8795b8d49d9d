import { contract } from '@shared/contract';
import type { CaseNotice } from '@shared/publicity/codes';
import type { Ctx } from '../runtime/context';
import { handle } from '../runtime/use-case';
import { findHelped, findLeaving, findWaiting, type WaitingRow } from './notices.sql';

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

/** Cases that still have to go up, or that can, by village, wherever the caller serves. */
export const waiting = handle(contract.notices.waiting, async (ctx, { kind }) => {
  const villages: Villages = [];
  for (const region of ctx.scopes) {
    await ctx.db.enter(region);
    for (const row of await rowsOf(ctx, kind, region)) {
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

/** The procedures say who waits to be included or marked; measures of anybody on the list may be shown. */
async function rowsOf(ctx: Ctx, kind: CaseNotice, region: string): Promise<WaitingRow[]> {
  const county = region.slice(0, 6);
  const { personId } = ctx.caller;
  if (kind === 'PROPOSED_INCLUSION' || kind === 'RESULT_ANNOUNCEMENT') {
    const state = kind === 'PROPOSED_INCLUSION' ? 'PUBLICITY' : 'ANNOUNCED';
    return ctx.db.rows(findWaiting, [county, region, state, personId]);
  }
  if (kind === 'MEASURES_LANDED') return ctx.db.rows(findHelped, [county, region, personId]);
  // Whoever is on the way off the list is still on it; whoever is on the way back is not.
  const step = kind === 'PROPOSED_ELIMINATION' || kind === 'PROPOSED_ROLLBACK' ? 'PUBLICITY' : 'MARK';
  const onList = kind === 'PROPOSED_ELIMINATION' || kind === 'ELIMINATION_RESULT';
  return ctx.db.rows(findLeaving, [county, region, personId, step, onList]);
}
