import type { NoticeContent } from '@shared/publicity';
import { newId } from '../adapters';
import type { LoadedCase } from '../runtime/cases/case-store';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { BEGINNING, chainDigest } from '../runtime/notice-chain';
import * as sql from './notices.sql';
import { findingsOf } from './sheet';

/**
 * Freezes a notice and lets it hang: content, digest over it and its predecessor, and the cases that it speaks of.
 * @throws Failure conflict when something stands in it that may not be published
 */
export async function putUp(
  ctx: Ctx,
  noticeId: string,
  content: NoticeContent,
  cases: readonly [LoadedCase, ...LoadedCase[]],
): Promise<void> {
  await freeze(ctx, cases[0].county, noticeId, content);
  await letHang(ctx, noticeId, content, cases);
}

/** The sheet as it will be printed, and its place in the chain. It does not hang yet. @throws Failure as `putUp` */
export async function freeze(
  ctx: Ctx,
  county: string,
  noticeId: string,
  content: NoticeContent,
): Promise<void> {
  if (findingsOf(content).length > 0) throw new Failure('conflict', 'NOTICE_HAS_FINDINGS');
  const village = content.villageCode;
  await ctx.db.rows(sql.lockChain, [county]);
  // The chain is the county's: whoever posts in one village stands on the last notice of any.
  const end = await ctx.db.within(county, () => ctx.db.first(sql.findChainEnd, [county]));
  const before = end?.digest ?? BEGINNING;
  await ctx.db.write(sql.insertNotice, [
    county,
    noticeId,
    village,
    content.kind,
    JSON.stringify(content),
    (end?.seq ?? 0) + 1,
    chainDigest(before, content),
    before,
    ctx.now,
    content.from,
    content.to,
  ]);
}

/** From here on its rows hang, each with its own last day. */
export async function letHang(
  ctx: Ctx,
  noticeId: string,
  { villageCode, to }: NoticeContent,
  cases: readonly [LoadedCase, ...LoadedCase[]],
): Promise<void> {
  const ids = cases.map((loaded) => loaded.case.id);
  await ctx.db.write(sql.insertNoticeCases, [cases[0].county, noticeId, villageCode, ids, to]);
}

/** The id is known before the notice is written: the events of its cases name it. */
export function newNoticeId(ctx: Ctx, county: string): string {
  return newId(county, ctx.now);
}
