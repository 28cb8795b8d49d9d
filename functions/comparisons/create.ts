import { randomInt } from 'node:crypto';
import { askedAbout, type Case, type Department, isAdult, isAnswered } from '@shared/casework';
import { contract, MAX_LIST_PEOPLE } from '@shared/contract';
import { sentence } from '@shared/messages';
import { composeRequestCode } from '@shared/people';
import { newId } from '../adapters';
import type { LoadedCase } from '../runtime/cases/case-store';
import { getCase, perform } from '../runtime/cases/on-case';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import * as sql from './comparisons.sql';
import { listView } from './list';
import { clerkOf } from './who';

interface Person {
  caseId: string;
  memberKey: string;
  idNo: string;
}

/**
 * Asks about many cases at once. A case that was not asked about yet is asked about now, when all adults signed and have an ID number; one that
 * was stands as it was asked. Who is on a running list of the department, was answered about, or has no ID number is on
 * no new one. Cases of which nobody is left are told with their reason; the others go on.
 */
export const create = handle(contract.comparisons.create, async (ctx, { caseIds, departments }) => {
  const comparer = clerkOf(ctx);
  const { county } = comparer;
  const skipped: { caseId: string; headName: string; message: string }[] = [];
  const cases: Case[] = [];
  let approvalAbove = Number.POSITIVE_INFINITY;
  for (const caseId of new Set(caseIds)) {
    const loaded = await getCase(ctx, caseId, 'STAFF');
    approvalAbove = Math.min(approvalAbove, loaded.profile.comparison.approvalAbove);
    const asked = await ask(ctx, loaded, departments);
    if (typeof asked === 'string') skipped.push({ caseId, headName: loaded.case.headName, message: asked });
    else cases.push(asked);
  }
  const made: string[] = [];
  const listed = new Set<string>();
  await ctx.db.first(sql.lockLists, [county]);
  for (const department of new Set(departments)) {
    const people = await peopleFor(ctx, county, department, cases);
    for (const { caseId } of people) listed.add(caseId);
    for (let at = 0; at < people.length; at += MAX_LIST_PEOPLE)
      made.push(await write(ctx, county, department, people.slice(at, at + MAX_LIST_PEOPLE), approvalAbove));
  }
  for (const c of cases)
    if (!listed.has(c.id))
      skipped.push({ caseId: c.id, headName: c.headName, message: sentence('NOBODY_TO_LIST') });
  const lists = [];
  for (const id of made) {
    const row = await ctx.db.first(sql.findList, [county, id]);
    if (row !== undefined) lists.push(listView(ctx, comparer, row));
  }
  return { lists, skipped };
});

/** The case once departments are asked; or the sentence why they are not. */
async function ask(ctx: Ctx, loaded: LoadedCase, departments: Department[]): Promise<Case | string> {
  const { case: c } = loaded;
  if (c.dataCheck !== null) return c;
  const adults = c.members.filter((member) => isAdult(member, ctx.now));
  const names = (people: typeof adults) => people.map(({ name }) => name).join('、');
  // A family is asked about once: whoever is left out now would never be asked about.
  const unsigned = adults.filter(({ key }) => c.authorizations[key] === undefined);
  if (unsigned.length > 0) return sentence('AUTHORIZATION_MISSING', { names: names(unsigned) });
  const unknown = adults.filter(({ idNo }) => idNo === null);
  if (unknown.length > 0) return sentence('ID_NUMBERS_MISSING', { names: names(unknown) });
  const memberKeys = adults.map(({ key }) => key);
  try {
    return (await perform(ctx, loaded, { type: 'requestDataCheck', memberKeys, departments })).case;
  } catch (error) {
    if (error instanceof Failure) return sentence(error.reason, error.details.params ?? {});
    throw error;
  }
}

async function peopleFor(
  ctx: Ctx,
  county: string,
  department: Department,
  cases: readonly Case[],
): Promise<Person[]> {
  const ids = cases.map(({ id }) => id);
  const running = await ctx.db.rows(sql.findAskedNow, [county, department, ids]);
  const taken = new Set(running.map((item) => `${item.case_id}/${item.member_key}`));
  return cases.flatMap((c) => {
    const check = c.dataCheck;
    if (check === null) return [];
    return askedAbout(check, department).flatMap((memberKey): Person[] => {
      const idNo = c.members.find(({ key }) => key === memberKey)?.idNo ?? null;
      const again = check.disputes.some(
        (open) => open.closedAt === null && open.department === department && open.memberKey === memberKey,
      );
      const open = again || (check.completedAt === null && !isAnswered(check, department, memberKey));
      return open && idNo !== null && !taken.has(`${c.id}/${memberKey}`)
        ? [{ caseId: c.id, memberKey, idNo }]
        : [];
    });
  });
}

async function write(
  ctx: Ctx,
  county: string,
  department: Department,
  people: readonly Person[],
  approvalAbove: number,
): Promise<string> {
  const id = newId(county, ctx.now);
  const day = ctx.today.slice(2).replaceAll('-', '');
  const before = await ctx.db.first(sql.countLists, [county, `${day}-%`]);
  const listNo = `${day}-${String((before?.count ?? 0) + 1).padStart(3, '0')}`;
  const state = people.length > approvalAbove ? 'WAITING_APPROVAL' : 'READY';
  const cases = new Set(people.map(({ caseId }) => caseId)).size;
  const { personId } = ctx.caller;
  await ctx.db.write(sql.insertList, [
    county,
    id,
    listNo,
    department,
    state,
    people.length,
    cases,
    personId,
    ctx.now,
  ]);
  const codes = new Set<string>();
  while (codes.size < people.length) codes.add(composeRequestCode(randomInt(100_000_000, 1_000_000_000)));
  await ctx.db.write(sql.insertItems, [
    county,
    id,
    [...codes],
    people.map(({ caseId }) => caseId),
    people.map(({ memberKey }) => memberKey),
    people.map(({ idNo }) => ctx.keys.blindIndex('ID', idNo)),
  ]);
  return id;
}
