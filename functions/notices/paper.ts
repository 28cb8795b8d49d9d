import { contract } from '@shared/contract';
import { loudspeakerPaper, noticePaper, posterPaper } from '@shared/papers';
import {
  type Announced,
  checkCode,
  checkNoticePath,
  countsOf,
  type NoticeContent,
  type NoticeEntry,
  printedAs,
  rulesOf,
} from '@shared/publicity';
import { audit } from '../runtime/audit';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { fileOf, placesOf } from '../runtime/papers';
import { handle } from '../runtime/use-case';
import { entriesOf } from './entries';
import { getForBoard, worksAtBoard } from './of-staff';

/** Where the code of a village's poster leads. */
const VILLAGE_PAGE = '/#/pages/home/index';

/** The sheet of a notice for the board, or its text for the loudspeaker. Who prints one is written down. */
export const paper = handle(contract.notices.paper, async (ctx, { noticeId, kind }) => {
  const row = await getForBoard(ctx, noticeId);
  const [content, entries] = entriesOf(row, ctx.today);
  const up = entries.filter((entry) => entry.hangs).map(({ entry }) => entry);
  // What has ended is not hung again: the paper with the names would outlive the notice.
  if (entries.length === 0 ? content.to < ctx.today : up.length === 0)
    throw new Failure('conflict', 'NOTICE_ENDED');
  const digest = row.digest.toString('hex');
  const token = ctx.keys.paperToken(printedAs(noticeId, digest));
  const sheet =
    kind === 'LOUDSPEAKER'
      ? loudspeakerPaper(announced(content, up))
      : noticePaper(
          content,
          { checkCode: checkCode(digest), code: addressed(ctx, checkNoticePath(token), token) },
          (at) => entries[at]?.hangs === true,
        );
  await audit(ctx, { what: 'PAPER', caseId: noticeId, detail: `NOTICE_${kind}`, why: '' });
  return { file: await fileOf(ctx, noticeId, sheet) };
});

/** The poster of a village: its code binds whoever scans it, so only those who may hang it make one. */
export const poster = handle(contract.notices.poster, async (ctx, { village }) => {
  if (!worksAtBoard(ctx, village)) throw new Failure('forbidden', 'ROLE_MAY_NOT');
  const places = await placesOf(ctx, village);
  if (places.villageName === '') throw new Failure('not_found', 'VILLAGE_UNKNOWN');
  const query = `?v=${village}&k=${ctx.keys.boardCode(village)}`;
  const sheet = posterPaper(places, addressed(ctx, `${VILLAGE_PAGE}${query}`, query));
  const county = village.slice(0, 6);
  await audit(ctx, { what: 'PAPER', caseId: village, county, detail: 'POSTER', why: '' });
  return { file: await fileOf(ctx, village, sheet, county) };
});

/** Takes a path on the site; gives its address, or what a phone makes of it where no site is known. */
const addressed = (ctx: Ctx, path: string, bare: string): string =>
  ctx.site === '' ? bare : `${ctx.site}${path}`;

function announced(content: NoticeContent, up: readonly NoticeEntry[]): Announced {
  const { kind, villageName, title, from: firstDay, to: lastDay, phones } = content;
  const { heading, objections } = rulesOf(kind);
  const { households } = countsOf(content, up);
  return { kind, villageName, heading, title, households, firstDay, lastDay, objections, phones };
}
