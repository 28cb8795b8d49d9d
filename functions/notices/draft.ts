import { minorNames } from '@shared/casework';
import type { EntryOf, Fault, NoticeContent } from '@shared/publicity';
import { faultsOf, type Mend, sameGroup, withoutFindings } from '@shared/publicity';
import type { DraftNotice } from '@shared/publicity/codes';
import { countyOfId } from '../adapters';
import { findCaseIn, findProfileInForce } from '../runtime/cases/case-store';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import * as sql from './notices.sql';
import { contentOf, publisherOf, type Sheet } from './sheet';

/** A list or words on the way to the board, as they are sealed. */
export interface DraftContent {
  /** What is paid out, or the title of the words. */
  subject: string;
  text: string[];
  rows: EntryOf<'SUBSIDY_PAYMENTS'>[];
  /** Columns of the file that should not be there. What stood in them was never kept. */
  columns: string[];
  /** Lines of the file that could not be read, with the reason. */
  unread: { line: number; why: string }[];
  /** How many findings were put right. */
  mended?: number;
}

export interface Draft {
  county: string;
  id: string;
  village: string;
  kind: DraftNotice;
  version: number;
  changedAt: string;
  content: DraftContent;
}

export const EMPTY: DraftContent = { subject: '', text: [], rows: [], columns: [], unread: [] };

const placeOf = (county: string, id: string) => `notice_draft/${county}/${id}`;

export function openDraft(ctx: Ctx, record: sql.DraftRecord): Draft {
  const { county, id, village, kind, version, key_id: keyId, sealed: bytes, changed_at: changedAt } = record;
  const content = JSON.parse(ctx.keys.open({ keyId, bytes }, placeOf(county, id))) as DraftContent;
  return { county, id, village, kind, version, changedAt, content };
}

/**
 * A draft that the caller may put up, held until this call ends.
 * @throws Failure not_found when it is none of the caller's offices', conflict when another version is on the screen
 */
export async function getDraft(ctx: Ctx, draftId: string, version?: number): Promise<Draft> {
  const county = countyOfId(draftId);
  const record = county && (await ctx.db.first(sql.lockDraft, [county, draftId]));
  if (!record || record.notice_id !== null || publisherOf(ctx, record.kind, record.village) === null)
    throw new Failure('not_found', 'NOT_FOUND');
  if (version !== undefined && record.version !== version) throw new Failure('conflict', 'STALE_VERSION');
  return openDraft(ctx, record);
}

export async function writeDraft(ctx: Ctx, { county, id, content }: Draft): Promise<void> {
  const { keyId, bytes } = ctx.keys.seal(JSON.stringify(content), placeOf(county, id));
  await ctx.db.write(sql.updateDraft, [county, id, keyId, bytes, ctx.now]);
}

export async function insertDraft(
  ctx: Ctx,
  { county, id, village, kind, content }: Omit<Draft, 'version' | 'changedAt'>,
): Promise<void> {
  const { keyId, bytes } = ctx.keys.seal(JSON.stringify(content), placeOf(county, id));
  await ctx.db.write(sql.insertDraft, [
    county,
    id,
    village,
    kind,
    ctx.caller.personId,
    keyId,
    bytes,
    ctx.now,
  ]);
}

const USUAL_SUBJECT: Record<DraftNotice, string> = {
  SUBSIDY_PAYMENTS: '惠农补贴',
  VILLAGE_NOTICE: '村里的通知',
};

/** Takes a draft; gives the sheet as it would go up now, with all that keeps it from going up. */
export async function sheetOf(ctx: Ctx, { county, village, kind, content: draft }: Draft): Promise<Sheet> {
  const profile = await findProfileInForce(ctx, county);
  if (profile === null) throw new Failure('not_found', 'NOT_FOUND');
  const content = await contentOf(ctx, {
    kind,
    village,
    profile,
    entries: kind === 'SUBSIDY_PAYMENTS' ? draft.rows : [],
    subject: draft.subject || USUAL_SUBJECT[kind],
    text: draft.text,
  });
  const faults = [
    ...draft.columns.map((text, at) => ({
      kind: 'COLUMN',
      where: `columns.${at}`,
      text,
      mend: { act: 'DROP_COLUMN' as const },
    })),
    ...draft.unread.map(({ line, why }, at) => ({
      kind: why,
      where: `unread.${at}`,
      text: String(line),
      mend: { act: 'DROP_ROW' as const },
    })),
    // The title of a list is made from its subject: mended there, it is mended.
    ...faultsOf(content).filter(({ where }) => kind !== 'SUBSIDY_PAYMENTS' || where !== 'title'),
    ...(await minorsIn(ctx, county, content)),
  ];
  return { content, asWritten: content, found: faults, faults, mended: draft.mended ?? 0 };
}

/**
 * Names of children whom the village's cases know (domain.md 6.3): on a list of payments as a payee of the same group,
 * anywhere in words. Who is paid in another group is somebody else of that name.
 */
async function minorsIn(ctx: Ctx, county: string, content: NoticeContent): Promise<Fault[]> {
  const cases = await ctx.db.rows(sql.findVillageCases, [county, content.villageCode]);
  const minors: { name: string; group: string }[] = [];
  for (const { id } of cases) {
    const loaded = await findCaseIn(ctx, county, id);
    if (loaded === null) continue;
    const { group } = loaded.case;
    minors.push(...minorNames(loaded.case, ctx.today).map((name) => ({ name, group })));
  }
  if (content.kind === 'VILLAGE_NOTICE')
    return minors.flatMap(({ name }) =>
      [content.title, ...content.text].flatMap((text, at) =>
        text.includes(name)
          ? [
              minorAt(at === 0 ? 'title' : `text.${at - 1}`, name, {
                act: 'CHANGE',
                to: withoutFindings(text, [name]),
              }),
            ]
          : [],
      ),
    );
  if (content.kind !== 'SUBSIDY_PAYMENTS') return [];
  return content.entries.flatMap(({ name, group, item }, row) => {
    const asPayee = minors
      .filter((minor) => minor.name === name && sameGroup(minor.group, group))
      .map((minor) => minorAt(`entries.${row}.name`, minor.name, { act: 'DROP_ROW' }));
    const inWords = minors
      .filter((minor) => item.includes(minor.name))
      .map((minor) => minorAt(`entries.${row}.item`, minor.name, without(item, minor.name)));
    return [...asPayee, ...inWords];
  });
}

const minorAt = (where: string, text: string, mend: Mend): Fault => ({
  kind: 'MINOR_NAME',
  where,
  text,
  mend,
});

/** The text without a name; a row of which nothing is left goes as a whole. */
function without(text: string, name: string): Mend {
  const to = withoutFindings(text, [name]);
  return to === '' ? { act: 'DROP_ROW' } : { act: 'CHANGE', to };
}

/** The draft with the mends done that staff tapped, as they were proposed. */
export function mendDraft(
  draft: DraftContent,
  faults: readonly Fault[],
  taken: readonly string[],
): DraftContent {
  const mends = faults.filter(({ where }) => taken.includes(where));
  const at = (list: string) =>
    new Set(
      mends.flatMap(({ where }) => (where.startsWith(`${list}.`) ? [Number(where.split('.')[1])] : [])),
    );
  const [columns, unread] = [at('columns'), at('unread')];
  const dropped = new Set(
    mends.flatMap(({ where, mend }) =>
      mend.act === 'DROP_ROW' && where.startsWith('entries.') ? [Number(where.split('.')[1])] : [],
    ),
  );
  const change = (where: string, text: string): string => {
    const found = mends.find((one) => one.where === where && one.mend.act === 'CHANGE');
    return found?.mend.act === 'CHANGE' ? found.mend.to : text;
  };
  return {
    mended: (draft.mended ?? 0) + mends.length,
    subject: change('subject', change('title', draft.subject)),
    text: draft.text.map((text, part) => change(`text.${part}`, text)).filter((text) => text !== ''),
    rows: draft.rows
      .map((row, index) => ({
        ...row,
        name: change(`entries.${index}.name`, row.name),
        group: change(`entries.${index}.group`, row.group),
        item: change(`entries.${index}.item`, row.item),
        ...(row.unit !== undefined && { unit: change(`entries.${index}.unit`, row.unit) }),
      }))
      .filter((_, index) => !dropped.has(index)),
    columns: draft.columns.filter((_, index) => !columns.has(index)),
    unread: draft.unread.filter((_, index) => !unread.has(index)),
  };
}
