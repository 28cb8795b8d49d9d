import type { contract, ParsedInputOf } from '@shared/contract';
import { type NoticeContent, type NoticeEntry, rulesOf } from '@shared/publicity';
import { isExitPublicity } from '@shared/publicity/codes';
import { findProfileInForce } from '../runtime/cases/case-store';
import { getCase } from '../runtime/cases/on-case';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import type { LoadedExit } from '../runtime/register/exit-store';
import { performExit } from '../runtime/register/on-exit';
import * as sql from './correct.sql';
import { entriesOf } from './entries';
import type { NoticeRow } from './notices.sql';
import { boardOf, freeze, newNoticeId } from './put-up';
import { contentOf, mendedSheet, requirePublisher } from './sheet';
import { onRegister } from './sources';

type Correction = ParsedInputOf<typeof contract.notices.correct>;
type Fix = Correction['rows'][number];

/**
 * Corrects a notice on whose days no case waits: what is announced, what has landed, what is paid, who leaves the register.
 * Rows that hang go over to the new version with what is written otherwise; where people may object, other facts get their
 * full days. Of a way off the register each family has its own: who is written as before keeps what it had left.
 * @throws Failure forbidden for who does not put up such notices, conflict when nothing of it hangs any more, bad_input
 *   for what its kind has no room for
 */
export async function correctRows(
  ctx: Ctx,
  county: string,
  row: NoticeRow,
  { noticeId, reason, photoId, rows: fixes }: Correction,
): Promise<string> {
  const [content, entries] = entriesOf(row, ctx.today);
  const { kind } = content;
  requirePublisher(ctx, kind, row.village);
  // A hidden row is among them: with its new words it hangs again.
  const written = entries.flatMap(({ entry, hangs }, place) => {
    const fix = fixes.find((one) => one.row === place);
    return hangs || fix !== undefined ? [{ entry, after: fixed(kind, entry, fix) }] : [];
  });
  const exits = isExitPublicity(kind)
    ? await exitsOn(
        ctx,
        noticeId,
        written.map(({ entry }) => entry.id),
      )
    : null;
  const kept = written.filter(({ entry }) => exits?.has(entry.id) ?? true);
  if (kept.length === 0 || !entries.some(({ hangs }) => hangs)) throw new Failure('conflict', 'NOTICE_ENDED');
  const profile = await findProfileInForce(ctx, county);
  if (profile === null) throw new Failure('not_found', 'NOT_FOUND');
  const composed = await contentOf(ctx, {
    ...{ kind, village: row.village, profile, entries: kept.map(({ after }) => after) },
    ...('subject' in content && { subject: content.subject }),
  });
  const isOther = ({ entry, after }: (typeof kept)[number]) =>
    JSON.stringify(entry) !== JSON.stringify(after);
  const isNew = kept.some(isOther);
  const { from, to, days } = isNew && rulesOf(kind).objections !== 'NONE' ? composed : content;
  const { content: sheet, faults } = mendedSheet({ ...composed, from, to, days }, []);
  const newId = newNoticeId(ctx, county);
  await freeze(ctx, county, newId, { content: sheet, faults });
  const until = new Map(kept.flatMap(({ after }) => ('headName' in after ? [[after.id, to] as const] : [])));
  for (const one of kept) {
    const exit = exits?.get(one.entry.id);
    if (exit === undefined) continue;
    const lastDay = isOther(one) ? composed.to : (exit.exit.round?.publicity?.lastDay ?? to);
    await performExit(ctx, exit, { type: 'correctPublicity', noticeId: newId, lastDay });
    until.set(one.entry.id, lastDay);
  }
  if (until.size > 0)
    await ctx.db.write(sql.insertRows, [county, newId, row.village, [...until.keys()], [...until.values()]]);
  await ctx.db.write(sql.takeDownRows, [county, noticeId, ctx.now]);
  const { personId } = ctx.caller;
  await ctx.db.write(sql.insertCorrection, [county, noticeId, newId, row.village, reason, ctx.now, personId]);
  await boardOf(ctx, newId, row.village, photoId);
  return newId;
}

/** Of the families of a sheet those whose days still run on it, with their way off the register or back. */
async function exitsOn(
  ctx: Ctx,
  noticeId: string,
  caseIds: readonly string[],
): Promise<Map<string, LoadedExit>> {
  const found = new Map<string, LoadedExit>();
  for (const caseId of new Set(caseIds)) {
    const loaded = await onRegister(ctx, await getCase(ctx, caseId, 'STAFF'));
    if (loaded.exit.round?.publicity?.noticeId === noticeId) found.set(caseId, loaded);
  }
  return found;
}

/** The row with what is written otherwise: fields of the whitelist of its kind alone. */
function fixed(kind: NoticeContent['kind'], entry: NoticeEntry, fix: Fix | undefined): NoticeEntry {
  const said = Object.entries(fix ?? {}).filter(([field, value]) => field !== 'row' && value !== undefined);
  const unknown = said.find(([field]) => !rulesOf(kind).fields.includes(field));
  if (unknown !== undefined)
    throw new Failure('bad_input', 'INVALID', {
      issues: [{ field: `rows.${unknown[0]}`, reason: 'INVALID', message: '' }],
    });
  return { ...entry, ...Object.fromEntries(said) };
}
