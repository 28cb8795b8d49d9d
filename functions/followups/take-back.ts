import { contract, type OutputOf } from '@shared/contract';
import {
  addedRisks,
  FACT_KEEPERS,
  followTask,
  headsIn,
  monthsOf,
  restsOn,
  withoutRecord,
  withoutRisk,
} from '@shared/followups';
import { changeTakenBack } from '@shared/messages';
import { formatCaseNo } from '@shared/people';
import { countyOfId } from '../adapters';
import { audit } from '../runtime/audit';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { tellFamily } from '../runtime/family-requests';
import { measuresOf } from '../runtime/help/measures';
import { findersOf } from '../runtime/register/follow-up';
import { addTasks, type Followed, writeFacts } from '../runtime/register/followed';
import { knownOf } from '../runtime/register/known';
import { openRecord, sealRecord } from '../runtime/register/sealed';
import { handle } from '../runtime/use-case';
import { findInScopes, rowOf } from './change';
import * as sql from './followups.sql';
import { getToWrite } from './hands';
import { addedRisksView, changeView, hasCounted, takersBack } from './views';

/**
 * A coming or going that was written down by mistake (domain.md 3.8): the record stays with who took it back and why. What it
 * wrote reads as if it had never been written, what it left to be done is over, and payments that were stopped are to go on.
 * Sheets of quarters are never changed: those reckoned with other people are named.
 * @throws Failure conflict when the same person came or went again afterwards, or somebody else was quicker
 */
export const takeBackChange = handle(
  contract.followups.takeBackChange,
  async (ctx, { changeId, reason: words }) => {
    const county = countyOfId(changeId);
    const found = county === undefined ? undefined : await findInScopes(ctx, county, changeId);
    if (found === undefined || found.by_family) throw new Failure('not_found', 'NOT_FOUND');
    const followed = await getToWrite(ctx, found.case_id, takersBack(found) ?? FACT_KEEPERS);
    const row = await rowOf(ctx, changeId);
    if (takersBack(row) === null) throw new Failure('conflict', 'CHANGE_OVER');
    // Somebody agreed meanwhile: then it is that level's.
    if (row.state !== found.state) throw new Failure('conflict', 'TRY_AGAIN');
    const of = [row.county, row.case_id];
    const changes = await registered(ctx, of);
    if (restsOn(changes, changeId)) throw new Failure('conflict', 'CHANGE_RESTED_ON');
    await audit(ctx, { what: 'CORRECT', caseId: row.case_id, detail: row.kind, why: words });
    const { keyId, bytes } = sealRecord(ctx, 'change-back', changeId, { words });
    const values = [row.county, changeId, row.state, ctx.caller.personId, ctx.now, keyId, bytes];
    if ((await ctx.db.write(sql.takeBackChange, values)) === 0) throw new Failure('conflict', 'TRY_AGAIN');
    const gone = new Set(changes.filter(({ isGone }) => isGone).map(({ id }) => id));
    await writeFacts(
      ctx,
      followed,
      withoutRecord(followed.facts, changeId, gone).map(({ corrects: { id = '', evidence }, ...one }) => ({
        ...one,
        ...{ evidence, corrects: id, reason: words },
      })),
    );
    await endTasks(ctx, followed, changeId, words);
    const now = { ...followed, facts: await knownOf(ctx, followed.loaded) };
    if (hasCounted(row))
      await tellFamily(
        ctx,
        row.county,
        row.case_id,
        `${changeId}-b`,
        changeTakenBack(formatCaseNo(followed.loaded.case.caseNo)),
      );
    return {
      change: changeView(ctx, now, await rowOf(ctx, changeId)),
      quarters: await otherHeads(ctx, followed, now),
    };
  },
);

/** Comings and goings of a family with whom each is about, in the order in which they came to count or wait. */
async function registered(ctx: Ctx, of: readonly string[]) {
  const rows = await ctx.db.rows(sql.findRegistered, [...of]);
  return rows.flatMap(({ id, state, key_id: keyId, sealed: bytes }) => {
    const said = openRecord(ctx, 'change', id, { keyId, bytes });
    if (said.by === 'FAMILY') return [];
    const { memberKeys, newMember, newKey } = said;
    const isGone = state === 'TAKEN_BACK';
    const about = newMember === null ? memberKeys : [newKey];
    return [{ id, about, stands: !isGone && state !== 'REFUSED', isGone }];
  });
}

/** What only this record asked for is over; who lost money by it is to get it again. */
async function endTasks(ctx: Ctx, followed: Followed, record: string, words: string): Promise<void> {
  const { county, case: c } = followed.loaded;
  for (const task of await ctx.db.rows(sql.findTasksOf, [county, c.id, record])) {
    const others = task.records.filter((one) => one !== record);
    if (task.done_at !== null) {
      if (task.kind === 'STOP_PAYMENTS' && others.length === 0)
        await addTasks(ctx, followed, record, [followTask('RESUME_PAYMENTS', task.about, ctx.today)]);
      continue;
    }
    if (others.length > 0) await ctx.db.write(sql.keepTaskFor, [county, task.id, others]);
    else await endTask(ctx, county, task.id, words);
  }
}

async function endTask(ctx: Ctx, county: string, id: string, words: string): Promise<void> {
  const { keyId, bytes } = sealRecord(ctx, 'task-answer', id, { words: `${TAKEN_BACK}${words}` });
  await ctx.db.write(sql.finishTask, [county, id, ctx.now, ctx.caller.personId, keyId, bytes]);
}

const TAKEN_BACK = '登记错了，撤回了：';

/** Sheets whose months have other people now than before. */
async function otherHeads(ctx: Ctx, before: Followed, now: Followed) {
  const rows = await ctx.db.rows(sql.findQuarters, [now.loaded.county, now.loaded.case.id]);
  return rows
    .filter(({ quarter }) =>
      monthsOf(quarter).some((month) => headsIn(before.facts, month) !== headsIn(now.facts, month)),
    )
    .map(({ quarter, state }) => ({ quarter, state }));
}

type AddedRisks = OutputOf<typeof contract.followups.takeBackRisk>;

/**
 * A new risk that was written down by mistake (domain.md 3.5): the follow-up stays as it was written, the family reads as if it
 * never had the risk, and nobody has to plan for it any more.
 * @throws Failure conflict for a risk for which the county put the family on the list, one that another person found too, and
 * one against which something is being done
 */
export const takeBackRisk = handle(
  contract.followups.takeBackRisk,
  async (ctx, { caseId, risk, reason }): Promise<AddedRisks> => {
    const followed = await getToWrite(ctx, caseId, FACT_KEEPERS);
    const { facts, loaded } = followed;
    const { county } = loaded;
    const added = addedRisks(facts).find((one) => one.risk === risk && one.back === null);
    if (added === undefined) throw new Failure('conflict', 'RISK_NOT_ADDED');
    if (new Set(await findersOf(ctx, county, caseId, risk)).size > 1)
      throw new Failure('conflict', 'RISK_FOUND_AGAIN');
    const measures = await measuresOf(ctx, county, caseId);
    if (measures.some(({ measure }) => measure.risk === risk && !UNDONE.includes(measure.state)))
      throw new Failure('conflict', 'RISK_HAS_MEASURE');
    await audit(ctx, { what: 'CORRECT', caseId, detail: risk, why: reason });
    await writeFacts(
      ctx,
      followed,
      withoutRisk(facts, risk).map((one) => ({
        ...{ ...one, evidence: added.fact.evidence, reason },
        ...(added.fact.id !== undefined && { corrects: added.fact.id }),
      })),
    );
    const now = await knownOf(ctx, loaded);
    const left = new Set<string>(addedRisks(now).flatMap((one) => (one.back === null ? [one.risk] : [])));
    const tasks = await ctx.db.rows(sql.findTasks, [county, caseId]);
    // A plan for several new risks is still owed while one of them is there.
    for (const { id, kind, about, done_at } of tasks)
      if (done_at === null && kind === 'REPLAN' && !about.split('.').some((one) => left.has(one)))
        await endTask(ctx, county, id, reason);
    return { addedRisks: addedRisksView(now, true) };
  },
);

/** Help that was called off stands on no risk. */
const UNDONE: readonly string[] = ['CANCELLED', 'NOT_NEEDED'];
