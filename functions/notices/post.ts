import { contract } from '@shared/contract';
import { perform } from '../runtime/cases/on-case';
import { handle } from '../runtime/use-case';
import { newNoticeId, putUp } from './put-up';
import { composeSheet, loadForSheet } from './sheet';

/** Posts the village notice: every case of it moves in this one transaction, or none does. */
export const post = handle(contract.notices.post, async (ctx, { caseIds, photoId }) => {
  const cases = await loadForSheet(ctx, caseIds);
  const content = await composeSheet(ctx, 'PROPOSED_INCLUSION', cases);
  const noticeId = newNoticeId(ctx, cases[0].county);
  for (const [index, loaded] of cases.entries()) {
    // One photo shows the board with all of them: it lies with the first case.
    const photo = index === 0 ? 'here' : 'elsewhere';
    await perform(ctx, loaded, { type: 'postPublicity', noticeId, photoId }, photo);
  }
  await putUp(ctx, noticeId, content, cases);
  return { noticeId, firstDay: content.from, lastDay: content.to };
});

/** Announces the result in the township's name; with it the households are included. */
export const announce = handle(contract.notices.announce, async (ctx, { caseIds }) => {
  const cases = await loadForSheet(ctx, caseIds);
  const content = await composeSheet(ctx, 'RESULT_ANNOUNCEMENT', cases);
  const noticeId = newNoticeId(ctx, cases[0].county);
  for (const loaded of cases) await perform(ctx, loaded, { type: 'announce', noticeId });
  await putUp(ctx, noticeId, content, cases);
  return { noticeId };
});
