import { CASE_WORKERS, type StaffRole } from '@shared/access';
import { addDays, type LocalDate, startOfDay } from '@shared/calendar';
import { CASE_STATES, CLOSED_STATES, type GlanceCount, HOLDERS } from '@shared/casework';
import { contract } from '@shared/contract';
import { codeOf, covers } from '@shared/regions';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { findRegionNames } from '../runtime/villages.sql';
import { countFacts, listFacts } from './glance.sql';

/** Who answers for an office and reads its numbers. Who only goes to families, or answers as a department, does not. */
const READERS: readonly StaffRole[] = CASE_WORKERS;

/** The regions whose numbers the caller reads, none inside another. */
function regionsOf({ caller, scopes }: Ctx): string[] {
  return scopes.filter((region) =>
    caller.grants.some((grant) => READERS.includes(grant.role) && covers(grant.region, region)),
  );
}

/**
 * Puts the transaction into the region that is asked for, the first one when none is said; gives what every statement needs.
 * @throws Failure forbidden for who reads no numbers, not_found for a region that is not the caller's
 */
async function enter(ctx: Ctx, asked: string, days: number) {
  const regions = regionsOf(ctx);
  const region = asked === '' ? regions[0] : regions.find((one) => one === asked);
  if (regions.length === 0) throw new Failure('forbidden', 'ROLE_MAY_NOT');
  if (region === undefined) throw new Failure('not_found', 'NOT_FOUND');
  await ctx.db.enter(region);
  const from: LocalDate = addDays(ctx.today, 1 - days);
  const values = [
    region.slice(0, 6),
    region,
    ctx.caller.personId,
    startOfDay(from),
    ctx.today,
    CLOSED_STATES,
  ];
  return { regions, region, from, values };
}

const NONE = { CAME_IN: 0, WENT_OUT: 0, DECIDED: 0, ON_TIME: 0, OPEN: 0, OVERDUE: 0 };
type Sum = keyof typeof NONE;
const isSum = (what: string): what is Sum => what in NONE;

/** What came in and went out, what is late and with whom, how long each step takes: counted from the steps themselves. */
export const glance = handle(contract.reviews.glance, async (ctx, { region: asked, days }) => {
  const { regions, region, from, values } = await enter(ctx, asked, days);
  const rows = await ctx.db.rows(countFacts, values);
  const villages = new Map<string, typeof NONE>();
  const sums = { ...NONE };
  for (const { what, village, cases } of rows) {
    if (!isSum(what)) continue;
    if (village === null) sums[what] += cases;
    else {
      const sum = villages.get(village) ?? { ...NONE };
      sum[what] += cases;
      villages.set(village, sum);
    }
  }
  const whole = (what: GlanceCount, part: string) =>
    rows.find((row) => row.what === what && row.part === part && row.village === null);
  const codes = [...villages.keys(), ...regions.map(codeOf)];
  const names = new Map((await ctx.db.rows(findRegionNames, [codes])).map(({ code, name }) => [code, name]));
  return {
    region,
    regions: regions.map((code) => ({ code, name: names.get(codeOf(code)) ?? '' })),
    from,
    today: ctx.today,
    counts: sums,
    overdue: HOLDERS.flatMap((holder) => {
      const cases = whole('OVERDUE', holder)?.cases ?? 0;
      return cases === 0 ? [] : [{ holder, cases }];
    }),
    steps: CASE_STATES.flatMap((state) => {
      const row = whole('STEP', state);
      return row === undefined ? [] : [{ state, cases: row.cases, medianDays: row.days ?? 0 }];
    }),
    villages: [...villages]
      .map(([code, counts]) => ({ code, name: names.get(code) ?? code, counts }))
      .sort((a, b) => b.counts.OVERDUE - a.counts.OVERDUE || (a.code < b.code ? -1 : 1)),
  };
});

/** The cases behind one number. */
export const glanceCases = handle(
  contract.reviews.glanceCases,
  async (ctx, { region, days, what, part, village, cursor, limit }) => {
    const { values } = await enter(ctx, region, days);
    const rows = await ctx.db.rows(listFacts, [...values, what, part, village, cursor, limit + 1]);
    const page = rows.slice(0, limit);
    return {
      today: ctx.today,
      cases: page.map((row) => ({
        caseId: row.id,
        caseNo: row.case_no,
        headName: row.head_name,
        villageName: row.village_name,
        state: row.state as (typeof CASE_STATES)[number],
        dueOn: row.due_on,
        days: row.days,
      })),
      next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
    };
  },
);
