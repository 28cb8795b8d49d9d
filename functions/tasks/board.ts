import { contract } from '@shared/contract';
import type { NoticeKind } from '@shared/publicity';
import { countyOf } from '@shared/regions';
import { enabledActions } from '../runtime/cases/answers';
import { findCase } from '../runtime/cases/case-store';
import { claimAttachments } from '../runtime/cases/cases.sql';
import { perform } from '../runtime/cases/on-case';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import * as sql from './board.sql';
import { ownVillages } from './villages';

/** Photos of the own villages' boards that are still to be taken, the most urgent first. */
export const board = handle(contract.tasks.board, async (ctx) => {
  const rows: sql.BoardTaskRow[] = [];
  for (const village of ownVillages(ctx)) {
    await ctx.db.enter(village);
    rows.push(...(await ctx.db.rows(sql.findBoardTasks, [countyOf(village), village])));
  }
  rows.sort((a, b) => (a.due_on < b.due_on ? -1 : a.due_on > b.due_on ? 1 : 0));
  return {
    tasks: rows.map((row) => ({
      noticeId: row.notice_id,
      what: row.what,
      kind: row.kind as NoticeKind,
      title: row.title,
      villageName: row.village_name,
      lastDay: row.last_day,
      dueOn: row.due_on,
      late: row.due_on < ctx.today,
    })),
  };
});

/**
 * A photo of the board that was asked for. It is taken now: one that was sent before it was asked for shows another day.
 * The one of the last day lies with every case of the notice that still waits for it.
 * @throws Failure conflict when it was taken already, bad_input for a photo that is old or not the caller's
 */
export const photographBoard = handle(
  contract.tasks.photographBoard,
  async (ctx, { noticeId, what, photoId }) => {
    for (const village of ownVillages(ctx)) {
      const county = countyOf(village);
      await ctx.db.enter(village);
      const task = await ctx.db.first(sql.findBoardTask, [county, noticeId, what]);
      if (task === undefined || task.village !== village) continue;
      if (!task.open) throw new Failure('conflict', 'BOARD_PHOTO_TAKEN');
      const photo = await ctx.db.first(sql.isFreshPhoto, [photoId, ctx.caller.personId, task.created_at]);
      if (photo?.fresh === false) throw refusedPhoto('PHOTO_TOO_OLD');
      const { personId } = ctx.caller;
      const taken = await ctx.db.write(claimAttachments, [[photoId], noticeId, village, personId, [false]]);
      if (taken !== 1) throw refusedPhoto('ATTACHMENT_UNKNOWN');
      await ctx.db.write(sql.finishBoardTask, [county, noticeId, what, photoId, ctx.now, personId]);
      if (what === 'END') await photographCases(ctx, county, noticeId, photoId);
      if (what === 'CLEARED') await ctx.db.write(sql.missOthers, [county, noticeId, ctx.now]);
      return {};
    }
    throw new Failure('not_found', 'NOT_FOUND');
  },
);

function refusedPhoto(reason: 'PHOTO_TOO_OLD' | 'ATTACHMENT_UNKNOWN'): Failure {
  return new Failure('bad_input', reason, { issues: [{ field: 'photoId', reason, message: '' }] });
}

/** Cases on which the caller may not act, or that have gone on, are left as they are: the notice has its photo. */
async function photographCases(ctx: Ctx, county: string, noticeId: string, photoId: string): Promise<void> {
  for (const { case_id } of await ctx.db.rows(sql.findNoticeCases, [county, noticeId])) {
    const loaded = await findCase(ctx, case_id);
    if (loaded === null || !enabledActions(ctx, loaded).includes('photographBoard')) continue;
    await perform(ctx, loaded, { type: 'photographBoard', photoId }, 'elsewhere');
  }
}
