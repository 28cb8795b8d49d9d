import type { StaffRole } from '@shared/access';
import { contract } from '@shared/contract';
import { TICKET_READERS, type TicketOutcome, ticketRole } from '@shared/tickets';
import { countyOfId } from '../adapters';
import { audit } from '../runtime/audit';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { DONE_NEWEST, OPEN_BY_DAY } from '../runtime/open-or-done';
import { sealTicketAnswer } from '../runtime/tickets';
import { handle } from '../runtime/use-case';
import * as sql from './tickets.sql';
import { earlierOf, staffTicket } from './view';

/** Where somebody reads tickets: the regions served, or the county of the own department with what it paid. */
function places({ scopes, caller }: Ctx): { region: string; departments: string[] | null }[] {
  const serves = (region: string) =>
    caller.grants.some((grant) => grant.region === region && TICKET_READERS.includes(grant.role));
  const regions = scopes.filter(serves);
  if (regions.length > 0) return regions.map((region) => ({ region, departments: null }));
  const own = caller.grants.filter(({ role, department }) => role === 'DEPT' && department !== undefined);
  return [...new Set(own.map(({ region }) => region))].map((region) => ({
    region,
    departments: own.flatMap((grant) => (grant.region === region ? (grant.department ?? []) : [])),
  }));
}

/** Goes where the tickets of a place are: a department has no region, and reads by its own name. */
async function enter(ctx: Ctx, { region, departments }: ReturnType<typeof places>[number]): Promise<void> {
  if (departments === null) await ctx.db.enter(region);
}

/** Open ones by their day, or answered ones newest first, of every place in one order. */
export const list = handle(contract.tickets.list, async (ctx, { state, cursor, limit }) => {
  const order = state === 'OPEN' ? OPEN_BY_DAY : DONE_NEWEST;
  const after = order.after(cursor);
  const rows: sql.TicketRow[] = [];
  const earlier = new Map<string, readonly sql.EarlierRow[]>();
  let open = 0;
  let late = 0;
  for (const place of places(ctx)) {
    await enter(ctx, place);
    const { region, departments } = place;
    const who = [region.slice(0, 6), region, ctx.caller.personId, departments];
    const find = state === 'OPEN' ? sql.findOpen : sql.findAnswered;
    const found = await ctx.db.rows(find, [...who, after.key, after.id, limit + 1]);
    rows.push(...found);
    for (const [id, answers] of await earlierOf(ctx, found)) earlier.set(id, answers);
    const counted = await ctx.db.first(sql.countOpen, [...who, ctx.today]);
    open += counted?.open ?? 0;
    late += counted?.late ?? 0;
  }
  const keyOf = (row: sql.TicketRow) => (state === 'OPEN' ? row.due_on : (row.answered_at ?? ''));
  const { page, next } = order.page(rows, keyOf, limit);
  return {
    today: ctx.today,
    tickets: page.map((row) => staffTicket(ctx, row, earlier)),
    open,
    late,
    next,
  };
});

export const get = handle(contract.tickets.get, async (ctx, { ticketId }) => ({
  ticket: await viewOf(ctx, ticketId),
}));

/** The first answer stands until it is put right; the timers tell the family. */
export const answer = handle(contract.tickets.answer, async (ctx, { ticketId, outcome, text }) => {
  const row = await getTicket(ctx, ticketId);
  const role = ticketRole(ctx.caller, row);
  if (role === undefined) throw new Failure('forbidden', 'ROLE_MAY_NOT');
  const { county, case_id } = row;
  const { keyId, bytes } = sealTicketAnswer(ctx, county, ticketId, text);
  const said = [county, ticketId, outcome, ctx.caller.personId, role, ctx.now, keyId, bytes];
  if ((await ctx.db.write(sql.answerTicket, said)) === 0) throw new Failure('conflict', 'ALREADY_ANSWERED');
  await audit(ctx, { what: 'READ', caseId: case_id, detail: 'TICKET', why: '' });
  await settlePayment(ctx, row, { outcome, text, role });
  return { ticket: await viewOf(ctx, ticketId) };
});

/**
 * A later answer in the place of one that was wrong: by whoever may answer, of the newest word that the family said of the
 * line. The earlier one stays on record, for the family too, and the timers tell it anew.
 */
export const amend = handle(contract.tickets.amend, async (ctx, { ticketId, earlier, outcome, text }) => {
  const row = await getTicket(ctx, ticketId);
  const role = ticketRole(ctx.caller, row);
  if (role === undefined) throw new Failure('forbidden', 'ROLE_MAY_NOT');
  if (row.outcome === null || row.overtaken) throw new Failure('conflict', 'STALE_VERSION');
  const { county, case_id } = row;
  const kept = (await earlierOf(ctx, [row])).get(ticketId)?.length ?? 0;
  if (kept !== earlier || (await ctx.db.write(sql.keepAnswer, [county, ticketId, earlier + 1])) === 0)
    throw new Failure('conflict', 'STALE_VERSION');
  const { keyId, bytes } = sealTicketAnswer(ctx, county, ticketId, text);
  await ctx.db.write(sql.amendTicket, [
    ...[county, ticketId, outcome, ctx.caller.personId, role],
    ...[ctx.now, keyId, bytes],
  ]);
  await audit(ctx, { what: 'CORRECT', caseId: case_id, detail: `TICKET ${ticketId}`, why: text });
  await settlePayment(ctx, row, { outcome, text, role });
  return { ticket: await viewOf(ctx, ticketId) };
});

/**
 * What the newest answer says of a payment that a family calls not its own is so: put right, it was somebody else's;
 * anything else, and it is theirs. Payments lie with the county: statement, ledgers and the next card read it from now on.
 */
async function settlePayment(
  ctx: Ctx,
  { county, id, case_id: caseId, line_kind, line_id, what }: sql.TicketRow,
  { outcome, text, role }: { outcome: TicketOutcome; text: string; role: StaffRole },
): Promise<void> {
  if (line_kind !== 'PAYMENT' || what !== 'NOT_MINE') return;
  const { personId } = ctx.caller;
  const written = await ctx.db.within(county, () =>
    outcome === 'CORRECTED'
      ? ctx.db.write(sql.setAside, [county, line_id, id, personId, role, ctx.now])
      : ctx.db.write(sql.takeBack, [county, line_id, personId, ctx.now]),
  );
  if (written > 0) await audit(ctx, { what: 'CORRECT', caseId, detail: `PAYMENT ${line_id}`, why: text });
}

async function viewOf(ctx: Ctx, ticketId: string) {
  const row = await getTicket(ctx, ticketId);
  return staffTicket(ctx, row, await earlierOf(ctx, [row]));
}

/** @throws Failure not_found when it is none of the caller's places, or of the caller's own family */
async function getTicket(ctx: Ctx, ticketId: string): Promise<sql.TicketRow> {
  const county = countyOfId(ticketId);
  for (const place of county === undefined ? [] : places(ctx)) {
    await enter(ctx, place);
    const row = await ctx.db.first(sql.findTicket, [county, ticketId]);
    if (row === undefined || !row.village.startsWith(place.region)) continue;
    if (place.departments !== null && !place.departments.includes(row.department ?? '')) continue;
    const party = await ctx.db.first(sql.findParty, [county, row.case_id, ctx.caller.personId]);
    if (party === undefined) return row;
  }
  throw new Failure('not_found', 'NOT_FOUND');
}
