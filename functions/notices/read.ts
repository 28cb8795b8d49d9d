import type { Caller } from '@shared/access';
import { daysBetween, endOfDay, type LocalDate, later } from '@shared/calendar';
import { mayRead } from '@shared/casework';
import { contract, type NoticeSummary, type NoticeView } from '@shared/contract';
import {
  type Audience,
  audienceView,
  checkCode,
  countsOf,
  type NoticeContent,
  noticeText,
  rulesOf,
} from '@shared/publicity';
import { countyOfId } from '../adapters';
import { findProfileInForce } from '../runtime/cases/case-store';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { share } from '../runtime/use-case';
import { isBound } from '../runtime/villages.sql';
import { entriesOf, isStarted } from './entries';
import * as sql from './notices.sql';

type Reader = Exclude<Audience, 'BOARD'>;

/** Where what is read here stands; each write to one of them is seen at once in the instance that made it. */
const TABLES = ['notice', 'notice_case', 'notice_request', 'profile', 'profile_in_force'];

/** A village's notices: how many households and until when, never a name. The same for everybody, until midnight. */
export const list = share(contract.notices.list, {
  tables: TABLES,
  audience: 'OPEN',
  run: async (ctx, input) => ({ answer: await listOf(ctx, input), until: endOfDay(ctx.today) }),
});

async function listOf(ctx: Ctx, { village }: { village: string }) {
  const county = village.slice(0, 6);
  // Everybody may know that a notice hangs there: it is read in the village's scope and counted, no more.
  const rows = await ctx.db.within(village, () =>
    ctx.db.rows(sql.findNoticesOf, [county, village, ctx.today]),
  );
  const summaries = rows.map((row) => summaryOf(row, ctx.today));
  return {
    today: ctx.today,
    running: summaries.filter((one) => !one.ended).reverse(),
    // What was printed and never hung is no notice that was.
    ended: summaries.filter((one) => one.ended && one.started),
  };
}

/**
 * One notice, as much of it as this reader may see (ux.md 8). Days and rows end at midnight, so no answer is kept beyond;
 * what staff see has full names and is kept nowhere.
 */
export const get = share(contract.notices.get, {
  tables: TABLES,
  async audience(ctx, { noticeId }) {
    const audience = await audienceOf(ctx, (await findNotice(ctx, noticeId)).row.village);
    return audience === 'STAFF' ? null : audience;
  },
  run: async (ctx, { noticeId }, audience) => ({
    answer: { notice: await viewOf(ctx, noticeId, (audience ?? 'STAFF') as Reader) },
    until: endOfDay(ctx.today),
  }),
});

/** Read in the county's scope, because the reader may be anybody; what is shown is decided by `audienceOf`. */
async function findNotice(ctx: Ctx, noticeId: string): Promise<{ county: string; row: sql.NoticeRow }> {
  const county = countyOfId(noticeId);
  if (county === undefined) throw new Failure('not_found', 'NOT_FOUND');
  const row = await ctx.db.within(county, () => ctx.db.first(sql.findNotice, [county, noticeId]));
  if (row === undefined) throw new Failure('not_found', 'NOT_FOUND');
  return { county, row };
}

async function viewOf(ctx: Ctx, noticeId: string, audience: Reader): Promise<NoticeView> {
  const { county, row } = await findNotice(ctx, noticeId);
  const [content, entries] = entriesOf(row, ctx.today);
  const profile = await findProfileInForce(ctx, county);
  const summary = summaryOf(row, ctx.today);
  const view = audienceView(content, audience, profile?.publicity ?? { nameOnline: 'MASK' });
  const shown = audience === 'STAFF' || (summary.started && !summary.ended);
  return {
    ...summary,
    audience,
    village: row.village,
    villageName: view.villageName,
    today: ctx.today,
    days: view.days,
    dayNumber: dayNumberOf(content, summary, ctx.today),
    paragraphs: shown ? noticeText(content) : [],
    decided: view.decided,
    totalFen: view.totalFen,
    columns: view.columns,
    rows: shown
      ? (view.rows ?? []).filter(({ row }) => audience === 'STAFF' || entries[row]?.hangs === true)
      : [],
    phones: view.phones,
    issuer: view.issuer,
    checkCode: shown && audience !== 'OPEN' ? checkCode(row.digest.toString('hex')) : '',
  };
}

/** Names are for the staff of the region and for people bound to the village; everybody else reads the counts. */
async function audienceOf(ctx: Ctx, village: string): Promise<Reader> {
  if (servesThere(ctx.caller, village)) return 'STAFF';
  if (ctx.caller.kind !== 'PERSON') return 'OPEN';
  const found = await ctx.db.first(isBound, [ctx.caller.personId, village]);
  return found?.bound ? 'VILLAGE' : 'OPEN';
}

function servesThere(caller: Caller, village: string): boolean {
  return caller.kind === 'PERSON' && mayRead({ village, parties: [] }, caller);
}

/** What hangs of it today; of what has ended all that hung. */
export function summaryOf(row: sql.NoticeRow, today: LocalDate): NoticeSummary {
  const [content, entries] = entriesOf(row, today);
  const { kind, title, from } = content;
  const { heading, objections } = rulesOf(kind);
  const up = entries.filter((entry) => entry.hangs);
  // A notice without a list hangs as a whole.
  const ended = entries.length === 0 ? content.to < today : up.length === 0;
  const counted = ended ? entries : up;
  const lastDay = counted.length === 0 ? content.to : counted.map(({ until }) => until).reduce(later);
  return {
    id: row.id,
    kind,
    heading,
    title,
    objections,
    started: isStarted(content, row.rows),
    ...countsOf(
      content,
      counted.map(({ entry }) => entry),
    ),
    firstDay: from,
    lastDay,
    daysLeft: ended ? 0 : daysBetween(later(today, from), lastDay) + 1,
    ended,
  };
}

/** Day 1 is the first day; 0 before it, and it stays at the last. Where days went on, as many are over as are not left. */
function dayNumberOf(
  { from, to, days }: NoticeContent,
  { daysLeft, lastDay, ended, started }: NoticeSummary,
  today: LocalDate,
): number {
  if (today < from || !started) return 0;
  if (ended) return days;
  const day = lastDay > to ? days - daysLeft + 1 : daysBetween(from, today) + 1;
  return Math.min(days, Math.max(1, day));
}
