import type { StaffRole } from '@shared/access';
import type { ProfileProposal } from '@shared/contract';
import { fillIn, type Profile } from '@shared/procedure';
import { countyOfId } from '../adapters';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import * as sql from './profiles.sql';

/** Clerks and leaders of a county read and propose; its leaders publish (domain.md 1.1). */
const MAY_PROPOSE: readonly StaffRole[] = ['COUNTY_CLERK', 'COUNTY_LEADER'];
export const MAY_PUBLISH: readonly StaffRole[] = ['COUNTY_LEADER'];

export const serves = (ctx: Ctx, county: string, roles: readonly StaffRole[]): boolean =>
  ctx.caller.grants.some(({ role, region }) => region === county && roles.includes(role));

/** Goes to a county whose procedure is the caller's to change. @throws Failure forbidden to everybody else */
export async function enterCounty(ctx: Ctx, county: string): Promise<void> {
  if (!serves(ctx, county, MAY_PROPOSE)) throw new Failure('forbidden', 'ROLE_MAY_NOT');
  await ctx.db.enter(county);
}

/**
 * Goes to the county of an id (a proposal, a story).
 * @throws Failure not_found where the caller may not know whether there is one
 */
export async function enterCountyOf(ctx: Ctx, id: string): Promise<string> {
  const county = countyOfId(id);
  if (county === undefined || !serves(ctx, county, MAY_PROPOSE)) throw new Failure('not_found', 'NOT_FOUND');
  await ctx.db.enter(county);
  return county;
}

/** The newest version of a county, with what the system filled in. */
export type Base = Omit<sql.BaseRow, 'doc'> & { doc: Profile };

/** @throws Failure not_found where no procedure was ever put in force */
export async function baseOf(ctx: Ctx, county: string): Promise<Base> {
  const base = await ctx.db.first(sql.findBase, [county]);
  if (base === undefined) throw new Failure('not_found', 'NOT_FOUND');
  return { ...base, doc: fillIn(base.doc).profile };
}

/** @throws Failure not_found */
export async function proposalRow(ctx: Ctx, county: string, id: string): Promise<sql.ProposalRow> {
  const row = await ctx.db.first(sql.findProposal, [county, id]);
  if (row === undefined) throw new Failure('not_found', 'NOT_FOUND');
  return row;
}

export function proposalView(ctx: Ctx, county: string, row: sql.ProposalRow): ProfileProposal {
  return {
    id: row.id,
    code: row.code,
    baseVersion: row.base_version,
    version: row.version,
    fromDay: row.from_day,
    note: row.note,
    state: row.state,
    proposedBy: { personId: row.proposed_by, name: row.proposer },
    proposedAt: row.proposed_at,
    publish: !serves(ctx, county, MAY_PUBLISH)
      ? 'NOT_YOURS'
      : row.proposed_by === ctx.caller.personId
        ? 'OWN'
        : 'YES',
  };
}

/** @throws Failure conflict when somebody published, replaced or discarded it before */
export async function close(
  ctx: Ctx,
  county: string,
  id: string,
  state: 'PUBLISHED' | 'DISCARDED' | 'REPLACED',
): Promise<void> {
  const closed = await ctx.db.write(sql.closeProposal, [county, id, state, ctx.caller.personId, ctx.now]);
  if (closed === 0) throw new Failure('conflict', 'PROFILE_CLOSED');
}

/**
 * A version begins today or later, and after the one before it.
 * @throws Failure conflict; the clerk chooses another day
 */
export function requireDay(ctx: Ctx, fromDay: string, base: Base): void {
  if (fromDay < ctx.today) throw dayFailure('PROFILE_DAY_PAST');
  if (fromDay <= base.from_day) throw dayFailure('PROFILE_DAY_EARLY', { day: base.from_day });
}

const dayFailure = (reason: 'PROFILE_DAY_PAST' | 'PROFILE_DAY_EARLY', params: Record<string, string> = {}) =>
  new Failure('bad_input', reason, { params, issues: [{ field: 'fromDay', reason, message: '' }] });
