import { TICKETS_TOLD } from '@shared/messages';
import { statement } from '../adapters';
import type { Adapters, Ctx } from '../runtime/context';
import { asSystem } from '../runtime/system';
import { tell } from './tell';
import { findDepartment, findFamily, findServing } from './telling.sql';

interface Told {
  id: string;
  case_id: string;
  village: string;
  department: string | null;
  due_on: string;
  again: boolean;
  /** How many answers were put right. */
  amended: number;
}

const BACK = `id, case_id, village, department, due_on, again_of IS NOT NULL AS again,
    (SELECT count(*)::int FROM line_ticket_answer e WHERE e.county = line_ticket.county AND e.ticket_id = line_ticket.id) AS amended`;

const markTold = statement<Told>(
  'tickets.markTold',
  `UPDATE line_ticket SET told_at = $2 WHERE county = $1 AND told_at IS NULL RETURNING ${BACK}`,
);

/** Past their day, once each. */
const markLate = statement<Told>(
  'tickets.markLate',
  `UPDATE line_ticket SET escalated_at = $3
    WHERE county = $1 AND due_on < $2 AND outcome IS NULL AND escalated_at IS NULL RETURNING ${BACK}`,
);

const markAnswered = statement<Told>(
  'tickets.markAnswered',
  `UPDATE line_ticket SET family_told = true
    WHERE county = $1 AND outcome IS NOT NULL AND NOT family_told RETURNING ${BACK}`,
);

/**
 * Tells the paying department and the village of what families say, those above them of what is late or said again,
 * and the family of each answer. Gives how many were told of.
 */
export function tellTickets(adapters: Adapters, county: string, traceId: string): Promise<number> {
  return asSystem(adapters, county, traceId, async (ctx) => {
    const fresh = await ctx.db.rows(markTold, [county, ctx.now]);
    for (const one of fresh)
      await tellOffice(ctx, county, one, one.again ? 'TICKET_AGAIN' : 'TICKET', one.again);
    const late = await ctx.db.rows(markLate, [county, ctx.today, ctx.now]);
    for (const one of late) await tellOffice(ctx, county, one, 'TICKET_LATE', true);
    const answered = await ctx.db.rows(markAnswered, [county]);
    for (const one of answered) await tellFamily(ctx, county, one);
    return fresh.length + late.length + answered.length;
  });
}

type Word = 'TICKET' | 'TICKET_AGAIN' | 'TICKET_LATE';

async function tellOffice(ctx: Ctx, county: string, one: Told, code: Word, above: boolean): Promise<void> {
  const roles = ['VILLAGE', 'TASKFORCE', ...(above ? ['TOWN_CLERK', 'COUNTY_CLERK'] : [])];
  const values = [county, roles, one.village, ctx.today, one.case_id];
  const serving = await ctx.db.rows(findServing, values);
  const paying =
    one.department === null
      ? []
      : await ctx.db.rows(findDepartment, [county, one.department, one.village, ctx.today]);
  await tell(ctx, county, {
    people: [...new Set([...serving, ...paying].map(({ person_id }) => person_id))],
    key: `${one.id}-${code}`,
    at: ctx.now,
    title: TICKETS_TOLD[code].title,
    body: TICKETS_TOLD[code].body(one.due_on),
    opens: 'TICKETS',
    caseId: null,
    caseNo: '',
    code,
  });
}

async function tellFamily(ctx: Ctx, county: string, one: Told): Promise<void> {
  const family = await ctx.db.rows(findFamily, [county, one.case_id]);
  const code = one.amended === 0 ? 'TICKET_ANSWER' : 'TICKET_AMENDED';
  await tell(ctx, county, {
    people: family.map(({ person_id }) => person_id),
    key: `${one.id}-answer${one.amended === 0 ? '' : one.amended}`,
    at: ctx.now,
    title: TICKETS_TOLD[code].title,
    body: TICKETS_TOLD[code].body(),
    opens: 'SAID',
    caseId: one.case_id,
    caseNo: '',
    code,
  });
}
