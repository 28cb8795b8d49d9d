import { type Caller, type Grant, SYSTEM_CALLER } from '@shared/access';
import { type LocalDate, localDate } from '@shared/calendar';
import { NO_COUNTY, newId } from '../adapters/ids';
import type { Db } from '../adapters/postgres/scoped';
import type { Adapters } from './context';
import * as sql from './identify.sql';

/** What a door knows of its caller, from this very call: never from the input. */
export type Identity =
  | { kind: 'session'; token: string }
  | { kind: 'openid'; openid: string }
  | { kind: 'anonymous' }
  | { kind: 'system' };

export interface Identified {
  caller: Caller;
  session: Buffer | null;
}

export const ANONYMOUS: Caller = { personId: '', name: '', kind: 'ANONYMOUS', grants: [] };

/** The name of whoever comes over WeChat for the first time: WeChat tells no real one. */
const NAMELESS = '微信用户';

/** Finds the person behind an identity, with the grants of today. A session that is over is a stranger. */
export async function identify(
  adapters: Pick<Adapters, 'clock' | 'keys'>,
  db: Db,
  identity: Identity,
): Promise<Identified> {
  switch (identity.kind) {
    case 'system':
      return { caller: SYSTEM_CALLER, session: null };
    case 'anonymous':
      return { caller: ANONYMOUS, session: null };
    case 'session': {
      const session = adapters.keys.tokenHash(identity.token);
      const wall = adapters.clock.wall();
      const person = await db.first(sql.findSession, [session, wall]);
      if (person?.stale) await db.write(sql.seeSession, [session, wall]);
      return person === undefined
        ? { caller: ANONYMOUS, session: null }
        : { caller: await callerOf(adapters, db, person), session };
    }
    case 'openid':
      return {
        caller: await callerOf(adapters, db, await personOfOpenid(adapters, db, identity.openid)),
        session: null,
      };
  }
}

async function personOfOpenid(
  { clock }: Pick<Adapters, 'clock'>,
  db: Db,
  openid: string,
): Promise<sql.PersonRow> {
  const known = await db.first(sql.findByOpenid, [openid]);
  if (known !== undefined) return known;
  await db.write(sql.insertByOpenid, [newId(NO_COUNTY, clock.wall()), NAMELESS, openid, clock.wall()]);
  // Two first calls at once: both find the row that one of them wrote.
  const made = await db.first(sql.findByOpenid, [openid]);
  if (made === undefined) throw new Error('A new person was not found again');
  return made;
}

function grantOf({ role, region, department, lender, lender_name }: sql.GrantRow): Grant {
  return {
    role: role as Grant['role'],
    region,
    ...(department !== null && { department }),
    ...(lender !== null && { onBehalfOf: { personId: lender, name: lender_name ?? '' } }),
  };
}

/**
 * The person with the grants of today: the own ones, which are shown to their owner, and those lent during leave, as long
 * as whoever lent one holds it.
 */
export async function callerOf(
  { clock }: Pick<Adapters, 'clock'>,
  db: Db,
  person: sql.PersonRow,
): Promise<Caller> {
  const today = localDate(clock.now());
  const rows = await db.as(person.id, () => db.rows(sql.findGrants, [person.id, today]));
  const grants: Grant[] = [];
  for (const row of rows) if (await isInForce(db, row, today)) grants.push(grantOf(row));
  // Only who serves in the office may stand in for a colleague of it.
  const offices = new Set(grants.filter((one) => one.onBehalfOf === undefined).map(({ region }) => region));
  const held = grants.filter(({ onBehalfOf, region }) => onBehalfOf === undefined || offices.has(region));
  return { personId: person.id, name: person.name, kind: 'PERSON', grants: held };
}

/** What was lent lasts no longer than what the lender has: his grant is looked up in its region. */
async function isInForce(db: Db, { lender, region, role }: sql.GrantRow, today: LocalDate): Promise<boolean> {
  if (lender === null) return true;
  const held = await db.within(region, () => db.first(sql.findHeld, [lender, region, role, today]));
  return held !== undefined;
}
