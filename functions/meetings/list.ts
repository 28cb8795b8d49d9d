import { permit, relativesOf } from '@shared/casework';
import { contract, type OutputOf } from '@shared/contract';
import { comparisonSentences, FLAG_WARNINGS, sentence } from '@shared/messages';
import { staffAnswer } from '../runtime/cases/answers';
import { findCaseIn, type LoadedCase } from '../runtime/cases/case-store';
import type { Ctx } from '../runtime/context';
import { handle } from '../runtime/use-case';
import * as sql from './meetings.sql';
import { readableScopes } from './scopes';

type Villages = OutputOf<typeof contract.meetings.waiting>['villages'];

/** Families that wait for a meeting, by village, wherever the caller serves. */
export const waiting = handle(contract.meetings.waiting, async (ctx) => {
  const villages: Villages = [];
  for (const region of readableScopes(ctx)) {
    await ctx.db.enter(region);
    const county = region.slice(0, 6);
    for (const row of await ctx.db.rows(sql.findWaiting, [county, region, ctx.caller.personId])) {
      const loaded = await findCaseIn(ctx, county, row.id);
      if (loaded === null) continue;
      const family = waitingFamily(ctx, loaded);
      const village = villages.find(({ code }) => code === row.village);
      if (village === undefined)
        villages.push({ code: row.village, name: row.village_name, cases: [family] });
      else if (!village.cases.some(({ caseId }) => caseId === row.id)) village.cases.push(family);
    }
  }
  return { today: ctx.today, villages };
});

function waitingFamily(ctx: Ctx, loaded: LoadedCase): Villages[number]['cases'][number] {
  const { case: c, profile } = loaded;
  const { comparison, flagWarnings, dueOn } = staffAnswer(ctx, loaded);
  const permitted = permit(c, ctx.caller, 'recordAppraisal', { profile, now: ctx.now });
  return {
    caseId: c.id,
    version: c.version,
    headName: c.headName,
    memberCount: c.memberCount,
    group: c.group,
    dueOn,
    off: permitted.ok ? null : sentence(permitted.refusal.code, permitted.refusal.params),
    relatives: relativesOf(c),
    comparison: [
      ...(comparison === null ? [] : comparisonSentences(comparison)),
      ...flagWarnings.map((warning) => FLAG_WARNINGS[warning]),
    ],
    rule: { minVillagerShare: 0, ...profile.appraisal },
  };
}

/** Meetings that were recorded, the latest first. */
export const list = handle(contract.meetings.list, async (ctx) => {
  const rows = new Map<string, sql.MeetingRow>();
  for (const region of readableScopes(ctx)) {
    await ctx.db.enter(region);
    for (const row of await ctx.db.rows(sql.findMeetings, [region.slice(0, 6), region]))
      rows.set(row.id, row);
  }
  const latest = [...rows.values()].sort((a, b) => (a.met_at < b.met_at ? 1 : -1));
  return { meetings: latest.map(meetingSummary) };
});

/** A meeting in a list: when, where, how many; no name. */
export function meetingSummary({ id, village, village_name, met_at, cases, passed }: sql.MeetingRow) {
  return { id, village, villageName: village_name, metAt: met_at, families: cases, passed };
}
