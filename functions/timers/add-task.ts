import type { Instant, LocalDate } from '@shared/calendar';
import type { Case } from '@shared/casework';
import { STAFF_TOLD } from '@shared/messages';
import { newId } from '../adapters';
import type { Ctx } from '../runtime/context';
import { tell } from './tell';
import * as sql from './telling.sql';

export interface Errand {
  kind: 'TELL' | 'VISIT' | 'HELP';
  /** The same key is added once. */
  key: string;
  /** One sentence or two, as they are said at the door. */
  item: string;
  dueOn: LocalDate;
  at: Instant;
}

/**
 * Asks the grid member to go. One open errand a family and kind: what is new joins it, and the earlier date counts,
 * so that nobody walks there twice a day. Only a new errand is told of.
 */
export async function addTask(
  ctx: Ctx,
  county: string,
  c: Pick<Case, 'id' | 'caseNo' | 'village' | 'headName' | 'state'>,
  { kind, key, item, dueOn, at }: Errand,
): Promise<void> {
  if ((await ctx.db.first(sql.findTaskItem, [county, c.id, kind, key])) !== undefined) return;
  const task = await ctx.db.first(sql.addTask, [
    county,
    newId(county, ctx.clock.wall()),
    c.village,
    c.id,
    kind,
    key,
    item,
    dueOn,
    at,
  ]);
  if (task === undefined || task.items > 1) return;
  const serving = await ctx.db.rows(sql.findServing, [county, ['GRID'], c.village, ctx.today, null]);
  const facts = { headName: c.headName, state: c.state, dueOn };
  await tell(ctx, county, {
    people: serving.map(({ person_id }) => person_id),
    key: `${key}-task`,
    at,
    title: STAFF_TOLD.TASK.title(facts),
    body: kind === 'TELL' ? STAFF_TOLD.TASK.body(facts) : item,
    opens: 'TASKS',
    caseId: c.id,
    caseNo: c.caseNo,
    code: 'TASK',
  });
}
