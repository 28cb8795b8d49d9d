import { addDays } from '@shared/calendar';
import { contract } from '@shared/contract';
import {
  CHANGE_RULES,
  CONFIRMERS,
  changeProblems,
  changeWarnings,
  FACT_KEEPERS,
  factsOfChange,
  familyAt,
  tasksOfChange,
} from '@shared/followups';
import { changeAnswered, changePassedUp } from '@shared/messages';
import { formatCaseNo } from '@shared/people';
import { countyOfId, newId } from '../adapters';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { tellFamily } from '../runtime/family-requests';
import { exitOfCase } from '../runtime/register/exit-store';
import { addTasks, type Followed, keepFiles, writeFacts } from '../runtime/register/followed';
import { performExit } from '../runtime/register/on-exit';
import { type ChangeSaid, openRecord, sealRecord } from '../runtime/register/sealed';
import { handle } from '../runtime/use-case';
import * as sql from './followups.sql';
import { getToWrite } from './hands';
import { changeView, madeOf, nameOf } from './views';

/** Natural days in which another level answers [D]. */
const ANSWER_DAYS = 5;

/**
 * Somebody comes or goes (domain.md 3.8). What needs nobody else counts at once; a split, a merge and the end of a whole
 * family wait for another level and change nothing until then.
 */
export const change = handle(contract.followups.change, async (ctx, { caseId, toldId, ...said }) => {
  const followed = await getToWrite(ctx, caseId, FACT_KEEPERS);
  const { facts, loaded } = followed;
  const { county } = loaded;
  const context = contextOf(ctx, followed, said.on);
  const [first, ...others] = changeProblems(said, context);
  if (first !== undefined)
    throw new Failure('bad_input', first.reason, {
      issues: [first, ...others].map((one) => ({ ...one, message: '' })),
    });
  await keepFiles(ctx, followed, [{ field: 'photoIds', ids: said.photoIds }]);
  const id = newId(county, ctx.now);
  const level = CHANGE_RULES[said.kind].level;
  const warnings = changeWarnings(said, context, await paidSince(ctx, followed, said));
  const who =
    said.newMember === null ? said.memberKeys.map((key) => nameOf(facts, key)) : [said.newMember.name];
  const whole: ChangeSaid = { by: 'CADRE', who, warnings, newKey: `m-${id.slice(-12)}`, ...said };
  const { keyId, bytes } = sealRecord(ctx, 'change', id, whole);
  await ctx.db.write(sql.insertChange, [
    county,
    id,
    caseId,
    loaded.case.village,
    said.kind,
    said.on,
    level === 'NONE' ? 'DONE' : level,
    false,
    ctx.caller.personId,
    ctx.now,
    addDays(ctx.today, ANSWER_DAYS),
    keyId,
    bytes,
  ]);
  if (toldId !== null) {
    const counts = level === 'NONE';
    await settleTold(ctx, followed, toldId, counts ? TAKEN_UP : PASSED_UP, { id, counts });
  }
  if (level === 'NONE') await apply(ctx, followed, id, whole, said.note);
  return { change: changeView(ctx, followed, await rowOf(ctx, id)) };
});

/** The family on the day of a change and today, as both are known now. */
const contextOf = (ctx: Ctx, { facts, knownFrom }: Followed, on: string) => ({
  family: familyAt(facts, { on }),
  familyNow: familyAt(facts, { on: ctx.today }),
  knownFrom,
  today: ctx.today,
});

/** What waits for a word: of the village, the township or the county. */
export const isOpen = (state: sql.ChangeRow['state']): state is 'TOLD' | 'TOWN' | 'COUNTY' =>
  state === 'TOLD' || state === 'TOWN' || state === 'COUNTY';

const TAKEN_UP = '村里看过，登记了。';
const PASSED_UP = '村里看过，报上去了，上级同意了才算。';

/** Agrees to a change for a level, or refuses what the family or the village said; with words that the family reads. */
export const answerChange = handle(
  contract.followups.answerChange,
  async (ctx, { changeId, agree, words }) => {
    const county = countyOfId(changeId);
    const row = county === undefined ? undefined : await findInScopes(ctx, county, changeId);
    if (row === undefined) throw new Failure('not_found', 'NOT_FOUND');
    if (!isOpen(row.state)) throw new Failure('conflict', 'ALREADY_ANSWERED');
    const level = row.state === 'TOLD' ? 'VILLAGE' : row.state;
    const followed = await getToWrite(ctx, row.case_id, CONFIRMERS[level]);
    if (followed.hands.includes(row.said_by)) throw new Failure('conflict', 'NEXT_HAND');
    const said = openRecord(ctx, 'change', row.id, { keyId: row.key_id, bytes: row.sealed });
    // Others may have come and gone while it waited: what could not be written down any more is not agreed to.
    const [problem] =
      agree && said.by === 'CADRE' ? changeProblems(said, contextOf(ctx, followed, said.on)) : [];
    if (problem !== undefined) throw new Failure('conflict', problem.reason);
    await settle(ctx, row, agree ? 'DONE' : 'REFUSED', { words });
    if (agree && said.by === 'CADRE') await apply(ctx, followed, row.id, said, words);
    // What an office refused another the family never heard of, unless it was the one to say so.
    const rows = agree ? [] : await ctx.db.rows(sql.findChanges, [row.county, row.case_id]);
    if (agree || row.by_family || rows.some((told) => madeOf(ctx, told, rows)?.id === changeId))
      await tellFamily(
        ctx,
        row.county,
        row.case_id,
        `${changeId}-a`,
        changeAnswered(formatCaseNo(followed.loaded.case.caseNo), agree),
      );
    return { change: changeView(ctx, followed, await rowOf(ctx, changeId)) };
  },
);

/** What the family said is over with this. `made`: the coming or going that was made of it, and whether it counts already. Whoever comes second changes nothing. */
export async function settleTold(
  ctx: Ctx,
  { loaded }: Followed,
  toldId: string,
  words: string,
  made?: { id: string; counts: boolean },
): Promise<void> {
  const row = await ctx.db.first(sql.findChange, [loaded.county, toldId]);
  if (row === undefined || row.case_id !== loaded.case.id) throw new Failure('not_found', 'NOT_FOUND');
  await settle(ctx, row, 'DONE', { words, record: made?.id });
  const caseNo = formatCaseNo(loaded.case.caseNo);
  const title = made?.counts === false ? changePassedUp(caseNo) : changeAnswered(caseNo, true);
  await tellFamily(ctx, loaded.county, loaded.case.id, `${toldId}-a`, title);
}

async function settle(
  ctx: Ctx,
  row: sql.ChangeRow,
  state: 'DONE' | 'REFUSED',
  said: { words: string; record?: string | undefined },
): Promise<void> {
  const { keyId, bytes } = sealRecord(ctx, 'change-answer', row.id, said);
  const values = [row.county, row.id, row.state, state, ctx.caller.personId, ctx.now, keyId, bytes];
  if (!isOpen(row.state) || (await ctx.db.write(sql.settleChange, values)) === 0)
    throw new Failure('conflict', 'ALREADY_ANSWERED');
}

/** A change that counts: its facts, what it leaves to be done, and the register when the whole family went. */
async function apply(
  ctx: Ctx,
  followed: Followed,
  id: string,
  said: Extract<ChangeSaid, { by: 'CADRE' }>,
  words: string,
): Promise<void> {
  const evidence = said.evidence.join('+');
  await writeFacts(
    ctx,
    followed,
    factsOfChange(said, followed.facts, said.newKey).map((one) => ({
      ...one,
      from: said.on,
      evidence,
      record: id,
    })),
  );
  await addTasks(ctx, followed, id, tasksOfChange(said, said.warnings, ctx.today));
  if (CHANGE_RULES[said.kind].who !== 'ALL') return;
  const exit = await exitOfCase(ctx, followed.loaded);
  if (exit === null) throw new Error('A family on the register has no entry');
  const how = said.kind === 'EXTINCT' ? 'EXTINCT' : 'TRANSFERRED_OUT';
  await performExit(ctx, exit, { type: 'leave', how, on: said.on, reason: words });
}

/** How often money came for somebody after she died; payments lie with the county. */
async function paidSince(
  ctx: Ctx,
  { facts, loaded }: Followed,
  { kind, memberKeys, on }: { kind: string; memberKeys: readonly string[]; on: string },
): Promise<number> {
  if (kind !== 'DEATH') return 0;
  const { members } = familyAt(facts, { on });
  const digests = members.flatMap(({ key, ID_NO }) =>
    memberKeys.includes(key) && ID_NO ? [ctx.keys.blindIndex('ID', ID_NO.slice(0, 18))] : [],
  );
  if (digests.length === 0) return 0;
  const found = await ctx.db.within(loaded.county, () =>
    ctx.db.first(sql.countPaidSince, [loaded.county, digests, on]),
  );
  return found?.times ?? 0;
}

export async function findInScopes(ctx: Ctx, county: string, id: string): Promise<sql.ChangeRow | undefined> {
  for (const region of ctx.scopes.filter((scope) => scope.startsWith(county))) {
    await ctx.db.enter(region);
    const row = await ctx.db.first(sql.findChange, [county, id]);
    if (row !== undefined) return row;
  }
  return undefined;
}

export async function rowOf(ctx: Ctx, id: string): Promise<sql.ChangeRow> {
  const row = await ctx.db.first(sql.findChange, [countyOfId(id), id]);
  if (row === undefined) throw new Error('A change that was written is not there');
  return row;
}
