import { publicView } from '@shared/casework';
import { composeNotice, type NoticeContent, noticeWindow, scanNotice } from '@shared/publicity';
import type { LoadedCase } from '../runtime/cases/case-store';
import { getCase } from '../runtime/cases/on-case';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { placesOf } from '../runtime/papers';

/** Loads the cases of one sheet, in the order given. @throws Failure when they are not of one village */
export async function loadForSheet(
  ctx: Ctx,
  caseIds: readonly string[],
): Promise<[LoadedCase, ...LoadedCase[]]> {
  const loaded: LoadedCase[] = [];
  for (const caseId of new Set(caseIds)) loaded.push(await getCase(ctx, caseId, 'STAFF'));
  const [first, ...rest] = loaded;
  if (first === undefined) throw new Failure('bad_input', 'NOTICE_EMPTY');
  const sameSheet = (one: LoadedCase) =>
    one.case.village === first.case.village &&
    one.profile.publicity.days === first.profile.publicity.days &&
    one.profile.publicity.unit === first.profile.publicity.unit;
  if (!rest.every(sameSheet))
    throw new Failure('bad_input', 'INVALID', {
      issues: [{ field: 'caseIds', reason: 'INVALID', message: '' }],
    });
  return [first, ...rest];
}

/** Writes the sheet of these cases as it would go up now: from the whitelist of publicity, never from a case itself. */
export async function composeSheet(
  ctx: Ctx,
  kind: 'PROPOSED_INCLUSION' | 'RESULT_ANNOUNCEMENT',
  cases: readonly [LoadedCase, ...LoadedCase[]],
): Promise<NoticeContent> {
  const [{ case: first, profile }] = cases;
  const { village } = first;
  const { villageName, townName, countyName, offices } = await placesOf(ctx, village);
  return composeNotice(
    {
      kind,
      village: { code: village, name: villageName },
      townName,
      countyName,
      entries: cases.map((loaded) => {
        const { caseId, ...entry } = publicView(loaded.case, ctx.today);
        return { id: caseId, ...entry };
      }),
      window: noticeWindow(kind, ctx.now, profile),
      postedOn: ctx.today,
      phones: {
        village: offices.village.phone,
        town: offices.town.phone,
        county: offices.county.phone,
      },
    },
    profile,
  );
}

/** What may not go up, with its place: 「entries.0.group」 is the group in the first row. */
export function findingsOf(content: NoticeContent): { kind: string; where: string; text: string }[] {
  return scanNotice(content).map(({ kind, field, row, text }) => ({
    kind,
    where: row === undefined ? field : `entries.${row}.${field}`,
    text,
  }));
}
