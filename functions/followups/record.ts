import type { StaffRole } from '@shared/access';
import { contract } from '@shared/contract';
import {
  FOLLOWERS,
  type FollowTask,
  type FollowUpInput,
  HOUSEHOLD,
  type QuarterInput,
  TRIES,
  tasksAfter,
  withRisks,
} from '@shared/followups';
import { newId } from '../adapters';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { sealRecord } from '../runtime/register/sealed';
import { handle } from '../runtime/use-case';
import { settleTold } from './change';
import { addTasks, type Followed, getToWrite, keepFiles, writeFacts } from './followed';
import * as sql from './followups.sql';
import { followUpView, risksOn, taskView } from './views';

/** A visit of the month, or something that happened; by anybody of the staff who may know the family (domain.md 3.5). */
export const record = handle(contract.followups.record, async (ctx, { caseId, toldId, ...said }) => {
  const followed = await getToWrite(ctx, caseId, FOLLOWERS);
  const id = await writeFollowUp(ctx, followed, said, followed.role);
  if (toldId !== null) await settleTold(ctx, followed, toldId, 'DONE', said.words);
  const rows = await ctx.db.rows(sql.findFollowUps, [followed.loaded.county, caseId]);
  const row = rows.find((one) => one.id === id);
  if (row === undefined) throw new Error('A follow-up that was written is not there');
  return { followUp: followUpView(ctx, row), tasks: await openTasks(ctx, followed) };
});

type Said = Pick<
  FollowUpInput & QuarterInput,
  'on' | 'result' | 'newRisks' | 'guarantees' | 'photoIds' | 'words'
> & { cadence: 'MONTH' | 'QUARTER' | 'EVENT'; event: FollowUpInput['event'] };

/**
 * Writes a follow-up with all that follows from it: a new risk joins the family's and asks for a plan, a broken guarantee
 * becomes a fact and a task. Gives its id.
 * @throws Failure bad_input for a day that is not yet
 */
export async function writeFollowUp(
  ctx: Ctx,
  followed: Followed,
  said: Said,
  role: StaffRole,
): Promise<string> {
  const { loaded, facts } = followed;
  const { county, case: c } = loaded;
  if (said.on > ctx.today)
    throw new Failure('bad_input', 'FOLLOW_UP_IN_FUTURE', {
      issues: [{ field: 'on', reason: 'FOLLOW_UP_IN_FUTURE', message: '' }],
    });
  const guaranteePhotos = said.guarantees.flatMap(({ photoIds }) => photoIds);
  await keepFiles(ctx, followed, [{ field: 'photoIds', ids: [...said.photoIds, ...guaranteePhotos] }]);
  const before = await ctx.db.rows(sql.findFollowUps, [county, c.id]);
  const reached = before.findIndex(({ result }) => result !== 'UNREACHABLE');
  const unreached = reached === -1 ? before.length : reached;
  const id = newId(county, ctx.now);
  const { words, newRisks, photoIds, guarantees } = said;
  const { keyId, bytes } = sealRecord(ctx, 'follow-up', id, { words, newRisks, photoIds, guarantees });
  await ctx.db.write(sql.insertFollowUp, [
    county,
    id,
    c.id,
    c.village,
    said.cadence,
    said.event,
    said.on,
    said.result,
    ctx.caller.personId,
    role,
    ctx.now,
    keyId,
    bytes,
  ]);
  const known = risksOn(facts, said.on);
  const merged = withRisks(known, said.result === 'NEW_RISK' ? newRisks : []);
  const broken = guarantees.map(({ what }) => ({
    member: HOUSEHOLD,
    key: what === 'SCHOOL' ? ('SCHOOL_PROBLEM' as const) : what,
    value: true,
  }));
  const fresh =
    merged.length > known.length ? [{ member: HOUSEHOLD, key: 'RISKS' as const, value: merged }] : [];
  await writeFacts(
    ctx,
    followed,
    [...broken, ...fresh].map((one) => ({ ...one, from: said.on, to: null, evidence: 'FOLLOW_UP' })),
  );
  const tasks: FollowTask[] = tasksAfter(said, Math.min(unreached, TRIES), loaded.profile, ctx.today);
  await addTasks(ctx, followed, tasks);
  return id;
}

/** What is left to be done for the family. */
export async function openTasks(ctx: Ctx, followed: Followed) {
  const rows = await ctx.db.rows(sql.findTasks, [followed.loaded.county, followed.loaded.case.id]);
  return rows.filter(({ done_at }) => done_at === null).map((row) => taskView(ctx, followed, row));
}
