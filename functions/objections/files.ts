import { contract } from '@shared/contract';
import { countyOfId, newId, newToken } from '../adapters';
import { requireRoom } from '../runtime/ceiling';
import { Failure } from '../runtime/failure';
import { announceFile, takeInFile } from '../runtime/files/take-in';
import { handle } from '../runtime/use-case';
import * as sql from './objections.sql';

const DAY_SECONDS = 86_400;
/** Files that strangers may send about one village in a day: an evening's flood fills no store. */
const FILES_A_DAY = 120;

/**
 * Announces a recording or photo of somebody who need not say who she is: for a notice that runs, under a ticket that
 * only she holds. The file has no owner, not even when she is signed in: nothing leads from it to her.
 */
export const startFile = handle(contract.objections.startFile, async (ctx, { noticeId, ...file }) => {
  const county = countyOfId(noticeId);
  if (county === undefined) throw new Failure('not_found', 'NOT_FOUND');
  return ctx.db.within(county, async () => {
    const notice = await ctx.db.first(sql.findNoticeContent, [county, noticeId]);
    if (notice === undefined) throw new Failure('conflict', 'NOTICE_ENDED');
    const { village } = notice;
    await requireRoom(ctx, {
      key: `objections.files ${village}`,
      limit: FILES_A_DAY,
      seconds: DAY_SECONDS,
      reason: 'TOO_MANY_OBJECTIONS',
    });
    const attachmentId = newId(county, ctx.now);
    const ticket = newToken();
    const of = { village, ticket: ctx.keys.tokenHash(ticket) };
    return {
      attachmentId,
      ticket,
      upload: await announceFile(ctx, { county, id: attachmentId, ...file, of }),
    };
  });
});

/** Has such a file looked at: a photo is drawn anew as every other. @throws Failure not_found without its ticket */
export const finishFile = handle(contract.objections.finishFile, async (ctx, { attachmentId, ticket }) => {
  const county = countyOfId(attachmentId);
  if (county === undefined) throw new Failure('not_found', 'NOT_FOUND');
  return ctx.db.within(county, async () => {
    const row = await ctx.db.first(sql.findTicketed, [county, attachmentId, ctx.keys.tokenHash(ticket)]);
    if (row === undefined) throw new Failure('not_found', 'NOT_FOUND');
    if (row.state === 'READY') return { attachmentId, contentType: row.content_type, size: row.size };
    return takeInFile(ctx, county, row);
  });
});
