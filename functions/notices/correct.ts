import { contract } from '@shared/contract';
import { audienceView, changesBetween, checkCode, NoticeContent } from '@shared/publicity';
import { countyOfId } from '../adapters';
import type { LoadedCase } from '../runtime/cases/case-store';
import { getCase, perform } from '../runtime/cases/on-case';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import * as sql from './correct.sql';
import { correctRows } from './correct-rows';
import { findNotice } from './notices.sql';
import { freeze, newNoticeId, photoMissing } from './put-up';
import { findFrozen } from './row-requests.sql';
import { contentOf, mendedSheet } from './sheet';
import { sourceOf } from './sources';

/**
 * A corrected version goes up in the old one's place, with a photo of the board and a reason that everybody may read. The
 * old one stays as it was frozen and its code says that it was corrected. A family of whom other facts are published now
 * gets its full days for them, the others keep what they had left (domain.md 3.3).
 * @throws Failure conflict when it was corrected before, has ended, or a family of it is being looked into
 */
export const correct = handle(contract.notices.correct, async (ctx, { noticeId, reason, photoId, rows }) => {
  const { county, village, content, row } = await findOwn(ctx, noticeId);
  // Words have no rows.
  if (content.kind === 'VILLAGE_NOTICE') throw new Failure('conflict', 'WRONG_STATE');
  if ((await ctx.db.first(sql.findSuccessor, [county, noticeId])) !== undefined)
    throw new Failure('conflict', 'NOTICE_CORRECTED');
  // What waits to be decided of a frozen row is decided by this version, or before it.
  const frozen = await ctx.db.rows(findFrozen, [county, noticeId]);
  if (!frozen.flatMap(({ rows: places }) => places).every((place) => rows.some(({ row }) => row === place)))
    throw new Failure('conflict', 'ROW_HIDDEN');
  if (content.kind !== 'PROPOSED_INCLUSION')
    return { noticeId: await correctRows(ctx, county, row, { noticeId, reason, photoId, rows }) };
  if (photoId === null) throw photoMissing();
  const newId = newNoticeId(ctx, county);
  const cases: LoadedCase[] = [];
  let isNew = false;
  for (const [place, entry] of content.entries.entries()) {
    const loaded = await getCase(ctx, entry.id, 'STAFF');
    // A family that came down before its time hangs no more, on this sheet or on the next.
    if (loaded.case.publicity?.noticeId !== noticeId) continue;
    // A family of whom nothing is said keeps its own facts: the sheet does not name a head who is a minor.
    const said = rows.find((one) => one.row === place);
    const command = {
      type: 'correctPublicity' as const,
      noticeId: newId,
      photoId,
      facts: {
        headName: said?.headName ?? loaded.case.headName,
        memberCount: said?.memberCount ?? loaded.case.memberCount ?? 1,
        group: said?.group ?? loaded.case.group,
      },
    };
    const after = await perform(ctx, loaded, command, cases.length === 0 ? 'here' : 'elsewhere');
    isNew ||= after.case.publicity?.content !== loaded.case.publicity.content;
    cases.push(after);
  }
  const [first, ...others] = cases;
  if (first === undefined) throw new Failure('conflict', 'PUBLICITY_OVER');
  const all: [LoadedCase, ...LoadedCase[]] = [first, ...others];
  const source = sourceOf('PROPOSED_INCLUSION');
  const entries = all.flatMap((loaded) => source.rows(loaded.case, {}, ctx.today, null));
  const { profile } = first;
  const composed = await contentOf(ctx, { kind: 'PROPOSED_INCLUSION', village, profile, entries });
  const windows = all.flatMap(({ case: { publicity } }) => publicity ?? []);
  const { from, to, days } = isNew ? composed : content;
  const { content: sheet, faults } = mendedSheet({ ...composed, from, to, days }, []);
  await freeze(ctx, county, newId, { content: sheet, faults });
  await ctx.db.write(sql.insertRows, [
    county,
    newId,
    village,
    all.map(({ case: { id } }) => id),
    windows.map(({ lastDay }) => lastDay),
  ]);
  await ctx.db.write(sql.takeDownRows, [county, noticeId, ctx.now]);
  const { personId } = ctx.caller;
  await ctx.db.write(sql.insertCorrection, [county, noticeId, newId, village, reason, ctx.now, personId]);
  return { noticeId: newId };
});

/** Versions of a notice, oldest first, whichever of them was asked for. */
export const versions = handle(contract.notices.versions, async (ctx, { noticeId }) => {
  const { county } = await findOwn(ctx, noticeId);
  const found = await ctx.db.rows(sql.findVersions, [county, noticeId]);
  const contents = found.map(({ content }) => NoticeContent.parse(content));
  return {
    versions: found.map(({ id, digest, content, posted_at, reason, corrected_at, corrected_by }, at) => {
      const frozen = contents[at] ?? NoticeContent.parse(content);
      const before = contents[at - 1];
      const { columns, rows } = audienceView(frozen, 'STAFF', { nameOnline: 'FULL' });
      return {
        firstDay: frozen.from,
        lastDay: frozen.to,
        changes: before === undefined ? [] : changesBetween(before, frozen),
        noticeId: id,
        checkCode: checkCode(digest.toString('hex')),
        postedAt: posted_at,
        columns,
        rows: (rows ?? []).map(({ name, group, cells }) => ({ name, group, cells })),
        replaced: reason === null ? null : { reason, at: corrected_at ?? '', by: corrected_by ?? '' },
      };
    }),
  };
});

/** @throws Failure not_found outside of the caller's regions */
async function findOwn(ctx: Ctx, noticeId: string) {
  const county = countyOfId(noticeId);
  for (const scope of county === undefined ? [] : ctx.scopes) {
    await ctx.db.enter(scope);
    const row = await ctx.db.first(findNotice, [county, noticeId]);
    if (row !== undefined && county !== undefined && row.village.startsWith(scope))
      return { county, village: row.village, content: NoticeContent.parse(row.content), row };
  }
  throw new Failure('not_found', 'NOT_FOUND');
}
