import type { NoticePreview } from '@shared/contract';
import { contract } from '@shared/contract';
import { audienceView, type NoticeContent, noticeText, rulesOf } from '@shared/publicity';
import { handle } from '../runtime/use-case';
import { noteFindings } from './findings';
import { composeSheet, loadForSheet, type Sheet } from './sheet';

/** The sheet as it will look, with what may not be on it. Staff who may not post it may still look. */
export const preview = handle(contract.notices.preview, async (ctx, { kind, caseIds, ...said }) => {
  const cases = await loadForSheet(ctx, caseIds);
  const sheet = await composeSheet(ctx, kind, cases, said);
  await noteFindings(ctx, sheet);
  return { preview: previewOf(sheet) };
});

/** The case or line that a row is of, and which of its rows it is. */
function whose({ kind, entries }: NoticeContent, row: number): { id: string; about: string } {
  const entry = entries[row];
  return entry === undefined ? { id: '', about: '' } : { id: entry.id, about: rulesOf(kind).about(entry) };
}

/** How the sheet will look on the board, and what keeps it from going up. */
export function previewOf({ content, faults }: Sheet): NoticePreview {
  const { households, people, totalFen, columns, rows } = audienceView(content, 'BOARD', {
    nameOnline: 'FULL',
  });
  return {
    title: content.title,
    paragraphs: noticeText(content),
    households,
    people,
    totalFen,
    columns,
    rows: (rows ?? []).map(({ name, group, cells }, row) => ({
      ...whose(content, row),
      name,
      group,
      cells,
    })),
    firstDay: content.from,
    lastDay: content.to,
    days: content.days,
    issuer: content.issuer,
    phones: content.phones,
    findings: faults,
  };
}
