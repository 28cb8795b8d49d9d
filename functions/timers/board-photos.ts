import { BOARD_TOLD } from '@shared/messages';
import type { Adapters, Ctx } from '../runtime/context';
import { asSystem } from '../runtime/system';
import * as sql from './board.sql';
import { tell } from './tell';
import { findServing } from './telling.sql';

/**
 * Asks the village for the photos of its board that are missing: when it went up, on its last day, and without the paper
 * after it; what is late rises to the township, once, and what the township reminded of is told. Gives how many.
 */
export function boardPhotos(adapters: Adapters, county: string, traceId: string): Promise<number> {
  return asSystem(adapters, county, traceId, async (ctx) => {
    for (const ask of [sql.askForStart, sql.askForEnd, sql.askForCleared])
      await ctx.db.write(ask, [county, ctx.today, ctx.now]);
    const asked = await ctx.db.rows(sql.tellOfBoard, [county, ctx.now]);
    for (const row of asked) await tellOf(ctx, county, row, 'BOARD', ['GRID', 'VILLAGE']);
    const late = await ctx.db.rows(sql.escalateBoard, [county, ctx.today, ctx.now]);
    for (const row of late) await tellOf(ctx, county, row, 'BOARD_LATE', ['VILLAGE', 'TOWN_CLERK']);
    const nudged = await ctx.db.rows(sql.takeReminders, [county, ctx.now]);
    for (const row of nudged) await tellOf(ctx, county, row, 'BOARD_NUDGE', ['GRID', 'VILLAGE'], row.day);
    return asked.length + late.length + nudged.length;
  });
}

async function tellOf(
  ctx: Ctx,
  county: string,
  { notice_id, village, what, village_name }: sql.BoardRow,
  code: keyof typeof BOARD_TOLD,
  roles: string[],
  /** Told once; a reminder once a day. */
  day = '',
): Promise<void> {
  const serving = await ctx.db.rows(findServing, [county, roles, village, ctx.today, null]);
  await tell(ctx, county, {
    people: serving.map(({ person_id }) => person_id),
    key: [code, what, notice_id, day].filter((part) => part !== '').join('-'),
    at: ctx.now,
    title: BOARD_TOLD[code].title(village_name),
    body: BOARD_TOLD[code].body(what),
    opens: 'TASKS',
    caseId: null,
    caseNo: '',
    code,
  });
}
