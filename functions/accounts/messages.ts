import { contract } from '@shared/contract';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import * as sql from './accounts.sql';

/** The inbox, newest first. */
export const messages = handle(contract.accounts.messages, async (ctx) => {
  const rows = await ctx.db.rows(sql.findMessages, [ctx.caller.personId]);
  return {
    messages: rows.map(({ id, at, title, body, opens, about, case_id, read_at }) => ({
      id,
      at,
      title,
      text: body,
      opens,
      about,
      caseId: case_id,
      read: read_at !== null,
    })),
    credits: await creditsOf(ctx),
  };
});

export const readMessage = handle(contract.accounts.readMessage, async (ctx, { messageId }) => {
  const marked = await ctx.db.write(sql.markRead, [ctx.caller.personId, messageId, ctx.now]);
  if (marked === 0) throw new Failure('not_found', 'NOT_FOUND');
  return {};
});

/** What is left of each template, in the order in which the phone asks for them. */
export async function creditsOf(ctx: Ctx): Promise<{ template: string; left: number }[]> {
  const rows = await ctx.db.rows(sql.findCredits, [ctx.caller.personId]);
  return ctx.push.templates.map(({ id }) => ({
    template: id,
    left: rows.find(({ template }) => template === id)?.remaining ?? 0,
  }));
}
