import { rolesOn } from '@shared/access';
import { daysBetween, localDate } from '@shared/calendar';
import { contract } from '@shared/contract';
import type { FamilyRequest, StaffRequest } from '@shared/contract/households';
import { requestAnswered } from '@shared/messages';
import { formatCaseNo } from '@shared/people';
import { CATALOGUE } from '@shared/policies';
import { countyOfId } from '../adapters';
import { audit } from '../runtime/audit';
import { findCase, type LoadedCase } from '../runtime/cases/case-store';
import { getCase } from '../runtime/cases/on-case';
import { getOwnCase } from '../runtime/cases/own-case';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { answeredAt, askVillage, saidAt, tellFamily } from '../runtime/family-requests';
import { handle } from '../runtime/use-case';
import * as sql from './requests.sql';

/** The village answers; the township may, when it takes the village too long. */
const MAY_ANSWER = ['VILLAGE', 'TASKFORCE', 'TOWN_CLERK', 'TOWN_LEADER'] as const;

/** 「这里不对」: what is wrong, come again, or see to a policy for us. It waits for the village with a date, whatever state the case is in. */
export const request = handle(
  contract.households.request,
  async (ctx, { caseId, kind, fact, memberKey, text }) => {
    const loaded = await getOwnCase(ctx, caseId);
    if (kind === 'POLICY' && nameOfPolicy(fact) === null)
      throw new Failure('bad_input', 'INVALID', {
        issues: [{ field: 'fact', reason: 'INVALID', message: '' }],
      });
    if (memberKey !== null && !loaded.case.members.some(({ key }) => key === memberKey))
      throw new Failure('bad_input', 'UNKNOWN_MEMBER', {
        issues: [{ field: 'memberKey', reason: 'UNKNOWN_MEMBER', message: '' }],
      });
    const { id } = await askVillage(ctx, loaded, { kind, fact, memberKey, text });
    return { request: familyRequest(ctx, await rowOf(ctx, id)) };
  },
);

/** What the family said is wrong, newest first, with the answers. */
export async function requestsOf(ctx: Ctx, { county, case: c }: LoadedCase): Promise<FamilyRequest[]> {
  const rows = await ctx.db.rows(sql.findRequestsOfCase, [county, c.id]);
  return rows.map((row) => familyRequest(ctx, row));
}

/** The staff's list: those that wait by date, then the newest that were answered. */
export const requests = handle(contract.households.requests, async (ctx) => {
  const open: StaffRequest[] = [];
  const answered: StaffRequest[] = [];
  for (const region of ctx.scopes) {
    await ctx.db.enter(region);
    const where = [region.slice(0, 6), region, ctx.caller.personId];
    for (const [list, query] of [
      [open, sql.findOpenRequests],
      [answered, sql.findAnsweredRequests],
    ] as const)
      for (const row of await ctx.db.rows(query, where)) list.push(await staffRequest(ctx, row));
  }
  return { today: ctx.today, open, answered };
});

/** Answers a request. The first answer stands, and the family reads it in its inbox. */
export const answerRequest = handle(
  contract.households.answerRequest,
  async (ctx, { requestId, outcome, text }) => {
    const county = countyOfId(requestId);
    const row = county === undefined ? undefined : await findInScopes(ctx, county, requestId);
    if (county === undefined || row === undefined) throw new Failure('not_found', 'NOT_FOUND');
    const { case: c } = await getCase(ctx, row.case_id, 'STAFF');
    if (!mayAnswer(ctx, c)) throw new Failure('forbidden', 'ROLE_MAY_NOT');
    const { keyId, bytes } = ctx.keys.seal(text, answeredAt(county, requestId));
    const answer = [county, requestId, outcome, ctx.now, ctx.caller.personId, keyId, bytes];
    if ((await ctx.db.write(sql.answerRequest, answer)) === 0)
      throw new Failure('conflict', 'ALREADY_ANSWERED');
    await audit(ctx, { what: 'READ', caseId: row.case_id, detail: 'REQUEST', why: '' });
    const title = requestAnswered(formatCaseNo(row.case_no));
    await tellFamily(ctx, county, row.case_id, `${requestId}-a`, title);
    return { request: await staffRequest(ctx, await rowOf(ctx, requestId)) };
  },
);

async function findInScopes(ctx: Ctx, county: string, id: string): Promise<sql.RequestRow | undefined> {
  for (const region of ctx.scopes.filter((scope) => scope.startsWith(county))) {
    await ctx.db.enter(region);
    const row = await ctx.db.first(sql.findRequest, [county, id]);
    if (row !== undefined) return row;
  }
  return undefined;
}

async function rowOf(ctx: Ctx, id: string): Promise<sql.RequestRow> {
  const row = await ctx.db.first(sql.findRequest, [countyOfId(id), id]);
  if (row === undefined) throw new Error('A request that was written is not there');
  return row;
}

function familyRequest(ctx: Ctx, row: sql.RequestRow): FamilyRequest {
  const county = row.id.slice(0, 6);
  const late = row.outcome === null && row.due_on < ctx.today ? daysBetween(row.due_on, ctx.today) : 0;
  return {
    id: row.id,
    kind: row.kind,
    fact: row.fact,
    policyName: row.kind === 'POLICY' ? nameOfPolicy(row.fact) : null,
    memberKey: row.member_key === '' ? null : row.member_key,
    text: ctx.keys.open({ keyId: row.key_id, bytes: row.sealed }, saidAt(county, row.id)),
    askedOn: localDate(row.asked_at),
    dueOn: row.due_on,
    overdueDays: late,
    answer: answerOf(ctx, county, row),
  };
}

const nameOfPolicy = (fact: string): string | null =>
  CATALOGUE.find(({ code }) => code === fact)?.name ?? null;

function answerOf(ctx: Ctx, county: string, row: sql.RequestRow): FamilyRequest['answer'] {
  const { outcome, answered_at, answer_key_id, answer, answered_name } = row;
  if (outcome === null || answered_at === null || answer_key_id === null || answer === null) return null;
  return {
    outcome,
    text: ctx.keys.open({ keyId: answer_key_id, bytes: answer }, answeredAt(county, row.id)),
    by: answered_name ?? '',
    on: localDate(answered_at),
  };
}

async function staffRequest(ctx: Ctx, row: sql.RequestRow): Promise<StaffRequest> {
  const loaded = await findCase(ctx, row.case_id);
  const member = loaded?.case.members.find(({ key }) => key === row.member_key);
  return {
    ...familyRequest(ctx, row),
    caseId: row.case_id,
    caseNo: row.case_no,
    headName: row.head_name,
    memberName: member?.name ?? '',
    group: row.village_group,
    villageName: row.village_name,
    askedBy: row.asked_name,
    mayAnswer: row.outcome === null && loaded !== null && mayAnswer(ctx, loaded.case),
  };
}

function mayAnswer(ctx: Ctx, c: LoadedCase['case']): boolean {
  return rolesOn(c, ctx.caller).some((role) => (MAY_ANSWER as readonly string[]).includes(role));
}
