import type { StaffRole } from '@shared/access';
import { add, localDate } from '@shared/calendar';
import { type ObjectionProgress, PublicWords } from '@shared/casework';
import type { Satisfaction } from '@shared/casework/codes';
import { contract, type NotedObjection } from '@shared/contract';
import { NoticeContent, type NoticeKind, rulesOf } from '@shared/publicity';
import { isExitPublicity } from '@shared/publicity/codes';
import { covers } from '@shared/regions';
import { countyOfId, newId } from '../adapters';
import { audit } from '../runtime/audit';
import { findProfileInForce } from '../runtime/cases/case-store';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { HANDLERS, type Judged, judgeOf, type WhyNot } from './judges';
import * as sql from './lists.sql';

/** What was said and answered, as it is sealed. What is for the offices alone is a field of its own. */
interface Said {
  statement: string;
  objector: { name: string; phone: string | null } | null;
  answer?: string;
  passedTo?: string;
  note?: string;
}

const NOTERS: readonly StaffRole[] = ['GRID', ...HANDLERS, 'COUNTY_CLERK'];

const placeOf = (county: string, id: string) => `notice_objection/${county}/${id}`;

const serves = (ctx: Ctx, roles: readonly StaffRole[], village: string): boolean =>
  ctx.caller.grants.some(({ role, region }) => roles.includes(role) && covers(region, village));

const open = (ctx: Ctx, { county, id, key_id: keyId, sealed: bytes }: sql.NotedRow): Said =>
  JSON.parse(ctx.keys.open({ keyId, bytes }, placeOf(county, id))) as Said;

/** Of a family's case, or its way off the register, that itself takes them; of an announcement nobody objects to the sheet. */
const takes = (kind: NoticeKind) =>
  (rulesOf(kind).objections === 'PHONE' && !isExitPublicity(kind)) || kind === 'VILLAGE_NOTICE';

/** Somebody rang, wrote or came about a list that is of no case: staff write it down and give the number for the answer. */
export const note = handle(contract.objections.note, async (ctx, { noticeId, row, ...input }) => {
  const { county, list } = await getList(ctx, noticeId);
  if (!serves(ctx, NOTERS, list.village)) throw new Failure('forbidden', 'ROLE_MAY_NOT');
  if (!takes(list.kind)) throw new Failure('conflict', 'OBJECTION_ELSEWHERE');
  if (list.ended) throw new Failure('conflict', 'NOTICE_ENDED');
  if (row !== null && row >= NoticeContent.parse(list.content).entries.length)
    throw new Failure('not_found', 'NOT_FOUND');
  const profile = await findProfileInForce(ctx, county);
  if (profile === null) throw new Failure('not_found', 'NOT_FOUND');
  const { limit, unit } = profile.steps.objection;
  const id = newId(county, ctx.now);
  const { statement, objector, aboutCadre, channel } = input;
  const said: Said = { statement, objector };
  const { keyId, bytes } = ctx.keys.seal(JSON.stringify(said), placeOf(county, id));
  const dueOn = add(localDate(ctx.now), limit, unit);
  await ctx.db.write(sql.insertNoted, [
    ...[county, id, noticeId, list.village, row, aboutCadre, channel, keyId, bytes],
    ...[ctx.now, ctx.caller.personId, dueOn],
  ]);
  await audit(ctx, { what: 'NOTICE', caseId: id, detail: 'OBJECTION_NOTED', why: '' });
  return { objectionId: id, answerDueOn: dueOn, queryCode: ctx.keys.queryCode(id) };
});

/** Objections to one list: those that wait by date, then the answered ones. Who objected is for who may answer alone. */
export const noted = handle(contract.objections.noted, async (ctx, { noticeId }) => {
  const { county, list } = await getList(ctx, noticeId);
  if (!serves(ctx, NOTERS, list.village)) throw new Failure('forbidden', 'ROLE_MAY_NOT');
  const rows = await ctx.db.rows(sql.findNoted, [county, noticeId]);
  return { objections: await viewsOf(ctx, county, rows) };
});

/**
 * The answer, in words for the objector. Who put the list up does not judge it, nor who is in it or kin of somebody who is;
 * a word against a cadre is the township's (domain.md 1.1, 3.3, 6.6).
 */
export const settle = handle(contract.objections.settle, async (ctx, input) => {
  const { objectionId, verdict, kinshipDeclared: _, ...words } = input;
  const { county, row } = await getNoted(ctx, objectionId);
  const why = await whyNotHandle(ctx, county, row);
  if (why !== null) throw new Failure(why === 'ROLE_MAY_NOT' ? 'forbidden' : 'conflict', why);
  if (verdict === 'PASSED_ON' && (words.passedTo ?? '') === '')
    throw new Failure('bad_input', 'REQUIRED', {
      issues: [{ field: 'passedTo', reason: 'REQUIRED', message: '' }],
    });
  const said: Said = { ...open(ctx, row), ...words };
  const { keyId, bytes } = ctx.keys.seal(JSON.stringify(said), placeOf(county, objectionId));
  const written = await ctx.db.write(sql.settleNoted, [
    ...[county, objectionId, keyId, bytes],
    ...[verdict, ctx.now, ctx.caller.personId],
  ]);
  if (written === 0) throw new Failure('conflict', 'OBJECTION_ANSWERED');
  await audit(ctx, { what: 'NOTICE', caseId: objectionId, detail: `OBJECTION_${verdict}`, why: '' });
  return { objection: await viewOf(ctx, objectionId) };
});

/** 回避: whoever is kin says so, and it stays with the others who may answer. */
export const stepBack = handle(contract.objections.stepBack, async (ctx, { objectionId }) => {
  const { county, row } = await getNoted(ctx, objectionId);
  if (!serves(ctx, HANDLERS, row.village)) throw new Failure('forbidden', 'ROLE_MAY_NOT');
  if (row.verdict !== null) throw new Failure('conflict', 'OBJECTION_ANSWERED');
  await ctx.db.write(sql.insertRecusal, [county, objectionId, row.village, ctx.caller.personId, ctx.now]);
  await audit(ctx, { what: 'NOTICE', caseId: objectionId, detail: 'OBJECTION_RECUSED', why: '' });
  return { objection: await viewOf(ctx, objectionId) };
});

/** What became of it, for whoever holds its number; null when the number is of none of these. */
export async function notedOfCode(
  ctx: Ctx,
  { village, code }: { village: string; code: string },
): Promise<{ row: sql.NotedRow; progress: ObjectionProgress } | null> {
  const rows = await ctx.db.rows(sql.findNotedOf, [village.slice(0, 6), village, ctx.now]);
  const row = rows.find(({ id }) => ctx.keys.queryCode(id) === code);
  if (row === undefined) return null;
  const { answer = '', passedTo } = open(ctx, row);
  const { verdict, answered_at: at } = row;
  const answered = verdict !== null && at !== null;
  const progress: ObjectionProgress = {
    stage: answered ? 'ANSWERED' : row.about_cadre ? 'WITH_TOWN' : 'RECEIVED',
    filedOn: localDate(row.filed_at),
    answerDueOn: answered ? null : row.due_on,
    answer: answered
      ? {
          on: localDate(at),
          verdict,
          words: PublicWords(500).parse(answer),
          passedTo: passedTo === undefined || passedTo === '' ? null : PublicWords(40).parse(passedTo),
        }
      : null,
    mayRate: answered && row.rating === null,
  };
  return { row, progress };
}

/** Whether it was one of these. @throws Failure bad_input when it was said before, or nothing was answered yet */
export async function rateNoted(
  ctx: Ctx,
  of: { village: string; code: string },
  satisfied: Satisfaction,
): Promise<boolean> {
  const noted = await notedOfCode(ctx, of);
  if (noted === null) return false;
  const { county, id } = noted.row;
  if ((await ctx.db.write(sql.rateNoted, [county, id, satisfied])) === 0)
    throw new Failure('conflict', 'OBJECTION_RATED');
  return true;
}

async function whyNotHandle(ctx: Ctx, county: string, row: sql.NotedRow): Promise<WhyNot | null> {
  const judged = judgedOf(ctx, row);
  return (await judgeOf(ctx, county, [judged]))(judged);
}

/** What of it decides who may answer: who objected, and to whom. */
function judgedOf(ctx: Ctx, row: sql.NotedRow): Judged {
  const content = NoticeContent.parse(row.content);
  const entry = row.place === null ? undefined : content.entries[row.place];
  const { nameOf, groupOf } = rulesOf(content.kind);
  return {
    id: row.id,
    village: row.village,
    objector: open(ctx, row).objector,
    named: entry === undefined ? null : { name: nameOf(entry), group: groupOf(entry) },
    postedBy: row.posted_by,
    aboutCadre: row.about_cadre,
  };
}

async function viewOf(ctx: Ctx, objectionId: string): Promise<NotedObjection> {
  const { county, row } = await getNoted(ctx, objectionId);
  const [view] = await viewsOf(ctx, county, [row]);
  if (view === undefined) throw new Error('An objection that was read has no view');
  return view;
}

/** Objections of one list as the caller may read them; whom nobody waits for any more decides nothing. */
async function viewsOf(ctx: Ctx, county: string, rows: readonly sql.NotedRow[]): Promise<NotedObjection[]> {
  const judged = rows.map((row) => judgedOf(ctx, row));
  const whyNot = await judgeOf(ctx, county, judged);
  return rows.map((row, at) => viewOfRow(ctx, row, whyNot(judged[at] ?? judgedOf(ctx, row))));
}

function viewOfRow(ctx: Ctx, row: sql.NotedRow, why: WhyNot | null): NotedObjection {
  const { id, notice_id: noticeId, place, channel, about_cadre: aboutCadre, verdict, answered_at: at } = row;
  const said = open(ctx, row);
  const content = NoticeContent.parse(row.content);
  const entry = place === null ? undefined : content.entries[place];
  const rules = rulesOf(content.kind);
  return {
    ...{ id, noticeId, row: place, channel, aboutCadre },
    name: entry === undefined ? '' : rules.nameOf(entry),
    statement: said.statement,
    objector: why === null ? said.objector : null,
    anonymous: said.objector === null,
    filedOn: localDate(row.filed_at),
    dueOn: row.due_on,
    late: verdict === null && row.due_on < ctx.today,
    answer:
      verdict === null || at === null
        ? null
        : { verdict, words: said.answer ?? '', on: localDate(at), by: row.answered_by_name ?? '' },
    whyNot: verdict !== null ? null : why,
  };
}

/** A list in a scope of the caller's. @throws Failure not_found where the caller does not serve */
async function getList(ctx: Ctx, noticeId: string): Promise<{ county: string; list: sql.ListRow }> {
  const county = countyOfId(noticeId);
  for (const scope of county === undefined ? [] : ctx.scopes) {
    await ctx.db.enter(scope);
    const list = await ctx.db.first(sql.findList, [county, noticeId, ctx.today]);
    if (county !== undefined && list !== undefined && covers(scope, list.village)) return { county, list };
  }
  throw new Failure('not_found', 'NOT_FOUND');
}

/** One objection, held until this call ends. @throws Failure not_found where the caller does not serve */
async function getNoted(ctx: Ctx, id: string): Promise<{ county: string; row: sql.NotedRow }> {
  const county = countyOfId(id);
  for (const scope of county === undefined ? [] : ctx.scopes) {
    await ctx.db.enter(scope);
    const row = await ctx.db.first(sql.findOneNoted, [county, id]);
    if (county !== undefined && row !== undefined) return { county, row };
  }
  throw new Failure('not_found', 'NOT_FOUND');
}
