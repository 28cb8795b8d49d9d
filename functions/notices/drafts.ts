import { contract, type NoticeDraftView } from '@shared/contract';
import { newId } from '../adapters';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { type Draft, EMPTY, getDraft, insertDraft, mendDraft, openDraft, sheetOf, writeDraft } from './draft';
import { noteFindings } from './findings';
import * as sql from './notices.sql';
import { previewOf } from './preview';
import { boardOf, newNoticeId, putUp } from './put-up';
import { publisherOf, requirePublisher } from './sheet';

/** Writes the words of a village's own notice, or writes them anew. */
export const saveDraft = handle(contract.notices.saveDraft, async (ctx, { village, draft, title, text }) => {
  const content = { ...EMPTY, subject: title, text: paragraphs(text) };
  if (draft !== undefined) {
    const before = await getDraft(ctx, draft.id, draft.version);
    if (before.kind !== 'VILLAGE_NOTICE') throw new Failure('not_found', 'NOT_FOUND');
    const { asWritten, faults: found } = await sheetOf(ctx, before);
    const after = { ...before, content: { ...content, mended: before.content.mended ?? 0 } };
    const { faults } = await sheetOf(ctx, after);
    // Words that were put right by hand are as good as a mend.
    after.content.mended += Math.max(0, found.length - faults.length);
    await writeDraft(ctx, after);
    await noteFindings(ctx, { asWritten, found, faults }, draft.id);
    return { draft: await viewOf(ctx, draft.id) };
  }
  requirePublisher(ctx, 'VILLAGE_NOTICE', village);
  const county = village.slice(0, 6);
  const id = newId(county, ctx.now);
  await insertDraft(ctx, { county, id, village, kind: 'VILLAGE_NOTICE', content });
  return { draft: await viewOf(ctx, id) };
});

/** Drafts of the places where the caller serves, the one that was changed last first. */
export const drafts = handle(contract.notices.drafts, async (ctx) => {
  const found = [];
  for (const region of ctx.scopes) {
    await ctx.db.enter(region);
    for (const record of await ctx.db.rows(sql.findDrafts, [region.slice(0, 6), region])) {
      if (publisherOf(ctx, record.kind, record.village) === null) continue;
      const { id, kind, village, content, changedAt } = openDraft(ctx, record);
      const { subject, rows } = content;
      found.push({
        id,
        kind,
        village,
        villageName: record.village_name,
        subject,
        rows: rows.length,
        changedAt,
      });
    }
  }
  return { drafts: found };
});

export const draft = handle(contract.notices.draft, async (ctx, { draftId }) => ({
  draft: await viewOf(ctx, draftId),
}));

/** Does the mends that staff tapped, and says what is left; the same call names what is paid out. */
export const mend = handle(contract.notices.mend, async (ctx, { draftId, version, mends, subject }) => {
  const before = await getDraft(ctx, draftId, version);
  const { asWritten, faults: found } = await sheetOf(ctx, before);
  const content = mendDraft(before.content, found, mends);
  const after = { ...before, content: { ...content, subject: subject ?? content.subject } };
  await writeDraft(ctx, after);
  const { faults } = await sheetOf(ctx, after);
  await noteFindings(ctx, { asWritten, found, faults }, draftId);
  return { draft: await viewOf(ctx, draftId) };
});

export const dropDraft = handle(contract.notices.dropDraft, async (ctx, { draftId }) => {
  const { county, id } = await getDraft(ctx, draftId);
  await ctx.db.write(sql.dropDraft, [county, id]);
  return {};
});

/** Puts a draft up: frozen and chained like any notice, and refused while anything stands in its way. */
export const postDraft = handle(contract.notices.postDraft, async (ctx, { draftId, version, photoId }) => {
  const { county, village, ...before } = await getDraft(ctx, draftId, version);
  const sheet = await sheetOf(ctx, { county, village, ...before });
  const noticeId = newNoticeId(ctx, county);
  await putUp(ctx, noticeId, county, sheet);
  await boardOf(ctx, noticeId, village, photoId);
  await ctx.db.write(sql.closeDraft, [county, draftId, noticeId]);
  return { noticeId, firstDay: sheet.content.from, lastDay: sheet.content.to };
});

async function viewOf(ctx: Ctx, draftId: string): Promise<NoticeDraftView> {
  const found: Draft = await getDraft(ctx, draftId);
  const sheet = await sheetOf(ctx, found);
  await noteFindings(ctx, sheet, draftId);
  const { id, version, kind, village, content } = found;
  return {
    ...{ id, version, kind, village, subject: content.subject, text: content.text.join('\n') },
    preview: previewOf(sheet),
  };
}

const paragraphs = (text: string): string[] =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
