import type { Case } from '@shared/casework';
import { contract } from '@shared/contract';
import { audienceView, type NoticeKind, noticeText } from '@shared/publicity';
import { currentOf } from '../runtime/cases/answers';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { composeSheet, findingsOf, loadForSheet } from './sheet';

/** The sheet as it will look, with what may not be on it. Staff who may not post it may still look. */
export const preview = handle(contract.notices.preview, async (ctx, { kind, caseIds }) => {
  const cases = await loadForSheet(ctx, caseIds);
  for (const loaded of cases) {
    const reason = whyNot(loaded.case, kind);
    if (reason !== null)
      throw new Failure('conflict', reason, {
        params: { state: loaded.case.state },
        current: currentOf(ctx, loaded),
      });
  }
  const content = await composeSheet(ctx, kind, cases);
  const { households, people, columns, rows } = audienceView(content, 'BOARD', cases[0].profile.publicity);
  return {
    preview: {
      title: content.title,
      paragraphs: noticeText(content),
      households,
      people,
      columns,
      rows: (rows ?? []).map(({ name, group, cells }) => ({ name, group, cells })),
      firstDay: content.from,
      lastDay: content.to,
      days: content.days,
      issuer: content.issuer,
      phones: content.phones,
      findings: findingsOf(content),
    },
  };
});

function whyNot(c: Case, kind: NoticeKind): 'WRONG_STATE' | 'PUBLICITY_ALREADY_POSTED' | null {
  if (c.state !== (kind === 'PROPOSED_INCLUSION' ? 'PUBLICITY' : 'ANNOUNCED')) return 'WRONG_STATE';
  return kind === 'PROPOSED_INCLUSION' && c.publicity !== null ? 'PUBLICITY_ALREADY_POSTED' : null;
}
