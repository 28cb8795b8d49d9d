import { contract } from '@shared/contract';
import type { OwnTicket } from '@shared/contract/tickets';
import { ticketDueOn } from '@shared/tickets';
import { countyOfId, newId } from '../adapters';
import type { LoadedCase } from '../runtime/cases/case-store';
import { getOwnCase } from '../runtime/cases/own-case';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { openTicket, sealTicket, type TicketSaid } from '../runtime/tickets';
import { handle } from '../runtime/use-case';
import { lineOf } from './lines';
import * as sql from './tickets.sql';
import { earlierOf, ownTicket } from './view';

interface New {
  department: string | null;
  kind: sql.TicketRow['line_kind'];
  lineId: string;
  what: sql.TicketRow['what'];
  said: TicketSaid;
  againOf: string | null;
}

/** 「不对？」 of a line: it waits for an answer with a date, whatever state the case is in. */
export const file = handle(contract.tickets.file, async (ctx, { caseId, kind, lineId, what, text }) => {
  const loaded = await getOwnCase(ctx, caseId);
  const { department, ...line } = await lineOf(ctx, loaded, kind, lineId);
  const said = { line, group: loaded.case.group, text };
  return {
    ticket: await write(ctx, loaded, { department, kind, lineId, what, said, againOf: null }),
  };
});

export const ours = handle(contract.tickets.ours, async (ctx, { caseId }) => {
  const { county } = await getOwnCase(ctx, caseId);
  const rows = await ctx.db.rows(sql.findOfCase, [county, caseId]);
  const earlier = await earlierOf(ctx, rows);
  return { today: ctx.today, tickets: rows.map((row) => ownTicket(ctx, row, earlier)) };
});

/** 「还是不对」, once: the same line goes to the same people again, and to the county beside them. */
export const again = handle(contract.tickets.again, async (ctx, { ticketId, text }) => {
  const county = countyOfId(ticketId);
  const row = county && (await ctx.db.first(sql.findTicket, [county, ticketId]));
  if (!row) throw new Failure('not_found', 'NOT_FOUND');
  const loaded = await getOwnCase(ctx, row.case_id);
  if (!ownTicket(ctx, row).maySayAgain) throw new Failure('conflict', 'ALREADY_SAID_AGAIN');
  const { line_kind: kind, line_id: lineId, what, department } = row;
  const said = { ...openTicket(ctx, row), text };
  return {
    ticket: await write(ctx, loaded, { department, kind, lineId, what, said, againOf: ticketId }),
  };
});

async function write(ctx: Ctx, { county, case: c, profile }: LoadedCase, ticket: New): Promise<OwnTicket> {
  const { department, kind, lineId, what, said, againOf } = ticket;
  const id = newId(county, ctx.now);
  const { keyId, bytes } = sealTicket(ctx, county, id, said);
  const written = await ctx.db.write(sql.insertTicket, [
    county,
    id,
    c.id,
    c.village,
    department,
    kind,
    lineId,
    what,
    keyId,
    bytes,
    ctx.caller.personId,
    ctx.now,
    ticketDueOn(profile, ctx.today),
    againOf,
  ]);
  if (written === 0) throw new Failure('conflict', 'ALREADY_REQUESTED');
  const row = await ctx.db.first(sql.findTicket, [county, id]);
  if (row === undefined) throw new Error('A ticket that was written is not there');
  return ownTicket(ctx, row);
}
