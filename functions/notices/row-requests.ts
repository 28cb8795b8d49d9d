import type { StaffRole } from '@shared/access';
import { addWorkingDays, localDate } from '@shared/calendar';
import { contract } from '@shared/contract';
import type { RowRequest, StaffRowRequest } from '@shared/contract/notices';
import { NoticeContent, rulesOf } from '@shared/publicity';
import { covers } from '@shared/regions';
import { countyOfId, newId } from '../adapters';
import { audit } from '../runtime/audit';
import { findCaseIn, type LoadedCase } from '../runtime/cases/case-store';
import { performBySystem } from '../runtime/cases/on-case';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { isBound } from '../runtime/villages.sql';
import { findSuccessor } from './correct.sql';
import { entriesOf, isStarted } from './entries';
import { findNotice, type NoticeRow } from './notices.sql';
import * as sql from './row-requests.sql';

/** domain.md 6.4: frozen within one working day, decided in five. */
const FREEZE_DAYS = 1;
const DECIDE_DAYS = 5;

const MAY_FREEZE: readonly StaffRole[] = [
  'VILLAGE',
  'TASKFORCE',
  'TOWN_CLERK',
  'TOWN_LEADER',
  'COUNTY_CLERK',
];
const TOWN: readonly StaffRole[] = ['TOWN_CLERK', 'TOWN_LEADER'];
const COUNTY: readonly StaffRole[] = ['COUNTY_CLERK', 'COUNTY_LEADER'];

const saidAt = (county: string, id: string) => `notice_request/${county}/${id}/said`;
const answeredAt = (county: string, id: string) => `notice_request/${county}/${id}/answer`;

type Place = Pick<NoticeRow, 'village'> & {
  county: string;
  content: NoticeContent;
  notice: NoticeRow;
  rows: number[];
  caseId: string | null;
};

/**
 * The person of a row asks on the own phone that it be put right or taken off. A family is known by its case; of a list of
 * people anybody of the village may ask for one, and staff look who it is before they freeze it.
 */
export const ask = handle(contract.notices.ask, async (ctx, { noticeId, row, kind, text }) => {
  const place = await placeFor(ctx, noticeId, row);
  if (!(await isOwn(ctx, place))) throw new Failure('forbidden', 'ROW_NOT_YOURS');
  const { id } = await write(ctx, place, { kind, text, via: 'PHONE_APP', personId: ctx.caller.personId });
  const [own] = await ownRequests(ctx, place.county, noticeId, []);
  if (own?.id !== id) throw new Error('A request that was written is not there');
  return { request: view(ctx, own) };
});

/** The same for who came, rang or wrote. */
export const askFor = handle(contract.notices.askFor, async (ctx, { noticeId, row, kind, text, via }) => {
  const place = await placeFor(ctx, noticeId, row);
  if (!serves(ctx, MAY_FREEZE, place.village)) throw new Failure('forbidden', 'ROLE_MAY_NOT');
  await enter(ctx, place.village);
  const { id } = await write(ctx, place, { kind, text, via, personId: null });
  await audit(ctx, { what: 'NOTICE', caseId: id, detail: 'ROW_ASKED', why: '' });
  return { request: await staffView(ctx, await get(ctx, id)) };
});

/** Which rows of a notice are the caller's, and what was asked of them. */
export const mine = handle(contract.notices.mine, async (ctx, { noticeId }) => {
  const { county, notice } = await noticeOf(ctx, noticeId);
  const [, entries] = entriesOf(notice, ctx.today);
  const own = await familiesOf(ctx, county);
  const bound = (await ctx.db.first(isBound, [ctx.caller.personId, notice.village]))?.bound === true;
  const mayAsk = entries.flatMap(({ entry, hangs }, row) =>
    hangs && ('headName' in entry ? own.has(entry.id) : bound) ? [row] : [],
  );
  const requests = await ownRequests(ctx, county, noticeId, [...own]);
  return {
    rows: mayAsk,
    requests: requests.map((one) => ({ ...view(ctx, one), row: one.rows[0] ?? 0 })),
  };
});

/** The staff's list. */
export const requests = handle(contract.notices.requests, async (ctx) => {
  const open: StaffRowRequest[] = [];
  const decided: StaffRowRequest[] = [];
  for (const region of ctx.scopes) {
    await ctx.db.enter(region);
    for (const [list, query] of [
      [open, sql.findOpen],
      [decided, sql.findDecided],
    ] as const)
      for (const row of await ctx.db.rows(query, [region.slice(0, 6), region]))
        if (await standsApart(ctx, row)) list.push(await staffView(ctx, row));
  }
  return { today: ctx.today, open, decided };
});

/** From this moment nobody reads the row; the board's paper has to follow. */
export const freeze = handle(contract.notices.freeze, async (ctx, { requestId }) => {
  const row = await hold(ctx, requestId);
  if (!(await may(ctx, row, MAY_FREEZE))) throw new Failure('forbidden', 'ROLE_MAY_NOT');
  const done = await ctx.db.write(sql.freezeRequest, [row.county, requestId, ctx.now, ctx.caller.personId]);
  if (done === 0) throw new Failure('conflict', 'ROW_DECIDED');
  await rehang(ctx, row);
  await audit(ctx, { what: 'NOTICE', caseId: requestId, detail: 'ROW_FROZEN', why: '' });
  return { request: await staffView(ctx, await get(ctx, requestId)) };
});

/**
 * What becomes of a frozen row. The notice stays as it was posted, so that the chain of digests is whole: a correction is a
 * version of its own (`notices.correct`), and what is removed stays hidden. A family whose publicity runs goes on for the
 * days that it had left, or back to be looked at anew.
 */
export const decide = handle(contract.notices.decide, async (ctx, { requestId, outcome, text }) => {
  const row = await hold(ctx, requestId);
  if (!(await may(ctx, row, decidersOf(row)))) throw new Failure('forbidden', 'ROLE_MAY_NOT');
  if (row.outcome !== null) throw new Failure('conflict', 'ROW_DECIDED');
  if (row.frozen_at === null) throw new Failure('conflict', 'ROW_NOT_FROZEN');
  const { county, notice_id: noticeId } = row;
  const corrected = (await ctx.db.first(findSuccessor, [county, noticeId])) !== undefined;
  if (outcome === 'CORRECTED' && !corrected) throw new Failure('conflict', 'ROW_NOT_CORRECTED');
  const { keyId, bytes } = ctx.keys.seal(text, answeredAt(county, requestId));
  const { personId } = ctx.caller;
  await ctx.db.write(sql.decideRequest, [county, requestId, outcome, ctx.now, personId, keyId, bytes]);
  await settle(ctx, row, outcome);
  if (outcome === 'KEPT') await rehang(ctx, row);
  await audit(ctx, { what: 'NOTICE', caseId: requestId, detail: `ROW_${outcome}`, why: '' });
  return { request: await staffView(ctx, await get(ctx, requestId)) };
});

/** What follows for a family whose publicity runs on that row. */
async function settle(
  ctx: Ctx,
  row: sql.RequestRow,
  outcome: 'CORRECTED' | 'REMOVED' | 'KEPT',
): Promise<void> {
  const loaded = row.case_id === null ? null : await findCaseIn(ctx, row.county, row.case_id);
  const { publicity, state } = loaded?.case ?? {};
  if (loaded === null || publicity == null || row.frozen_at === null) return;
  if (state === 'OBJECTION' && publicity.noticeId === row.notice_id && outcome === 'REMOVED')
    throw new Failure('conflict', 'ROW_OBJECTION_FIRST');
  // Other facts went up for days of their own.
  if (state !== 'PUBLICITY' || publicity.postedAt > row.frozen_at) return;
  if (outcome !== 'CORRECTED' && publicity.noticeId !== row.notice_id) return;
  const frozenOn = localDate(row.frozen_at);
  await performBySystem(ctx, loaded, {
    type: 'settlePublicity',
    outcome: outcome === 'REMOVED' ? 'REMOVED' : 'KEPT',
    frozenOn,
  });
}

/** @throws Failure conflict when the row hangs no more, not_found when there is none */
async function placeFor(ctx: Ctx, noticeId: string, row: number): Promise<Place> {
  const { county, notice, content } = await noticeOf(ctx, noticeId);
  const [, entries] = entriesOf(notice, ctx.today);
  const found = entries[row];
  if (found === undefined) throw new Failure('not_found', 'NOT_FOUND');
  if (!found.hangs || !isStarted(content, notice.rows)) throw new Failure('conflict', 'ROW_DOWN');
  const caseId = 'headName' in found.entry ? found.entry.id : null;
  const rows =
    caseId === null ? [row] : content.entries.flatMap(({ id }, place) => (id === caseId ? [place] : []));
  return { county, village: notice.village, content, notice, rows, caseId };
}

/** Read in the county's scope, because anybody may read a notice; no name leaves by this. */
async function noticeOf(ctx: Ctx, noticeId: string) {
  const county = countyOfId(noticeId);
  const notice = county && (await ctx.db.within(county, () => ctx.db.first(findNotice, [county, noticeId])));
  if (!county || !notice) throw new Failure('not_found', 'NOT_FOUND');
  return { county, notice, content: NoticeContent.parse(notice.content) };
}

async function isOwn(ctx: Ctx, { county, caseId, village }: Place): Promise<boolean> {
  if (caseId !== null) return (await familiesOf(ctx, county)).has(caseId);
  return (await ctx.db.first(isBound, [ctx.caller.personId, village]))?.bound === true;
}

/** Cases in which the caller is of the family; a proxy is not. */
async function familiesOf(ctx: Ctx, county: string): Promise<Set<string>> {
  const rows = await ctx.db.rows(sql.findFamilies, [county, ctx.caller.personId]);
  return new Set(rows.map(({ case_id }) => case_id));
}

async function write(
  ctx: Ctx,
  { county, village, notice, rows, caseId }: Place,
  said: { kind: RowRequest['kind']; text: string; via: StaffRowRequest['via']; personId: string | null },
): Promise<{ id: string }> {
  const id = newId(county, ctx.now);
  const { keyId, bytes } = ctx.keys.seal(said.text, saidAt(county, id));
  const written = await ctx.db.write(sql.insertRequest, [
    county,
    id,
    notice.id,
    village,
    rows,
    caseId,
    said.kind,
    said.personId,
    said.via,
    ctx.caller.personId,
    keyId,
    bytes,
    ctx.now,
    addWorkingDays(ctx.today, FREEZE_DAYS),
    addWorkingDays(ctx.today, DECIDE_DAYS),
  ]);
  if (written === 0) throw new Failure('conflict', 'ROW_ASKED');
  return { id };
}

/** What was asked by the caller, or by staff for the caller's family. */
function ownRequests(ctx: Ctx, county: string, noticeId: string, families: readonly string[]) {
  const own = [county, noticeId, ctx.caller.personId, families];
  return ctx.db.within(county, () => ctx.db.rows(sql.findOwn, own));
}

type Bare = Omit<sql.RequestRow, 'content' | 'village_name'>;

function view(ctx: Ctx, row: Bare): RowRequest {
  const { county, id, outcome, decided_at: at, answer_key_id: keyId, answer: bytes } = row;
  return {
    id,
    kind: row.kind,
    text: ctx.keys.open({ keyId: row.key_id, bytes: row.sealed }, saidAt(county, id)),
    askedOn: localDate(row.asked_at),
    freezeDueOn: row.freeze_due_on,
    decideDueOn: row.decide_due_on,
    frozenAt: row.frozen_at,
    answer:
      outcome === null || at === null || keyId === null || bytes === null
        ? null
        : {
            outcome,
            text: ctx.keys.open({ keyId, bytes }, answeredAt(county, id)),
            by: row.decided_name ?? '',
            on: localDate(at),
          },
  };
}

async function staffView(ctx: Ctx, row: sql.RequestRow): Promise<StaffRowRequest> {
  const content = NoticeContent.parse(row.content);
  const rules = rulesOf(content.kind);
  const entry = content.entries[row.rows[0] ?? 0];
  const own = view(ctx, row);
  const dueOn = row.frozen_at === null ? row.freeze_due_on : row.decide_due_on;
  return {
    ...own,
    noticeId: row.notice_id,
    noticeKind: content.kind,
    title: content.title,
    villageName: row.village_name,
    name: entry === undefined ? '' : rules.nameOf(entry),
    group: entry === undefined ? '' : rules.groupOf(entry),
    via: row.via,
    askedBy: row.entered_name,
    late: row.outcome === null && dueOn < ctx.today,
    mayFreeze: row.outcome === null && row.frozen_at === null && (await may(ctx, row, MAY_FREEZE)),
    mayDecide: row.outcome === null && row.frozen_at !== null && (await may(ctx, row, decidersOf(row))),
  };
}

/** The office above the one that put it up; the county decides any. */
function decidersOf({ content }: sql.RequestRow): readonly StaffRole[] {
  const { issuer, villageName } = NoticeContent.parse(content);
  return issuer.startsWith(villageName) ? [...TOWN, ...COUNTY] : COUNTY;
}

const serves = (ctx: Ctx, roles: readonly StaffRole[], village: string): boolean =>
  ctx.caller.grants.some(({ role, region }) => roles.includes(role) && covers(region, village));

const may = async (ctx: Ctx, row: sql.RequestRow, roles: readonly StaffRole[]): Promise<boolean> =>
  serves(ctx, roles, row.village) && (await standsApart(ctx, row));

/** Whose own family it is, or a relative, handles nothing of it (domain.md 1.1). */
async function standsApart(
  ctx: Ctx,
  { case_id: caseId, county, person_id: personId }: sql.RequestRow,
): Promise<boolean> {
  if (personId === ctx.caller.personId) return false;
  const loaded: LoadedCase | null = caseId === null ? null : await findCaseIn(ctx, county, caseId);
  if (loaded === null) return true;
  const { parties, kin } = loaded.case;
  return ![...parties, ...kin].some((one) => one.personId === ctx.caller.personId);
}

/** The region of the caller that a village lies in. @throws Failure not_found */
async function enter(ctx: Ctx, village: string): Promise<void> {
  const scope = ctx.scopes.find((region) => village.startsWith(region));
  if (scope === undefined) throw new Failure('not_found', 'NOT_FOUND');
  await ctx.db.enter(scope);
}

async function get(ctx: Ctx, id: string): Promise<sql.RequestRow> {
  const row = await ctx.db.first(sql.findRequest, [countyOfId(id), id]);
  if (row === undefined) throw new Error('A request that was written is not there');
  return row;
}

/** One of the caller's region, held until this call ends. @throws Failure not_found */
async function hold(ctx: Ctx, id: string): Promise<sql.RequestRow> {
  const county = countyOfId(id);
  for (const scope of county === undefined ? [] : ctx.scopes) {
    await ctx.db.enter(scope);
    if ((await ctx.db.first(sql.lockRequest, [county, id])) !== undefined) return get(ctx, id);
  }
  throw new Failure('not_found', 'NOT_FOUND');
}

/** The paper hangs with the row on it, or without: somebody goes and changes it. */
async function rehang(ctx: Ctx, { county, notice_id: noticeId, village }: sql.RequestRow): Promise<void> {
  await ctx.db.write(sql.askToRehang, [county, noticeId, village, ctx.today, ctx.now]);
}
