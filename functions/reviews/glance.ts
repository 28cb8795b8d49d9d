import { UNIT_LEADERS } from '@shared/access';
import { addDays } from '@shared/calendar';
import {
  CASE_STATES,
  CLOSED_STATES,
  type GlanceCount,
  type GlanceSpan,
  type HOLDERS,
  IN_NO_HAND,
  medianDays,
  spanDays,
} from '@shared/casework';
import { contract } from '@shared/contract';
import { codeOf, covers } from '@shared/regions';
import type { Ctx } from '../runtime/context';
import { BEFORE_ALL, badCursor, readDueCursor, writeDueCursor } from '../runtime/due-cursor';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { findRegionNames } from '../runtime/villages.sql';
import { countLate, countMoves, countOpen, countOut, listMoves, listOpen, planAnew } from './glance.sql';
import { ownCases } from './queue';

/** The regions that the caller leads, none inside another. */
function regionsOf({ caller, scopes }: Ctx): string[] {
  const leads: readonly string[] = UNIT_LEADERS;
  return scopes.filter((region) =>
    caller.grants.some((grant) => leads.includes(grant.role) && covers(grant.region, region)),
  );
}

interface Asked {
  region: string;
  span: GlanceSpan;
  from: string;
  to: string;
}

/**
 * Puts the transaction into the region that is asked for, the first one when none is said; gives what every statement needs.
 * @throws Failure forbidden for who leads no unit, not_found for a region that is not the caller's, bad_input for a period
 *   that is none
 */
async function enter(ctx: Ctx, asked: Asked) {
  const regions = regionsOf(ctx);
  const region = asked.region === '' ? regions[0] : regions.find((one) => one === asked.region);
  if (regions.length === 0) throw new Failure('forbidden', 'ROLE_MAY_NOT');
  if (region === undefined) throw new Failure('not_found', 'NOT_FOUND');
  const span = spanDays(asked.span, ctx.today, asked);
  if ('fault' in span) {
    const { field, fault: reason } = span;
    throw new Failure('bad_input', reason, { issues: [{ field, reason, message: '' }] });
  }
  const own = await ownCases(ctx);
  await ctx.db.enter(region);
  return {
    regions,
    region,
    level: region.length === 6 ? ('COUNTY' as const) : ('TOWN' as const),
    span,
    where: [region.slice(0, 6), region, own],
    // Tomorrow's are still to be helped.
    soon: addDays(ctx.today, 1),
  };
}

const NONE = { CAME_IN: 0, WENT_OUT: 0, DECIDED: 0, ON_TIME: 0, OPEN: 0, OVERDUE: 0, DUE_SOON: 0 };
type Sums = typeof NONE;
const SUMS = Object.keys(NONE) as (keyof Sums)[];

/** What came in and went out, what is late and with whom, how long each step takes: counted from the steps themselves. */
export const glance = handle(contract.reviews.glance, async (ctx, asked) => {
  const { regions, region, level, span, where, soon } = await enter(ctx, asked);
  const period = [span.from, span.to];
  await ctx.db.rows(planAnew);
  const moves = await ctx.db.rows(countMoves[level], [...where, ...period]);
  const out = await ctx.db.rows(countOut[level], [...where, ...period, CLOSED_STATES]);
  const steps = moves.flatMap(({ state, days, times }) =>
    state === null || days === null || times === 0 ? [] : [{ state, days, times }],
  );
  const open = await ctx.db.rows(countOpen[level], [...where, ctx.today, soon]);
  const late = await ctx.db.rows(countLate[level], [...where, ctx.today]);
  const villages = new Map<string, Sums>();
  const counts = { ...NONE };
  for (const { village, ...found } of [...moves, ...out, ...open]) {
    if (village === null) continue;
    const sums = villages.get(village) ?? { ...NONE };
    for (const what of SUMS) {
      const cases = (found as Partial<Sums>)[what] ?? 0;
      sums[what] += cases;
      counts[what] += cases;
    }
    if (SUMS.some((what) => sums[what] > 0)) villages.set(village, sums);
  }
  const codes = [...villages.keys(), ...regions.map(codeOf)];
  const names = new Map((await ctx.db.rows(findRegionNames, [codes])).map(({ code, name }) => [code, name]));
  return {
    region,
    regions: regions.map((code) => ({ code, name: names.get(codeOf(code)) ?? '' })),
    ...span,
    today: ctx.today,
    counts,
    overdue: late.map(({ holder, person, name, ...found }) => ({
      holder: holder as (typeof HOLDERS)[number],
      person: person ?? IN_NO_HAND,
      name: name ?? '',
      ...found,
    })),
    steps: CASE_STATES.flatMap((state) => {
      const seen = steps.filter((row) => row.state === state);
      const times = seen.reduce((sum, row) => sum + row.times, 0);
      return times === 0 ? [] : [{ state, times, medianDays: medianDays(seen) }];
    }),
    villages: [...villages]
      .map(([code, sums]) => ({ code, name: names.get(code) ?? code, counts: sums }))
      .sort((a, b) => b.counts.OVERDUE - a.counts.OVERDUE || (a.code < b.code ? -1 : 1)),
  };
});

const EVER = ['0001-01-01', '9999-12-31'] as const;

/** The days between which open cases of a number are due, or null for a number of the period. */
function dueBetween(what: GlanceCount, today: string, soon: string): readonly [string, string] | null {
  switch (what) {
    case 'OPEN':
      return EVER;
    case 'OVERDUE':
      return [EVER[0], addDays(today, -1)];
    case 'DUE_SOON':
      return [today, soon];
    default:
      return null;
  }
}

/** Where a page of moves ends: the case and the number of its event. @throws Failure bad_input for one that nobody gave out */
function readMoveCursor(text: string): [string, number] {
  if (text === '') return ['', 0];
  const [, id, seq] = /^([\w-]+)\.(\d{1,9})$/.exec(text) ?? [];
  if (id === undefined) throw badCursor();
  return [id, Number(seq)];
}

/** The cases behind one number. */
export const glanceCases = handle(
  contract.reviews.glanceCases,
  async (ctx, { what, part, person, village, cursor, limit, ...asked }) => {
    const { level, span, where, soon } = await enter(ctx, asked);
    const due = dueBetween(what, ctx.today, soon);
    const after = due === null ? BEFORE_ALL : readDueCursor(cursor);
    const rows =
      due !== null
        ? await ctx.db.rows(listOpen[level], [
            ...[...where, ...due, part, person, village],
            ...[after.due, after.id, limit + 1],
          ])
        : await ctx.db.rows(listMoves[what as keyof typeof listMoves][level], [
            ...[...where, span.from, span.to, CLOSED_STATES, part, village],
            ...[...readMoveCursor(cursor), limit + 1],
          ]);
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    return {
      today: ctx.today,
      cases: page.map((row) => ({
        caseId: row.id,
        caseNo: row.case_no,
        headName: row.head_name,
        villageName: row.village_name,
        state: row.state as (typeof CASE_STATES)[number],
        dueOn: row.due_on,
        on: row.on_day,
        days: row.days,
      })),
      next: last === undefined ? null : due === null ? `${last.id}.${last.seq}` : writeDueCursor(last),
    };
  },
);
