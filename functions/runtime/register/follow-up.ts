import type { StaffRole } from '@shared/access';
import type { RiskType } from '@shared/casework';
import {
  type Cadence,
  type FollowUpEvent,
  type FollowUpInput,
  type FollowUpResult,
  factAt,
  HOUSEHOLD,
  knownUntil,
  type QuarterInput,
  TRIES,
  tasksAfter,
  withRisksFrom,
} from '@shared/followups';
import type { VisitWay } from '@shared/measures';
import { newId } from '../../adapters/ids';
import type { Ctx } from '../context';
import { Failure } from '../failure';
import type { HelpWork } from '../help-work';
import * as sql from './follow-ups.sql';
import { addTasks, type Followed, keepFiles, writeFacts } from './followed';
import { openRecord, sealRecord } from './sealed';

/** What somebody found who looked after a family: by month, by quarter, by event (domain.md 3.5). */
export interface FollowUp {
  id: string;
  cadence: Cadence;
  event: FollowUpEvent | null;
  on: string;
  result: FollowUpResult;
  newRisks: RiskType[];
  by: string;
  way: VisitWay;
  /** Who was spoken to; of a call, the number too. */
  met: string;
  words: string;
  problem: string;
  solved: string;
  photoIds: string[];
}

/** All follow-ups of a family that the database lets this caller see, the newest first. */
export async function followUpsOf(ctx: Ctx, county: string, caseId: string): Promise<FollowUp[]> {
  const rows = await ctx.db.rows(sql.findFollowUps, [county, caseId]);
  return rows.map((row) => {
    const { guarantees: _, ...said } = openSaid(ctx, county, row);
    return {
      id: row.id,
      cadence: row.cadence,
      event: row.event,
      on: row.on_day,
      result: row.result,
      by: row.by_name,
      way: row.way ?? 'HOME',
      ...said,
    };
  });
}

function openSaid(ctx: Ctx, county: string, row: sql.FollowUpRow) {
  const sealed = { keyId: row.key_id, bytes: row.sealed };
  if (!row.was_visit)
    return { met: '', problem: '', solved: '', ...openRecord(ctx, 'follow-up', row.id, sealed) };
  const { findings: words, ...said } = JSON.parse(ctx.keys.open(sealed, `visit/${county}/${row.id}`)) as Pick<
    FollowUp,
    'met' | 'problem' | 'solved' | 'photoIds'
  > & { findings: string };
  const newRisks = row.new_risk === null ? [] : [row.new_risk as RiskType];
  return { ...said, words, newRisks, guarantees: [] };
}

type Said = Pick<
  FollowUpInput & QuarterInput,
  'on' | 'result' | 'newRisks' | 'guarantees' | 'photoIds' | 'words'
> &
  Pick<FollowUp, 'cadence' | 'event'> &
  Partial<Pick<FollowUp, 'way' | 'met' | 'problem' | 'solved'>> & {
    /** Made on the phone: who sends the same visit again writes it once. */
    key?: string;
  };

/**
 * The one way in which a follow-up is written, with all that follows from it: a new risk joins the family's and asks for a
 * plan, a broken guarantee becomes a fact and a task, whoever helps is told. Gives its id. Whoever calls holds the family's
 * lock.
 * @throws Failure bad_input for a day that is not yet, conflict for a key of the caller's that another family has
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
  const { words, newRisks, photoIds, guarantees, met = '', problem = '', solved = '' } = said;
  const whole = { words, newRisks, photoIds, guarantees, met, problem, solved };
  const { keyId, bytes } = sealRecord(ctx, 'follow-up', id, whole);
  const written = await ctx.db.write(sql.insertFollowUp, [
    county,
    id,
    c.id,
    c.village,
    said.cadence,
    said.event,
    said.on,
    said.result,
    said.way ?? null,
    said.key ?? null,
    ctx.caller.personId,
    role,
    ctx.now,
    keyId,
    bytes,
  ]);
  if (written === 0) throw new Failure('conflict', 'TRY_AGAIN');
  const broken = guarantees.map(({ what }) => {
    const key = what === 'SCHOOL' ? ('SCHOOL_PROBLEM' as const) : what;
    return {
      ...{ member: HOUSEHOLD, key, value: true, from: said.on },
      to: knownUntil(facts, HOUSEHOLD, key, said.on),
    };
  });
  const fresh = withRisksFrom(facts, said.result === 'NEW_RISK' ? newRisks : [], said.on);
  await writeFacts(
    ctx,
    followed,
    [...broken, ...fresh].map((one) => ({ ...one, evidence: 'FOLLOW_UP', record: id })),
  );
  const tasks = tasksAfter(said, Math.min(unreached, TRIES), loaded.profile, ctx.today);
  await addTasks(ctx, followed, id, tasks);
  const told = TELLS[said.result];
  if (told !== undefined) await queueHelp(ctx, loaded, told, id);
  return id;
}

/** Who found a risk beside those of the case, one for each follow-up that says so. */
export async function findersOf(ctx: Ctx, county: string, caseId: string, risk: RiskType): Promise<string[]> {
  const rows = await ctx.db.rows(sql.findFollowUps, [county, caseId]);
  return rows
    .filter((row) => row.result === 'NEW_RISK' && openSaid(ctx, county, row).newRisks.includes(risk))
    .map(({ by_id }) => by_id);
}

/** What whoever helps the family has to hear at once, beside the tasks that it leaves to the village. */
const TELLS: Partial<Record<FollowUpResult, HelpWork['what']>> = {
  NEW_RISK: 'NEW_RISK',
  RELAPSE: 'NEW_RISK',
  READY_TO_ELIMINATE: 'READY',
};

/** Whom to tell of what, once this transaction holds. */
export async function queueHelp(
  ctx: Ctx,
  { county, case: c }: Followed['loaded'],
  what: HelpWork['what'],
  of: string,
): Promise<void> {
  const work: HelpWork = { caseId: c.id, at: ctx.now, what, of };
  await ctx.db.write(sql.queueHelpWork, [county, JSON.stringify(work), ctx.clock.wall()]);
}

/** Risks for which a family is on the list on a day. */
export const risksOn = (facts: Followed['facts'], on: string): RiskType[] => [
  ...(factAt(facts, HOUSEHOLD, 'RISKS', { on }) ?? []),
];
