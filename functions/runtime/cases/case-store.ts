import { isDeepStrictEqual } from 'node:util';
import type { Actor, PersonRef } from '@shared/access';
import type { Instant } from '@shared/calendar';
import {
  type Case,
  type CaseEvent,
  daysOnNotice,
  evolve,
  fold,
  isClosed,
  queueRow,
  type RecordedEvent,
  recordEvents,
} from '@shared/casework';
import { composeCaseNo } from '@shared/people';
import { fillIn, type Profile } from '@shared/procedure';
import { countyOfId } from '../../adapters/ids';
import type { Ctx } from '../context';
import { VersionMoved } from '../failure';
import { keepMeasures } from '../help/measures';
import { keepRegister } from '../register/keep';
import * as sql from './cases.sql';
import { releaseOnLeaving } from './claims';
import { desksOf } from './desks';
import { queueMessages } from './telling';

/** A case with its whole history and the profile that it started with. */
export interface LoadedCase {
  county: string;
  case: Case;
  history: readonly RecordedEvent[];
  profile: Profile;
}

/**
 * Loads a case by its id, null when there is none or the database hides it from this caller. Who serves several
 * regions looks for it in each; the transaction then stays in the one where it was found.
 */
export async function findCase(ctx: Ctx, caseId: string): Promise<LoadedCase | null> {
  const county = countyOfId(caseId);
  if (county === undefined) return null;
  const own = ctx.scopes.filter((region) => region.startsWith(county));
  for (const region of own.length > 0 ? own : [null]) {
    if (region !== null) await ctx.db.enter(region);
    const found = await findCaseIn(ctx, county, caseId);
    if (found !== null) return found;
  }
  return null;
}

/** Loads a case in the scope that the transaction is in, whatever regions the caller serves; the user says why it may. */
export async function findCaseIn(ctx: Ctx, county: string, caseId: string): Promise<LoadedCase | null> {
  const history = await historyOf(ctx, county, caseId);
  const found = fold(history);
  return found === null
    ? null
    : { county, case: found, history, profile: await profileOf(ctx, county, found) };
}

async function historyOf(ctx: Ctx, county: string, caseId: string): Promise<RecordedEvent[]> {
  const rows = await ctx.db.rows(sql.findEvents, [county, caseId]);
  return rows.map((row) => opened(ctx, county, caseId, row));
}

function opened(ctx: Ctx, county: string, caseId: string, row: sql.EventRow): RecordedEvent {
  const place = placeOf(county, caseId, row.seq);
  const { actorName, onBehalfOf, ...event } = JSON.parse(
    ctx.keys.open({ keyId: row.key_id, bytes: row.sealed }, place),
  ) as SealedEvent;
  return {
    ...event,
    seq: row.seq,
    at: row.at,
    actor: {
      personId: row.actor_person,
      name: actorName,
      role: row.actor_role as Actor['role'],
      ...(onBehalfOf !== undefined && { onBehalfOf }),
    },
    from: row.from_state,
    after: row.to_state,
  } as RecordedEvent;
}

/**
 * Many cases in one reading, in the order of their ids, as far as the scope that the transaction is in shows them.
 * `profiles` remembers what was read before: a county has few, its cases are many.
 */
export async function findCasesIn(
  ctx: Ctx,
  county: string,
  caseIds: readonly string[],
  profiles: Map<string, Profile>,
): Promise<LoadedCase[]> {
  const rows = await ctx.db.rows(sql.findEventsOf, [county, caseIds]);
  const histories = new Map<string, RecordedEvent[]>();
  for (const row of rows) {
    const history = histories.get(row.case_id) ?? [];
    history.push(opened(ctx, county, row.case_id, row));
    histories.set(row.case_id, history);
  }
  const found: LoadedCase[] = [];
  for (const history of histories.values()) {
    const folded = fold(history);
    if (folded === null) continue;
    const key = `${folded.profile.code}/${folded.profile.version}`;
    const profile = profiles.get(key) ?? (await profileOf(ctx, county, folded));
    profiles.set(key, profile);
    found.push({ county, case: folded, history, profile });
  }
  return found;
}

/** All that is not needed to find or order an event is sealed: what was said, and the name of who said it. */
type SealedEvent = CaseEvent & { actorName: string; onBehalfOf?: PersonRef };

/** Where a sealed event stands: it does not open as another one. */
function placeOf(county: string, caseId: string, seq: number): string {
  return `case_event/${county}/${caseId}/${seq}`;
}

async function profileOf(ctx: Ctx, county: string, { profile }: Case): Promise<Profile> {
  const row = await ctx.db.first(sql.findProfile, [county, profile.code, profile.version]);
  if (row === undefined) throw new Error(`No profile ${profile.code} ${profile.version} in ${county}`);
  return fillIn(row.doc).profile;
}

/** The profile that a new case of the county starts with on a day, or null where this system does not serve. */
export async function findProfileInForce(
  ctx: Pick<Ctx, 'db' | 'today'>,
  county: string,
): Promise<Profile | null> {
  const row = await ctx.db.first(sql.findProfileInForce, [county, ctx.today]);
  return row === undefined ? null : fillIn(row.doc).profile;
}

/** The next case number of the county; the counter is the county's, not the caller's. */
export function nextCaseNo(ctx: Ctx, county: string): Promise<string> {
  return ctx.db.within(county, async () => {
    const month = ctx.today.slice(2, 4) + ctx.today.slice(5, 7);
    const number = await ctx.db.first(sql.nextCaseNumber, [county, month]);
    return composeCaseNo(ctx.today, number?.last ?? 1);
  });
}

/**
 * Writes what was decided: the events, and the row folded from them. The row's version is the guard.
 * @throws VersionMoved when somebody else wrote to the case since it was loaded
 */
export async function append(
  ctx: Ctx,
  before: Pick<LoadedCase, 'county' | 'profile' | 'history'> & { case: Case | null },
  caseId: string,
  decision: { actor: Actor; events: readonly CaseEvent[] },
): Promise<LoadedCase> {
  const { county, profile } = before;
  const added = recordEvents(before.case, decision, ctx.now);
  const after = added.reduce<Case | null>(evolve, before.case);
  if (after === null) throw new Error('A decision without events');
  const row = rowValues(after, profile, ctx.now);
  await keepParties(ctx, county, before.case?.parties ?? [], after);
  if (before.case === null) {
    await ctx.db.write(sql.insertRow, [county, caseId, ...row]);
  } else {
    const written = await ctx.db.write(sql.updateRow, [county, caseId, before.case.version, ...row]);
    if (written === 0) throw new VersionMoved();
  }
  await writeEvents(ctx, county, caseId, after.village, decision.actor, added);
  await keepIndex(ctx, county, caseId, after);
  await keepRegister(ctx, county, before.case, after);
  await keepNotice(ctx, county, before.case, after);
  await keepBoard(ctx, county, before.case, after);
  await keepMeasures(ctx, county, profile, before.case, after, decision.actor);
  await releaseOnLeaving(ctx, county, before.case, after);
  await queueMessages(ctx, county, before.case, after, added);
  return { county, case: after, history: [...before.history, ...added], profile };
}

/** The row of the notice that the case hangs on has its own days: they stand still, go on, or are over with the case's. */
async function keepNotice(ctx: Ctx, county: string, before: Case | null, after: Case): Promise<void> {
  const noticeId = before?.publicity?.noticeId;
  if (before === null || noticeId === undefined) return;
  const days = daysOnNotice(after, noticeId);
  if (days === null || isDeepStrictEqual(days, daysOnNotice(before, noticeId))) return;
  const { lastDay, stoppedOn, takenDown } = days;
  const values = [county, noticeId, after.id, lastDay, stoppedOn, takenDown ? ctx.now : null];
  if ((await ctx.db.write(sql.updateNoticeRow, values)) !== 1)
    throw new Error('A notice lacks one of its rows');
}

/** The board's last photo is the notice's, whichever of its cases it was handed in with. */
async function keepBoard(
  ctx: Ctx,
  county: string,
  before: Case | null,
  { publicity, village }: Case,
): Promise<void> {
  if (!publicity?.endPhotoId || before?.publicity?.endPhotoId === publicity.endPhotoId) return;
  const { noticeId, lastDay, endPhotoId } = publicity;
  const values = [county, noticeId, village, lastDay, ctx.now, endPhotoId, ctx.caller.personId];
  await ctx.db.write(sql.boardPhotographed, values);
}

/** Who became a party, and who is one no more. */
async function keepParties(ctx: Ctx, county: string, before: Case['parties'], after: Case): Promise<void> {
  const { id, village, parties } = after;
  for (const { personId, as, endedAt } of parties) {
    const known = before.find((party) => party.personId === personId);
    if (known === undefined) await ctx.db.write(sql.insertParty, [county, id, personId, as, village]);
    else if (known.endedAt !== endedAt) await ctx.db.write(sql.endParty, [county, id, personId, endedAt]);
  }
}

async function writeEvents(
  ctx: Ctx,
  county: string,
  caseId: string,
  village: string,
  actor: Actor,
  events: readonly RecordedEvent[],
): Promise<void> {
  const sealed = events.map(({ seq, type, to, kinshipDeclared, data }) => {
    const { name: actorName, onBehalfOf } = actor;
    const content = {
      type,
      ...(to !== undefined && { to }),
      ...(kinshipDeclared && { kinshipDeclared }),
      data,
      actorName,
      ...(onBehalfOf && { onBehalfOf }),
    };
    return ctx.keys.seal(JSON.stringify(content), placeOf(county, caseId, seq));
  });
  await ctx.db.write(sql.insertEvents, [
    county,
    caseId,
    village,
    ctx.requestId,
    actor.personId,
    actor.role,
    ctx.now,
    events.map((event) => event.seq),
    events.map((event) => event.type),
    events.map((event) => event.from),
    events.map((event) => event.after),
    sealed.map(({ keyId }) => keyId),
    sealed.map(({ bytes }) => bytes),
  ]);
}

function rowValues(c: Case, profile: Profile, now: Instant): unknown[] {
  const row = queueRow(c, profile, now);
  return [
    c.caseNo,
    c.version,
    c.state,
    !isClosed(c.state),
    c.village,
    c.group,
    c.headName,
    c.memberCount,
    c.channel,
    row.holder,
    row.dueOn,
    row.capDueOn,
    row.paused,
    row.withdrawalAsked,
    row.waitingFor,
    row.reminded,
    row.returned,
    [...new Set(c.report.riskTypes)],
    desksOf(c),
    c.publicity?.lastDay ?? null,
    c.profile.code,
    c.profile.version,
    c.cluedAt,
    now,
  ];
}

/** Whoever is known of the family is found by ID number and phone while the case is open. */
async function keepIndex(ctx: Ctx, county: string, caseId: string, c: Case): Promise<void> {
  if (isClosed(c.state)) {
    await ctx.db.write(sql.closeIndex, [county, caseId]);
    return;
  }
  const ids = [c.report.idNo, ...c.members.map((member) => member.idNo)];
  const people = [
    ...ids.map((value) => ({ kind: 'ID' as const, value })),
    { kind: 'PHONE' as const, value: c.report.phone },
  ].flatMap(({ kind, value }) =>
    value === null ? [] : [{ kind, digest: ctx.keys.blindIndex(kind, value) }],
  );
  if (people.length === 0) return;
  await ctx.db.write(sql.indexPeople, [
    county,
    caseId,
    c.village,
    people.map(({ kind }) => kind),
    people.map(({ digest }) => digest),
  ]);
}
