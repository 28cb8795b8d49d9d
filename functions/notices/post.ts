import { contract } from '@shared/contract';
import { type CaseNotice, VILLAGE_CASE_NOTICES } from '@shared/publicity/codes';
import type { Ctx } from '../runtime/context';
import { handle } from '../runtime/use-case';
import { noteFindings } from './findings';
import { boardOf, newNoticeId, photoMissing, putUp } from './put-up';
import { composeSheet, loadForSheet, requirePublisher } from './sheet';
import { type Said, sourceOf } from './sources';

/** Posts a notice of the village: every case of it moves in this one transaction, or none does. */
export const post = handle(contract.notices.post, (ctx, input) => postCases(ctx, input));

/** Announces a result in the township's name; with that of an inclusion the households are included. */
export const announce = handle(contract.notices.announce, async (ctx, input) => {
  const { noticeId } = await postCases(ctx, input);
  return { noticeId };
});

interface Posting extends Said {
  kind: CaseNotice;
  caseIds: readonly string[];
  mends?: readonly string[] | undefined;
  photoId?: string | null;
}

async function postCases(ctx: Ctx, { kind, caseIds, photoId = null, ...said }: Posting) {
  const cases = await loadForSheet(ctx, caseIds);
  const [{ county, case: first }] = cases;
  const { posted } = sourceOf(kind);
  // A case's own action says who may; where nothing moves on a case, the kind says it.
  if (posted === undefined) requirePublisher(ctx, kind, first.village);
  else if (kind === 'PROPOSED_INCLUSION' && photoId === null) throw photoMissing();
  const sheet = await composeSheet(ctx, kind, cases, said);
  const noticeId = newNoticeId(ctx, county);
  for (const [index, loaded] of cases.entries())
    await posted?.(ctx, loaded, noticeId, photoId === null ? null : { id: photoId, first: index === 0 });
  await noteFindings(ctx, sheet);
  await putUp(ctx, noticeId, county, sheet);
  // The days of an inclusion run from its photo, which its cases hold; any other paper has its code first.
  if (isVillages(kind) && kind !== 'PROPOSED_INCLUSION') await boardOf(ctx, noticeId, first.village, photoId);
  return { noticeId, firstDay: sheet.content.from, lastDay: sheet.content.to };
}

const isVillages = (kind: CaseNotice) => VILLAGE_CASE_NOTICES.some((one) => one === kind);
