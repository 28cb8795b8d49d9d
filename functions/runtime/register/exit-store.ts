import type { Actor, PersonRef } from '@shared/access';
import { type Exit, type ExitEvent, evolve, exitDueOn, exitOf, type RecordedExit } from '@shared/elimination';
import { type FamilyOnDay, familyAt } from '@shared/followups';
import type { Profile } from '@shared/procedure';
import { hasLeft, type RegisterEntry, type RegisterStatus } from '@shared/register';
import { findCase, findProfileInForce, type LoadedCase } from '../cases/case-store';
import { insertOutbox } from '../cases/cases.sql';
import type { Ctx } from '../context';
import { VersionMoved } from '../failure';
import { knownOf } from './known';
import { entryOf } from './read';
import * as sql from './register.sql';

/** A family on the register with its way off it, its case, and the county's rules of today. */
export interface LoadedExit {
  loaded: LoadedCase;
  entry: RegisterEntry;
  exit: Exit;
  history: readonly RecordedExit[];
  /** The family of today, as far as it is known: who is in it, what changed since the list. */
  family: FamilyOnDay;
  /** In force today: the line is this year's, whatever the case began with. */
  profile: Profile;
}

/** Work of the outbox: tell the family and the next office what happened. */
export interface ExitWork {
  caseId: string;
  caseNo: string;
  type: ExitEvent['type'];
  seq: number;
  at: string;
}

/** Loads a family of the register; null when it is on none, or the database hides it from this caller. */
export async function findExit(ctx: Ctx, caseId: string): Promise<LoadedExit | null> {
  const loaded = await findCase(ctx, caseId);
  return loaded === null ? null : exitOfCase(ctx, loaded);
}

/** The same of a case that is loaded already. */
export async function exitOfCase(ctx: Ctx, loaded: LoadedCase): Promise<LoadedExit | null> {
  const { county, case: c } = loaded;
  const row = await ctx.db.first(sql.findEntry, [county, c.id]);
  if (row === undefined) return null;
  const entry = entryOf(row);
  const history = await historyOf(ctx, county, c.id);
  const before = exitOf(
    { village: c.village, parties: c.parties, kin: c.kin },
    { identifiedOn: entry.identifiedOn, status: entry.status },
  );
  const exit = { ...history.reduce(evolve, before), version: row.version };
  const profile = (await findProfileInForce(ctx, county)) ?? loaded.profile;
  const family = familyAt(await knownOf(ctx, loaded), { on: ctx.today });
  return { loaded, entry, exit, history, family, profile };
}

type Sealed = ExitEvent & { actorName: string; onBehalfOf?: PersonRef };

const placeOf = (county: string, caseId: string, seq: number) =>
  `elimination_event/${county}/${caseId}/${seq}`;

async function historyOf(ctx: Ctx, county: string, caseId: string): Promise<RecordedExit[]> {
  const rows = await ctx.db.rows(sql.findExitEvents, [county, caseId]);
  return rows.map((row) => {
    const text = ctx.keys.open({ keyId: row.key_id, bytes: row.sealed }, placeOf(county, caseId, row.seq));
    const { actorName, onBehalfOf, ...event } = JSON.parse(text) as Sealed;
    const actor: Actor = {
      personId: row.actor_person,
      name: actorName,
      role: row.actor_role as Actor['role'],
      ...(onBehalfOf !== undefined && { onBehalfOf }),
    };
    return { ...event, seq: row.seq, at: row.at, actor, from: row.from_status, after: row.to_status };
  });
}

/**
 * Writes what was decided: the events, and the register's row folded from them, which its version guards.
 * @throws VersionMoved when somebody else wrote since it was loaded
 */
export async function appendExit(
  ctx: Ctx,
  before: LoadedExit,
  { actor, events }: { actor: Actor; events: readonly ExitEvent[] },
): Promise<LoadedExit> {
  const { loaded, profile } = before;
  const { county, case: c } = loaded;
  let { exit } = before;
  const added = events.map((event): RecordedExit => {
    const recorded = {
      ...event,
      seq: exit.version + 1,
      at: ctx.now,
      actor,
      from: exit.status,
      after: exit.status,
    };
    const next = evolve(exit, recorded as RecordedExit);
    exit = next;
    return { ...recorded, after: next.status } as RecordedExit;
  });
  const { round, mark, status } = exit;
  const gone = hasLeft(status);
  const left = events.find((event) => event.type === 'Left');
  const written = await ctx.db.write(sql.updateEntry, [
    county,
    c.id,
    before.exit.version,
    status,
    round?.step ?? null,
    round === null ? null : exitDueOn(round, profile),
    round?.publicity?.lastDay ?? null,
    mark?.mode ?? null,
    mark?.on ?? null,
    mark?.observeUntil ?? null,
    gone ? (left?.data.on ?? before.entry.closedOn) : null,
    exit.version,
    ctx.now,
  ]);
  if (written === 0) throw new VersionMoved();
  await writeEvents(ctx, county, c.id, c.village, actor, added);
  await queueWork(ctx, county, c, added);
  const entry = {
    ...before.entry,
    status: status as RegisterStatus,
    mode: mark?.mode ?? null,
    eliminatedOn: mark?.on ?? null,
    observeUntil: mark?.observeUntil ?? null,
  };
  return { ...before, entry, exit, history: [...before.history, ...added] };
}

async function writeEvents(
  ctx: Ctx,
  county: string,
  caseId: string,
  village: string,
  actor: Actor,
  events: readonly RecordedExit[],
): Promise<void> {
  const sealed = events.map(({ seq, type, data }) => {
    const { name: actorName, onBehalfOf } = actor;
    const content = { type, data, actorName, ...(onBehalfOf && { onBehalfOf }) };
    return ctx.keys.seal(JSON.stringify(content), placeOf(county, caseId, seq));
  });
  await ctx.db.write(sql.insertExitEvents, [
    county,
    caseId,
    village,
    ctx.requestId,
    actor.personId,
    actor.role,
    ctx.now,
    events.map(({ seq }) => seq),
    events.map(({ type }) => type),
    events.map(({ from }) => from),
    events.map(({ after }) => after),
    sealed.map(({ keyId }) => keyId),
    sealed.map(({ bytes }) => bytes),
  ]);
}

async function queueWork(
  ctx: Ctx,
  county: string,
  { id: caseId, caseNo }: { id: string; caseNo: string },
  events: readonly RecordedExit[],
): Promise<void> {
  const work = events.map(({ type, seq, at }) =>
    JSON.stringify({ caseId, caseNo, type, seq, at } satisfies ExitWork),
  );
  await ctx.db.write(insertOutbox, [county, 'EXIT_EVENT', ctx.clock.wall(), work, null]);
}
