import type { Profile } from '@shared/procedure';
import {
  composeNotice,
  type Fault,
  faultsOf,
  mendContent,
  type NoticeContent,
  type NoticeKind,
  noticeWindow,
  type Publisher,
  rulesOf,
} from '@shared/publicity';
import type { CaseNotice } from '@shared/publicity/codes';
import { covers } from '@shared/regions';
import { currentOf } from '../runtime/cases/answers';
import type { LoadedCase } from '../runtime/cases/case-store';
import { getCase } from '../runtime/cases/on-case';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { placesOf } from '../runtime/papers';
import { exitOfCase } from '../runtime/register/exit-store';
import { type Said, sourceOf } from './sources';

type Cases = [LoadedCase, ...LoadedCase[]];

/** Loads the cases of one sheet, in the order given. @throws Failure when they are not of one village */
export async function loadForSheet(ctx: Ctx, caseIds: readonly string[]): Promise<Cases> {
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

/** A sheet as it would go up now, what may not stand on it, and what was put right of it. */
export interface Sheet {
  content: NoticeContent;
  /** Before any mend. */
  asWritten: NoticeContent;
  /** Still in the way. */
  faults: Fault[];
  /** Everything that stood in the way before staff tapped a mend. */
  found: Fault[];
  /** How many of them were put right. */
  mended: number;
}

/**
 * Writes the sheet of these cases: from the whitelist of its kind, never from a case itself. Mends that staff tapped
 * are done as they were proposed, at those places alone.
 * @throws Failure conflict when a family cannot stand on it now
 */
export async function composeSheet(
  ctx: Ctx,
  kind: CaseNotice,
  cases: Cases,
  said: Said & { mends?: readonly string[] | undefined },
): Promise<Sheet> {
  const [{ case: first, profile }] = cases;
  const source = sourceOf(kind);
  const entries: NoticeContent['entries'][number][] = [];
  for (const loaded of cases) {
    const exit = LEAVING.has(kind) ? ((await exitOfCase(ctx, loaded))?.exit ?? null) : null;
    const reason = source.whyNot(loaded.case, exit);
    if (reason !== null)
      throw new Failure('conflict', reason, {
        params: { state: loaded.case.state, step: exit?.round?.step ?? exit?.status ?? '' },
        current: currentOf(ctx, loaded),
      });
    entries.push(...source.rows(loaded.case, said, ctx.today, exit));
  }
  return mendedSheet(
    await contentOf(ctx, { kind, village: first.village, profile, entries }),
    said.mends ?? [],
  );
}

/** Kinds whose rows are on their way off the register or back. */
const LEAVING: ReadonlySet<CaseNotice> = new Set([
  'PROPOSED_ELIMINATION',
  'ELIMINATION_RESULT',
  'PROPOSED_ROLLBACK',
  'ROLLBACK_RESULT',
] as const);

/** Does the mends that staff tapped, and says what stands in the way before and after. */
export function mendedSheet(content: NoticeContent, mends: readonly string[]): Sheet {
  const found = faultsOf(content);
  const mended = mendContent(
    content,
    found.filter(({ where }) => mends.includes(where)),
  );
  const faults = faultsOf(mended);
  return { content: mended, asWritten: content, found, faults, mended: found.length - faults.length };
}

/** A notice of a village with the words, days and phones of its kind. */
export async function contentOf(
  ctx: Ctx,
  {
    village,
    profile,
    ...draft
  }: {
    kind: NoticeKind;
    village: string;
    profile: Profile;
    entries: readonly NoticeContent['entries'][number][];
    subject?: string;
    text?: readonly string[];
  },
): Promise<NoticeContent> {
  const { villageName, townName, countyName, offices } = await placesOf(ctx, village);
  const publisher = publisherOf(ctx, draft.kind, village);
  return composeNotice(
    {
      ...draft,
      village: { code: village, name: villageName },
      townName,
      countyName,
      window: noticeWindow(draft.kind, ctx.now, profile),
      postedOn: ctx.today,
      phones: {
        village: offices.village.phone,
        town: offices.town.phone,
        county: offices.county.phone,
      },
      ...(publisher !== null && { publisher }),
    },
    profile,
  );
}

const ROLES: Record<Publisher, readonly string[]> = {
  VILLAGE: ['VILLAGE'],
  TOWN: ['TOWN_CLERK', 'TOWN_LEADER'],
};

/** As which office the caller would put up a notice of that kind in that village; null for none (domain.md 6.1). */
export function publisherOf(ctx: Ctx, kind: NoticeKind, village: string): Publisher | null {
  const { publishers } = rulesOf(kind);
  const as = (publisher: Publisher) =>
    ctx.caller.grants.some(({ role, region }) => ROLES[publisher].includes(role) && covers(region, village));
  return publishers.find(as) ?? null;
}

/** @throws Failure forbidden when the caller's office does not put up such notices there */
export function requirePublisher(ctx: Ctx, kind: NoticeKind, village: string): void {
  if (publisherOf(ctx, kind, village) === null) throw new Failure('forbidden', 'ROLE_MAY_NOT');
}
