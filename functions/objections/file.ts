import { dueOn } from '@shared/casework';
import { contract } from '@shared/contract';
import { NoticeContent } from '@shared/publicity';
import { countyOfId, newId } from '../adapters';
import { findCaseIn } from '../runtime/cases/case-store';
import { performBySystem } from '../runtime/cases/on-case';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { findNoticeContent } from './objections.sql';

/**
 * Anybody objects to one family of a running notice. The case's id never leaves the server: a row of the notice names
 * the family, and what is written goes into the case by the system's hand, not by the objector's.
 */
export const file = handle(contract.objections.file, async (ctx, { noticeId, row, ...said }) => {
  const county = countyOfId(noticeId);
  if (county === undefined) throw new Failure('not_found', 'NOT_FOUND');
  // A villager has no region: the notice is open to all, and the objection is the county's to take in.
  return ctx.db.within(county, async () => {
    const notice = await ctx.db.first(findNoticeContent, [county, noticeId]);
    const entry = notice === undefined ? undefined : NoticeContent.parse(notice.content).entries[row];
    const loaded = entry === undefined ? null : await findCaseIn(ctx, county, entry.id);
    if (loaded === null) throw new Failure('not_found', 'NOT_FOUND');
    if (loaded.case.publicity?.noticeId !== noticeId) throw new Failure('conflict', 'NOTICE_ENDED');
    const objectionId = newId(county, ctx.now);
    const command = { type: 'fileObjection' as const, objectionId, ...said, channel: 'MINIAPP' as const };
    const after = await performBySystem(ctx, loaded, command);
    return {
      objectionId,
      answerDueOn: dueOn(after.case, after.profile, ctx.now) ?? ctx.today,
      queryCode: ctx.keys.queryCode(objectionId),
    };
  });
});
