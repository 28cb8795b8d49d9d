import { contract } from '@shared/contract';
import { PROBLEM_ACTIONS, PROBLEM_READERS } from '@shared/problems';
import { codeOf, covers } from '@shared/regions';
import { countyOfId } from '../adapters';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { peopleOf } from '../runtime/lenders';
import { DONE_NEWEST, OPEN_BY_DAY } from '../runtime/open-or-done';
import { handle } from '../runtime/use-case';
import { findRegionNames } from '../runtime/villages.sql';
import * as sql from './problems.sql';
import { problemView } from './view';

/** Where somebody reads problems: the regions served, or the place of the own department with what is asked of it. */
function places({ scopes, caller }: Ctx): { region: string; departments: string[] | null }[] {
  const regions = scopes.filter((scope) =>
    caller.grants.some(({ role, region }) => PROBLEM_READERS.includes(role) && covers(scope, region)),
  );
  if (regions.length > 0) return regions.map((region) => ({ region, departments: null }));
  return caller.grants.flatMap(({ role, region, department }) =>
    role === 'DEPT' && department !== undefined ? [{ region, departments: [department] }] : [],
  );
}

/** Open ones by their day, or closed ones newest first, of every place in one order. */
export const list = handle(contract.problems.list, async (ctx, { state, cursor, limit }) => {
  const order = state === 'OPEN' ? OPEN_BY_DAY : DONE_NEWEST;
  const after = order.after(cursor);
  const rows = new Map<string, sql.ProblemRow>();
  let open = 0;
  let late = 0;
  for (const { region, departments } of places(ctx)) {
    if (departments === null) await ctx.db.enter(region);
    const who = [region.slice(0, 6), region, peopleOf(ctx), departments];
    const find = state === 'OPEN' ? sql.findOpen : sql.findClosed;
    for (const row of await ctx.db.rows(find, [...who, after.key, after.id, limit + 1]))
      rows.set(row.id, row);
    const counted = await ctx.db.first(sql.countOpen, [...who, ctx.today]);
    open += counted?.open ?? 0;
    late += counted?.late ?? 0;
  }
  const keyOf = (row: sql.ProblemRow) => (state === 'OPEN' ? row.due_on : (row.closed_at ?? ''));
  const { page, next } = order.page([...rows.values()], keyOf, limit);
  return {
    today: ctx.today,
    problems: page.map((row) => problemView(ctx, row)),
    open,
    late,
    next,
    units: await unitsOf(ctx),
  };
});

export const get = handle(contract.problems.get, async (ctx, { problemId }) => ({
  problem: problemView(ctx, await getProblem(ctx, problemId)),
}));

/** @throws Failure not_found when it is none of the caller's places, or of the caller's own family */
export async function getProblem(ctx: Ctx, problemId: string): Promise<sql.ProblemRow> {
  const county = countyOfId(problemId);
  for (const { region, departments } of county === undefined ? [] : places(ctx)) {
    if (departments === null) await ctx.db.enter(region);
    const who = [county, region, peopleOf(ctx), departments];
    const row = await ctx.db.first(sql.findProblem, [...who, problemId]);
    if (row !== undefined) return row;
  }
  throw new Failure('not_found', 'NOT_FOUND');
}

/** Places for which the caller may enter a problem, none inside another. */
export async function unitsOf({ caller, db }: Ctx) {
  const enterers: readonly string[] = PROBLEM_ACTIONS.enter;
  const own = caller.grants.filter(({ role }) => enterers.includes(role)).map(({ region }) => region);
  const units = [...new Set(own)].filter(
    (region) => !own.some((other) => other !== region && covers(other, region)),
  );
  const rows = units.length === 0 ? [] : await db.rows(findRegionNames, [units.map(codeOf)]);
  const names = new Map(rows.map(({ code, name }) => [code, name]));
  return units.map((region) => ({ region, name: names.get(codeOf(region)) ?? '' }));
}
