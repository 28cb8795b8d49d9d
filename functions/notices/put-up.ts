import type { NoticeContent } from '@shared/publicity';
import { newId } from '../adapters';
import { claimAttachments } from '../runtime/cases/cases.sql';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { BEGINNING, chainDigest } from '../runtime/notice-chain';
import * as sql from './notices.sql';
import type { Sheet } from './sheet';

/**
 * Freezes a notice and lets it hang: content, digest over it and its predecessor, and the cases that it speaks of.
 * @throws Failure conflict when something stands in it that may not be published, bad_input when nothing is left of it
 */
export async function putUp(ctx: Ctx, noticeId: string, county: string, sheet: Ready): Promise<void> {
  await freeze(ctx, county, noticeId, sheet);
  await letHang(ctx, noticeId, county, sheet.content);
}

type Ready = Pick<Sheet, 'content' | 'faults'> & Partial<Pick<Sheet, 'mended'>>;

/** The sheet as it will be printed, and its place in the chain. It does not hang yet. @throws Failure as `putUp` */
export async function freeze(
  ctx: Ctx,
  county: string,
  noticeId: string,
  { content, faults, mended = 0 }: Ready,
): Promise<void> {
  if (faults.length > 0) throw new Failure('conflict', 'NOTICE_HAS_FINDINGS');
  const list = 'text' in content ? content.text : content.entries;
  if (list.length === 0) throw new Failure('bad_input', 'NOTICE_EMPTY');
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
    mended,
    ctx.caller.personId,
  ]);
}

/** From here on its rows hang, each with its own last day. */
export async function letHang(
  ctx: Ctx,
  noticeId: string,
  county: string,
  { villageCode, to, entries }: NoticeContent,
): Promise<void> {
  const ids = new Set(entries.flatMap((entry) => ('headName' in entry ? [entry.id] : [])));
  if (ids.size > 0) await ctx.db.write(sql.insertNoticeCases, [county, noticeId, villageCode, [...ids], to]);
}

/** The id is known before the notice is written: the events of its cases name it. */
export function newNoticeId(ctx: Ctx, county: string): string {
  return newId(county, ctx.now);
}

/** Ties the photo of the board to the notice itself, where no case holds it. @throws Failure bad_input when it is not the caller's */
export async function claimBoardPhoto(
  ctx: Ctx,
  photoId: string,
  noticeId: string,
  village: string,
): Promise<void> {
  const taken = await ctx.db.write(claimAttachments, [
    [photoId],
    noticeId,
    village,
    ctx.caller.personId,
    [false],
  ]);
  if (taken !== 1) throw photoMissing();
}

/**
 * The photo of the board with a notice that hangs from now on; where there is none yet it is owed, by the end of
 * tomorrow (domain.md 6.4): the paper can only be printed now that it has its code.
 * @throws Failure as `claimBoardPhoto`
 */
export async function boardOf(
  ctx: Ctx,
  noticeId: string,
  village: string,
  photoId: string | null,
): Promise<void> {
  if (photoId !== null) return claimBoardPhoto(ctx, photoId, noticeId, village);
  await ctx.db.write(sql.oweStart, [village.slice(0, 6), noticeId, village, ctx.today, ctx.now]);
}

export function photoMissing(): Failure {
  return new Failure('bad_input', 'ATTACHMENT_UNKNOWN', {
    issues: [{ field: 'photoId', reason: 'ATTACHMENT_UNKNOWN', message: '' }],
  });
}
