import { contract } from '@shared/contract';
import { countyOfId } from '../adapters';
import { Failure } from '../runtime/failure';
import { takeInFile } from '../runtime/files/take-in';
import { handle } from '../runtime/use-case';
import * as sql from './attachments.sql';

/** Has an uploaded file of the caller's own looked at. @throws Failure not_found, and as `takeInFile` */
export const finish = handle(contract.attachments.finish, async (ctx, { attachmentId }) => {
  const county = countyOfId(attachmentId);
  const row = county && (await ctx.db.first(sql.findAttachment, [county, attachmentId]));
  if (!row || row.owner_id !== ctx.caller.personId) throw new Failure('not_found', 'NOT_FOUND');
  if (row.state === 'READY') return { attachmentId, contentType: row.content_type, size: row.size };
  return takeInFile(ctx, county, row);
});
