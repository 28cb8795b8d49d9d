import { decide } from '@shared/casework';
import { contract } from '@shared/contract';
import { canonicalText, NoticeContent } from '@shared/publicity';
import { currentOf } from '../runtime/cases/answers';
import type { LoadedCase } from '../runtime/cases/case-store';
import { getCase, perform } from '../runtime/cases/on-case';
import type { Ctx } from '../runtime/context';
import { Failure, failureOfRefusal } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { noteFindings } from './findings';
import * as sql from './notices.sql';
import { getForBoard } from './of-staff';
import { freeze, letHang, newNoticeId } from './put-up';
import { composeSheet, loadForSheet, mendedSheet } from './sheet';

/**
 * Freezes the sheet so that it can be printed with its code, before anything hangs. The same sheet of the same day is
 * frozen once; who asks again gets it.
 */
export const prepare = handle(contract.notices.prepare, async (ctx, { caseIds, mends }) => {
  const cases = await loadForSheet(ctx, caseIds);
  const [{ county, case: first }] = cases;
  for (const loaded of cases) mustBePostable(ctx, loaded);
  const sheet = await composeSheet(ctx, 'PROPOSED_INCLUSION', cases, { mends });
  const same = (await ctx.db.rows(sql.findPrepared, [county, first.village, ctx.today])).find(
    (row) => canonicalText(NoticeContent.parse(row.content)) === canonicalText(sheet.content),
  );
  if (same !== undefined) return { noticeId: same.id };
  const noticeId = newNoticeId(ctx, county);
  await noteFindings(ctx, sheet);
  await freeze(ctx, county, noticeId, sheet);
  return { noticeId };
});

/**
 * The board with the paper on it was photographed: from now on the notice hangs and its days run (domain.md 6.4). All of
 * its cases move in this one transaction, or none does.
 */
export const hang = handle(contract.notices.hang, async (ctx, { noticeId, photoId }) => {
  const row = await getForBoard(ctx, noticeId);
  const frozen = NoticeContent.parse(row.content);
  if (frozen.kind !== 'PROPOSED_INCLUSION' || row.rows !== null)
    throw new Failure('conflict', 'PUBLICITY_ALREADY_POSTED');
  const cases = await loadForSheet(
    ctx,
    frozen.entries.map(({ id }) => id),
  );
  // What is on the paper must be what is so today: its days, and every family as it stands. It was frozen without a
  // finding, so what would be found anew was mended as it is proposed.
  const { asWritten, found } = await composeSheet(ctx, 'PROPOSED_INCLUSION', cases, {});
  const { content } = mendedSheet(
    asWritten,
    found.map(({ where }) => where),
  );
  if (canonicalText(content) !== canonicalText(frozen)) throw new Failure('conflict', 'NOTICE_OUT_OF_DATE');
  for (const [index, loaded] of cases.entries()) {
    // One photo shows the board with all of them: it lies with the first case.
    const photo = index === 0 ? 'here' : 'elsewhere';
    await perform(ctx, loaded, { type: 'postPublicity', noticeId, photoId }, photo);
  }
  await letHang(ctx, noticeId, cases[0].county, frozen);
  return { noticeId, firstDay: frozen.from, lastDay: frozen.to };
});

/** The board once the paper came down, for all families of the sheet that still lack that photo. */
export const photographEnd = handle(contract.notices.photographEnd, async (ctx, { noticeId, photoId }) => {
  const { content } = await getForBoard(ctx, noticeId);
  let photographed = 0;
  let refused: Failure | undefined;
  for (const { id } of NoticeContent.parse(content).entries) {
    const loaded = await getCase(ctx, id, 'STAFF');
    const command = { type: 'photographBoard', photoId } as const;
    const decision = decide(loaded.case, command, { ...ctx, profile: loaded.profile });
    if (!decision.ok) {
      refused ??= failureOfRefusal(decision.refusal, currentOf(ctx, loaded));
      continue;
    }
    await perform(ctx, loaded, command, photographed === 0 ? 'here' : 'elsewhere');
    photographed += 1;
  }
  if (photographed === 0 && refused !== undefined) throw refused;
  return { photographed };
});

/** @throws Failure when this caller could not post this case now */
function mustBePostable(ctx: Ctx, loaded: LoadedCase): void {
  const { caller, now } = ctx;
  const command = { type: 'postPublicity', noticeId: '', photoId: '' } as const;
  const decision = decide(loaded.case, command, { caller, now, profile: loaded.profile });
  if (!decision.ok) throw failureOfRefusal(decision.refusal, currentOf(ctx, loaded));
}
