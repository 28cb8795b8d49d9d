import { type RowReason, rowSentence } from '@shared/messages';
import { checkPhone } from '@shared/people';
import { codeOf } from '@shared/regions';
import { type ReadStaff, type StaffRow, staffReader } from '@shared/staff';
import { newId } from '../adapters';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import {
  type ImportKind,
  type JobRow,
  type JobWork,
  type RowOutcome,
  spoiltRow,
} from '../runtime/imports/kind';
import { phonePlace, requireAdministrator } from './administrator';
import { STAFF_COLUMNS } from './columns';
import * as sql from './staff.sql';

const plain = (text: string | undefined): string => (text ?? '').normalize('NFKC').replace(/\s/g, '');

/**
 * The county's list of who serves where. Each row becomes an entry that waits for its owner's phone, or stands as it is.
 * Sent again it changes nothing; whoever is not on it any more stays until the administrator ends the service.
 */
export const staffList: ImportKind = {
  name: 'STAFF',
  columns: STAFF_COLUMNS,
  maxRows: 20_000,
  slice: 2_000,
  sameBy: (cells) =>
    plain(cells.phone) === ''
      ? ''
      : ['phone', 'role', 'town', 'village', 'department'].map((key) => plain(cells[key])).join('|'),
  agreesOn: ({ name }) => plain(name),
  shown: ['name', 'phone', 'role'],

  async mayStart(ctx, { county, targetId }) {
    if (targetId !== `${county}-STAFF`) throw new Failure('not_found', 'NOT_FOUND');
    requireAdministrator(ctx, county);
    return { region: county };
  },

  async apply(ctx, work, rows) {
    const { county } = work;
    requireAdministrator(ctx, county);
    // An administrator reads no case and so works inside no region: lists of staff are the county's.
    return ctx.db.within(county, async () => {
      await ctx.db.rows(sql.lockCounty, [county]);
      const towns = await ctx.db.rows(sql.findTowns, [county]);
      const villages = await ctx.db.rows(sql.findVillages, [county]);
      const read = staffReader({ county, towns, villages });
      const names = new Map([
        ...towns.map(({ code, name }) => [codeOf(code), name] as const),
        ...villages.map(({ code, name }) => [code, name] as const),
      ]);
      return applyRows(ctx, work, rows, read, names);
    });
  },
};

interface Candidate {
  index: number;
  staff: ReadStaff;
  digest: string;
}

async function applyRows(
  ctx: Ctx,
  { county, jobId }: JobWork,
  rows: readonly JobRow[],
  read: ReturnType<typeof staffReader>,
  names: ReadonlyMap<string, string>,
): Promise<RowOutcome[]> {
  const outcomes = rows.map((row) =>
    spoiltRow(row, { conflict: 'STAFF_TWO_NAMES', repeated: 'STAFF_REPEATED' }),
  );
  const refuse = (index: number, reason: RowReason) => {
    outcomes[index] = { good: false, message: rowSentence(reason) };
  };
  const digestOf = (phone: string) => ctx.keys.blindIndex('PHONE', phone).toString('hex');
  const candidates: Candidate[] = [];
  /** Whoever is named in a row, even a wrong one, has not left. */
  const named = new Set<string>();
  rows.forEach(({ cells }, index) => {
    const phone = checkPhone(cells.phone ?? '');
    if (phone.ok) named.add(digestOf(phone.phone));
    if (outcomes[index] !== null) return;
    const row = read(toRow(cells));
    if (!row.ok) refuse(index, row.fault);
    else candidates.push({ index, staff: row.staff, digest: digestOf(row.staff.phone) });
  });

  const digests = [...named].map((digest) => Buffer.from(digest, 'hex'));
  const standing = new Map<string, sql.EntryRow[]>();
  for (const entry of await ctx.db.rows(sql.findByPhones, [county, digests])) {
    const digest = entry.phone_digest.toString('hex');
    standing.set(digest, [...(standing.get(digest) ?? []), entry]);
  }
  const own = await ownNumbers(ctx, county);
  const written = new Map<string, Set<string>>();
  for (const { staff, digest } of candidates)
    written.set(digest, (written.get(digest) ?? new Set()).add(staff.name));

  const still: string[] = [];
  const met = new Set<string>();
  for (const { index, staff, digest } of candidates) {
    met.add(digest);
    const known = standing.get(digest) ?? [];
    const same = known.find(({ role, region }) => role === staff.role && region === staff.region);
    if ((written.get(digest)?.size ?? 0) > 1) refuse(index, 'STAFF_TWO_NAMES');
    else if (known.some(({ name }) => name !== staff.name)) refuse(index, 'STAFF_PHONE_OTHER_NAME');
    else if (same !== undefined) {
      still.push(same.id);
      outcomes[index] = { good: true, message: rowSentence('STAFF_UNCHANGED') };
    } else if (own.has(digest)) refuse(index, 'STAFF_YOURSELF');
    else if (known.some(({ role }) => (role === 'SYSADMIN') !== (staff.role === 'SYSADMIN')))
      refuse(index, 'STAFF_ADMIN_WITH_CASES');
    else {
      const entry = await add(ctx, county, jobId, staff, known[0]?.person_id ?? null);
      standing.set(digest, [...known, entry]);
      const place = names.get(codeOf(staff.region)) ?? '县里';
      const reason = entry.person_id === null ? 'STAFF_ADDED' : 'STAFF_ADDED_SERVING';
      outcomes[index] = { good: true, message: rowSentence(reason, { place }) };
    }
  }
  // Of a number whose rows are all wrong, nobody knows which post was meant: all of them stay named.
  const unread = [...named].filter((digest) => !met.has(digest));
  still.push(...unread.flatMap((digest) => (standing.get(digest) ?? []).map(({ id }) => id)));
  if (still.length > 0) await ctx.db.write(sql.markListed, [county, still, jobId]);
  return outcomes.map((outcome) => {
    if (outcome === null) throw new Error('A row that nobody looked at');
    return outcome;
  });
}

/** The caller's own numbers: whoever sends a list gives nothing to himself by it (domain.md 1.4). */
async function ownNumbers(ctx: Ctx, county: string): Promise<ReadonlySet<string>> {
  const rows = await ctx.db.rows(sql.findNumbersOf, [county, ctx.caller.personId]);
  return new Set(rows.map(({ digest }) => digest.toString('hex')));
}

async function add(
  ctx: Ctx,
  county: string,
  jobId: string,
  { name, phone, role, region, department }: ReadStaff,
  personId: string | null,
): Promise<sql.EntryRow> {
  const id = newId(county, ctx.now);
  const digest = ctx.keys.blindIndex('PHONE', phone);
  const { keyId, bytes } = ctx.keys.seal(phone, phonePlace(county, id));
  const activated = personId === null ? null : ctx.now;
  const said = [name, role, region, department, jobId, ctx.caller.personId, ctx.now, personId, activated];
  await ctx.db.write(sql.insertEntry, [county, id, digest, keyId, bytes, ...said]);
  await ctx.db.write(sql.insertPhone, [digest, county]);
  if (personId !== null)
    await ctx.db.write(sql.grant, [county, personId, role, region, ctx.today, department]);
  return {
    id,
    phone_digest: digest,
    name,
    role,
    region,
    department,
    person_id: personId,
    added_by: ctx.caller.personId,
  };
}

function toRow(cells: JobRow['cells']): StaffRow {
  const { name = '', phone = '', role = '', department = '', town = '', village = '' } = cells;
  return { name, phone, role, department, town, village };
}
