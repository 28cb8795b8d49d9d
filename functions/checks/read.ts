import { CHECK_ACTIONS } from '@shared/checks';
import { contract } from '@shared/contract';
import { codeOf, covers } from '@shared/regions';
import { countyOfId } from '../adapters';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { findRegionNames } from '../runtime/villages.sql';
import * as sql from './checks.sql';
import { getVillage, readableScopes, roundPage, roundView, villageLine, villagePage } from './view';

/** Rounds of the caller's places; of one that reaches several of them the numbers are added. */
export const list = handle(contract.checks.list, async (ctx) => {
  const rounds = new Map<string, sql.RoundRow>();
  for (const scope of readableScopes(ctx)) {
    await ctx.db.enter(scope);
    for (const row of await ctx.db.rows(sql.findRounds, [scope.slice(0, 6), scope])) {
      const known = rounds.get(row.id);
      rounds.set(row.id, known === undefined ? row : added(known, row));
    }
  }
  const newestFirst = [...rounds.values()].sort((a, b) => (a.first_day + a.id < b.first_day + b.id ? 1 : -1));
  return {
    today: ctx.today,
    rounds: newestFirst.map((row) => roundView(ctx, row)),
    units: await unitsOf(ctx),
  };
});

/** Villages of a round in which the caller serves: late ones first, then those that go round. */
export const get = handle(contract.checks.get, async (ctx, { roundId }) => {
  const county = countyOfId(roundId);
  const villages: sql.VillageRow[] = [];
  let round: sql.RoundRow | undefined;
  for (const scope of county === undefined ? [] : readableScopes(ctx)) {
    await ctx.db.enter(scope);
    const row = await ctx.db.first(sql.findRound, [county, roundId]);
    if (row === undefined) continue;
    round = round === undefined ? row : added(round, row);
    villages.push(...(await ctx.db.rows(sql.findVillages, [county, roundId])));
  }
  if (round === undefined) throw new Failure('not_found', 'NOT_FOUND');
  const lines = villages.map((row) => villageLine(ctx, row));
  return {
    today: ctx.today,
    round: await roundPage(ctx, round),
    villages: lines.sort((a, b) => Number(b.late) - Number(a.late)),
  };
});

export const village = handle(contract.checks.village, async (ctx, { roundId, village: code }) => ({
  village: await villagePage(ctx, await getVillage(ctx, roundId, code)),
}));

const added = (a: sql.RoundRow, b: sql.RoundRow): sql.RoundRow => ({
  ...a,
  villages: a.villages + b.villages,
  closed: a.closed + b.closed,
  reported: a.reported + b.reported,
  due: a.due === null || b.due === null ? null : a.due + b.due,
  done: a.done + b.done,
  clues: a.clues + b.clues,
});

/** Places for which the caller may open a round, none inside another. */
export async function unitsOf({ caller, db }: Ctx) {
  const openers: readonly string[] = CHECK_ACTIONS.open;
  const own = caller.grants.filter(({ role }) => openers.includes(role)).map(({ region }) => region);
  const units = [...new Set(own)].filter(
    (region) => !own.some((other) => other !== region && covers(other, region)),
  );
  if (units.length === 0) return [];
  const names = new Map(
    (await db.rows(findRegionNames, [units.map(codeOf)])).map(({ code, name }) => [code, name]),
  );
  return units.map((region) => ({ region, name: names.get(codeOf(region)) ?? '' }));
}
