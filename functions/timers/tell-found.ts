import type { StaffRole } from '@shared/access';
import { FOUND_TOLD, type FoundTold } from '@shared/messages';
import { levelOf } from '@shared/regions';
import { statement } from '../adapters';
import type { Adapters, Ctx } from '../runtime/context';
import { asSystem } from '../runtime/system';
import { tell } from './tell';
import { findDepartment, findServing } from './telling.sql';

interface Problems {
  region: string;
  department: string | null;
  problems: number;
  due_on: string;
  first: string;
  claimed_by: string | null;
  entered_by: string;
}

/** New ones of a place together: never a message a problem. */
const markNew = statement<Problems>(
  'found.markNew',
  `WITH told AS (UPDATE problem SET told_at = $2 WHERE county = $1 AND told_at IS NULL
                 RETURNING region, department, due_on, id, claimed_by, entered_by)
   SELECT region, department, count(*)::int AS problems, min(due_on) AS due_on, min(id) AS first, NULL AS claimed_by,
          min(entered_by) AS entered_by
     FROM told WHERE claimed_by IS NULL GROUP BY region, department ORDER BY region`,
);

const markLate = statement<Problems>(
  'found.markLate',
  `WITH late AS (UPDATE problem SET late_told_at = $3
                  WHERE county = $1 AND due_on < $2 AND closed_at IS NULL AND late_told_at IS NULL
                 RETURNING region, department, due_on, id, claimed_by, entered_by)
   SELECT region, department, count(*)::int AS problems, min(due_on) AS due_on, min(id) AS first, claimed_by, entered_by
     FROM late GROUP BY region, department, claimed_by, entered_by ORDER BY region`,
);

interface Round {
  round_id: string;
  village: string;
  name: string;
  last_day: string;
  opened_by: string;
}

const markOpened = statement<Round>(
  'found.markOpened',
  `UPDATE check_village v SET told_at = $2 FROM check_round r
    WHERE v.county = $1 AND v.told_at IS NULL AND r.county = v.county AND r.id = v.round_id AND r.withdrawn_at IS NULL
   RETURNING v.round_id, v.village, r.name, r.last_day, r.opened_by`,
);

const markVillagesLate = statement<Round>(
  'found.markVillagesLate',
  `UPDATE check_village v SET late_told_at = $3 FROM check_round r
    WHERE v.county = $1 AND v.signed_at IS NULL AND v.late_told_at IS NULL AND r.county = v.county AND r.id = v.round_id
      AND r.last_day < $2 AND r.withdrawn_at IS NULL
   RETURNING v.round_id, v.village, r.name, r.last_day, r.opened_by`,
);

/**
 * Tells a place, or the department that is asked, of problems, and who took one on or entered it that its day is past; then the
 * leader of the township of all late ones there, but of those that he was told of himself.
 */
export function tellProblems(adapters: Adapters, county: string, traceId: string): Promise<number> {
  return asSystem(adapters, county, traceId, async (ctx) => {
    const fresh = await ctx.db.rows(markNew, [county, ctx.now]);
    for (const one of fresh) await tellOf(ctx, county, 'PROBLEMS', one, await handsOf(ctx, county, one));
    const late = await ctx.db.rows(markLate, [county, ctx.today, ctx.now]);
    const told: (Problems & { people: string[] })[] = [];
    for (const one of late) {
      const hands = one.claimed_by === null ? await handsOf(ctx, county, one) : [one.claimed_by];
      const people = [...hands, one.entered_by];
      await tellOf(ctx, county, 'PROBLEMS_LATE', one, people);
      told.push({ ...one, people });
    }
    await tellLeaders(ctx, county, told);
    return [...fresh, ...late].reduce((sum, { problems }) => sum + problems, 0);
  });
}

/** One message a township: what is late in it and its villages together. What lies with the county is the county's. */
async function tellLeaders(
  ctx: Ctx,
  county: string,
  late: readonly (Problems & { people: readonly string[] })[],
): Promise<void> {
  const inTowns = late.filter(({ region }) => levelOf(region) !== 'COUNTY');
  for (const town of new Set(inTowns.map(({ region }) => region.slice(0, 9)))) {
    const there = inTowns.filter(({ region }) => region.startsWith(town));
    const [place] = there;
    if (place === undefined) continue;
    const leaders = await ctx.db.rows(findServing, [county, TOWN_LEADERS, place.region, ctx.today, null]);
    for (const { person_id } of leaders) {
      const unheard = there.filter(({ people }) => !people.includes(person_id));
      const [first] = unheard;
      if (first === undefined) continue;
      const all = {
        ...first,
        problems: unheard.reduce((sum, { problems }) => sum + problems, 0),
        due_on: unheard.map(({ due_on }) => due_on).sort()[0] ?? first.due_on,
      };
      await tellOf(ctx, county, 'PROBLEMS_LATE', { ...all, first: `${first.first}-${town}` }, [person_id]);
    }
  }
}

const TOWN_LEADERS: readonly StaffRole[] = ['TOWN_LEADER'];

/** Who takes on problems of a place: a department when it is asked, else the office of the place. */
async function handsOf(ctx: Ctx, county: string, { region, department }: Problems): Promise<string[]> {
  const roles: Partial<Record<ReturnType<typeof levelOf>, readonly StaffRole[]>> = {
    VILLAGE: ['VILLAGE', 'TASKFORCE'],
    TOWN: ['TOWN_CLERK'],
    COUNTY: ['COUNTY_CLERK'],
  };
  const rows =
    department === null
      ? await ctx.db.rows(findServing, [county, roles[levelOf(region)] ?? [], region, ctx.today, null])
      : await ctx.db.rows(findDepartment, [county, department, region, ctx.today]);
  return rows.map(({ person_id }) => person_id);
}

const tellOf = (
  ctx: Ctx,
  county: string,
  code: 'PROBLEMS' | 'PROBLEMS_LATE',
  one: Problems,
  people: string[],
) =>
  say(ctx, county, people, {
    key: `${one.first}-${code}`,
    title: FOUND_TOLD[code].title(one.problems),
    body: FOUND_TOLD[code].body(one.due_on),
    code,
  });

/** Tells villages that a round of checks has begun, then that its day is past; of late ones the township and who opened it. */
export function tellChecks(adapters: Adapters, county: string, traceId: string): Promise<number> {
  return asSystem(adapters, county, traceId, async (ctx) => {
    const opened = await ctx.db.rows(markOpened, [county, ctx.now]);
    for (const one of opened)
      await tellVillage(ctx, county, one, 'CHECK', FOUND_TOLD.CHECK.body(one.last_day));
    const late = await ctx.db.rows(markVillagesLate, [county, ctx.today, ctx.now]);
    const above = new Map<string, Round & { villages: number }>();
    for (const one of late) {
      await tellVillage(ctx, county, one, 'CHECK_LATE', FOUND_TOLD.CHECK_LATE.body());
      for (const key of [`${one.round_id}-${one.village.slice(0, 9)}`, one.round_id])
        above.set(key, { ...one, villages: (above.get(key)?.villages ?? 0) + 1 });
    }
    for (const [key, one] of above) {
      const values = [county, ['TOWN_CLERK'], one.village, ctx.today, null];
      const town = key === one.round_id ? [] : await ctx.db.rows(findServing, values);
      const people = key === one.round_id ? [one.opened_by] : town.map(({ person_id }) => person_id);
      await say(
        ctx,
        county,
        people.filter((id) => key === one.round_id || id !== one.opened_by),
        {
          key: `${key}-CHECKS_LATE`,
          title: FOUND_TOLD.CHECKS_LATE.title(one.villages),
          body: FOUND_TOLD.CHECKS_LATE.body(one.name),
          code: 'CHECKS_LATE',
        },
      );
    }
    return opened.length + late.length;
  });
}

async function tellVillage(
  ctx: Ctx,
  county: string,
  { round_id, village, name }: Round,
  code: 'CHECK' | 'CHECK_LATE',
  body: string,
): Promise<void> {
  const roles: readonly StaffRole[] = ['GRID', 'VILLAGE', 'TASKFORCE'];
  const rows = await ctx.db.rows(findServing, [county, roles, village, ctx.today, null]);
  await say(
    ctx,
    county,
    rows.map(({ person_id }) => person_id),
    {
      key: `${round_id}-${village}-${code}`,
      title: FOUND_TOLD[code].title(name),
      body,
      code,
    },
  );
}

const say = (
  ctx: Ctx,
  county: string,
  people: readonly string[],
  words: { key: string; title: string; body: string; code: FoundTold },
): Promise<void> =>
  tell(ctx, county, {
    ...words,
    people: [...new Set(people)],
    at: ctx.now,
    opens: 'QUEUE',
    caseId: null,
    caseNo: '',
  });
