import { contract } from '@shared/contract';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import * as sql from './accounts.sql';

/** The inbox, newest first. */
export const messages = handle(contract.accounts.messages, async (ctx) => {
  const rows = await ctx.db.rows(sql.findMessages, [ctx.caller.personId]);
  return {
    messages: rows.map(({ id, at, title, case_id, read_at }) => ({
      id,
      at,
      title,
      caseId: case_id,
      read: read_at !== null,
    })),
  };
});

export const readMessage = handle(contract.accounts.readMessage, async (ctx, { messageId }) => {
  const marked = await ctx.db.write(sql.markRead, [ctx.caller.personId, messageId, ctx.now]);
  if (marked === 0) throw new Failure('not_found', 'NOT_FOUND');
  return {};
});
