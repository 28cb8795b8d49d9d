import type { StaffRole } from '@shared/access';
import { CLUES_TOLD } from '@shared/messages';
import { statement } from '../adapters';
import type { Adapters, Ctx } from '../runtime/context';
import { asSystem } from '../runtime/system';
import { tell } from './tell';
import { findServing } from './telling.sql';

interface Touched {
  village: string;
  clues: number;
  due_on: string;
  first: string;
}

/** Marks new clues as told, village by village. */
const markTold = statement<Touched>(
  'clues.markTold',
  `WITH told AS (UPDATE clue SET told_at = $2 WHERE county = $1 AND told_at IS NULL
                 RETURNING village, due_on, id, answered_at)
   SELECT village, count(*) AS clues, min(due_on) AS due_on, min(id) AS first FROM told
    WHERE answered_at IS NULL GROUP BY village ORDER BY village`,
);

/** Marks clues past their day as late, once each. */
const markLate = statement<Touched>(
  'clues.markLate',
  `WITH late AS (UPDATE clue SET escalated_at = $3
                  WHERE county = $1 AND due_on < $2 AND answered_at IS NULL AND escalated_at IS NULL
                 RETURNING village, due_on, id)
   SELECT village, count(*) AS clues, min(due_on) AS due_on, min(id) AS first FROM late
    GROUP BY village ORDER BY village`,
);

/** One message a village and run for clues that are new to it. Gives how many clues were told of. */
export function tellClues(adapters: Adapters, county: string, traceId: string): Promise<number> {
  return asSystem(adapters, county, traceId, async (ctx) => {
    const told = await ctx.db.rows(markTold, [county, ctx.now]);
    for (const { village, clues, due_on, first } of told)
      await tellOf(ctx, county, ['VILLAGE', 'TASKFORCE'], village, {
        key: `${first}-clues`,
        title: CLUES_TOLD.CLUES.title(clues),
        body: CLUES_TOLD.CLUES.body(due_on),
        code: 'CLUES',
      });
    return told.reduce((sum, { clues }) => sum + clues, 0);
  });
}

/** Clues past their day go to the village again and to its township, which answers too. Gives how many, once each. */
export function escalateClues(adapters: Adapters, county: string, traceId: string): Promise<number> {
  return asSystem(adapters, county, traceId, async (ctx) => {
    const late = await ctx.db.rows(markLate, [county, ctx.today, ctx.now]);
    const towns = new Map<string, Touched>();
    for (const one of late) {
      await tellLate(ctx, county, ['VILLAGE', 'TASKFORCE'], one);
      const town = one.village.slice(0, 9);
      const sum = (towns.get(town)?.clues ?? 0) + one.clues;
      towns.set(town, { ...one, clues: sum });
    }
    for (const town of towns.values()) await tellLate(ctx, county, ['TOWN_CLERK'], town);
    return late.reduce((sum, { clues }) => sum + clues, 0);
  });
}

const tellLate = (ctx: Ctx, county: string, roles: readonly StaffRole[], one: Touched) =>
  tellOf(ctx, county, roles, one.village, {
    key: `${one.first}-late`,
    title: CLUES_TOLD.CLUES_LATE.title(one.clues),
    body: CLUES_TOLD.CLUES_LATE.body(),
    code: 'CLUES_LATE',
  });

async function tellOf(
  ctx: Ctx,
  county: string,
  roles: readonly StaffRole[],
  village: string,
  words: { key: string; title: string; body: string; code: 'CLUES' | 'CLUES_LATE' },
): Promise<void> {
  const serving = await ctx.db.rows(findServing, [county, roles, village, ctx.today, null]);
  const people = serving.map(({ person_id }) => person_id);
  await tell(ctx, county, { ...words, people, at: ctx.now, opens: 'CLUES', caseId: null, caseNo: '' });
}
