import type { Grant } from '@shared/access';
import { contract } from '@shared/contract';
import { audit } from '../runtime/audit';
import type { Ctx } from '../runtime/context';
import { describe } from '../runtime/describe';
import { Failure } from '../runtime/failure';
import { callerOf } from '../runtime/identify';
import { readPhoneProof } from '../runtime/phone-proof';
import { handle } from '../runtime/use-case';
import * as sql from './staff.sql';

interface Listed {
  county: string;
  countyName: string;
  name: string;
  entries: sql.EntryRow[];
}

/** Takes up what the lists say of the caller's own phone number; asks which, when several counties have it. */
export const activate = handle(contract.staff.activate, async (ctx, { proof, county }) => {
  const phone = readPhoneProof(ctx, ctx.caller, proof);
  if (phone === null) throw new Failure('conflict', 'STAFF_PROOF_OVER');
  const digest = ctx.keys.blindIndex('PHONE', phone);
  const lists = await listsOf(ctx, digest);
  if (lists.length === 0) throw new Failure('not_found', 'STAFF_PHONE_UNKNOWN');
  await requireOnePhone(ctx, digest);
  const chosen = lists.length === 1 && county === '' ? lists[0] : lists.find((one) => one.county === county);
  const shown = lists.map((one) => ({ county: one.county, countyName: one.countyName, name: one.name }));
  if (chosen === undefined) return { me: null, lists: shown };
  await take(ctx, digest, chosen);
  const caller = await callerOf(ctx, ctx.db, { id: ctx.caller.personId, name: chosen.name });
  return { me: await describe(ctx, caller), lists: shown };
});

/** What stands in each county for the number, and is the caller's or nobody's yet. */
async function listsOf(ctx: Ctx, digest: Buffer): Promise<Listed[]> {
  const { personId } = ctx.caller;
  const lists: Listed[] = [];
  for (const { county } of await ctx.db.rows(sql.findCountiesOf, [digest])) {
    // The number is the caller's: WeChat said so a moment ago. Which county it serves is known by the list alone.
    const entries = await ctx.db.within(county, () => ctx.db.rows(sql.findByPhones, [county, [digest]]));
    const [first] = entries;
    if (first === undefined) continue;
    if (entries.some(({ person_id }) => person_id !== null && person_id !== personId))
      throw new Failure('conflict', 'STAFF_PHONE_TAKEN');
    const place = await ctx.db.first(sql.findCountyName, [county]);
    lists.push({ county, countyName: place?.name ?? '', name: first.name, entries });
  }
  return lists;
}

async function requireOnePhone(ctx: Ctx, digest: Buffer): Promise<void> {
  for (const bound of await ctx.db.rows(sql.findBinding, [digest, ctx.caller.personId])) {
    if (bound.person_id !== ctx.caller.personId) throw new Failure('conflict', 'STAFF_PHONE_TAKEN');
    if (!bound.digest.equals(digest)) throw new Failure('conflict', 'STAFF_OTHER_PHONE');
  }
}

async function take(ctx: Ctx, digest: Buffer, { county, name, entries }: Listed): Promise<void> {
  const { personId, grants } = ctx.caller;
  const held = grants.filter(
    ({ region, onBehalfOf }) => onBehalfOf === undefined && region.startsWith(county),
  );
  const roles = [...held, ...entries].map(({ role }: Pick<Grant, 'role'>) => role);
  if (roles.includes('SYSADMIN') && roles.some((role) => role !== 'SYSADMIN'))
    throw new Failure('conflict', 'STAFF_ADMIN_APART');
  // Nobody gives anything to himself (domain.md 1.4): neither by the list nor by whose phone takes it up.
  if (entries.some(({ person_id, added_by }) => person_id === null && added_by === personId))
    throw new Failure('conflict', 'STAFF_OWN_ENTRY');
  if ((await ctx.db.write(sql.bindPhone, [digest, personId, ctx.clock.wall()])) === 0)
    await requireOnePhone(ctx, digest);
  await ctx.db.within(county, async () => {
    const fresh = entries.filter(({ person_id }) => person_id === null);
    const ids = fresh.map(({ id }) => id);
    if ((await ctx.db.write(sql.activateEntries, [county, ids, personId, ctx.now])) !== ids.length)
      throw new Failure('conflict', 'TRY_AGAIN');
    for (const { role, region, department } of fresh)
      await ctx.db.write(sql.grant, [county, personId, role, region, ctx.today, department]);
    const detail = fresh.map(({ role, region }) => `${role} ${region}`).join(', ');
    if (ids.length > 0)
      await audit(ctx, { what: 'SERVICE', county, caseId: personId, detail: `begins: ${detail}`, why: '' });
  });
  await ctx.db.write(sql.namePerson, [personId, name]);
}
