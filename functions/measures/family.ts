import { type Role, rolesOn } from '@shared/access';
import { type Case, mayRead } from '@shared/casework';
import { type HelpStanding, isDepartment, type Measure, type Owner } from '@shared/measures';
import { countyOfId } from '../adapters';
import { findCase, findCaseIn, type LoadedCase } from '../runtime/cases/case-store';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { findHelpedCase, isHelperOf } from '../runtime/help/helper';
import * as sql from './measures.sql';

/** A family on the list, and who the caller is to its help. */
export interface Helped extends LoadedCase {
  roles: readonly Role[];
  /** Departments that the caller answers for, where that is all that opened the door. */
  departments: readonly Owner[];
}

/**
 * Loads a family for somebody who stands to its help: the family and who reported for it, offices of the region, its
 * helper, a department to which one of its measures was handed.
 * @throws Failure not_found when the caller may not know of it, conflict while it is not on the list
 */
export async function getHelped(ctx: Ctx, caseId: string): Promise<Helped> {
  const helped =
    (await asOfficeOrParty(ctx, caseId)) ??
    (await asHelper(ctx, caseId)) ??
    (await asDepartment(ctx, caseId));
  if (helped === null) throw new Failure('not_found', 'NOT_FOUND');
  if (helped.case.state !== 'INCLUDED') throw new Failure('conflict', 'NOT_INCLUDED');
  return helped;
}

async function asOfficeOrParty(ctx: Ctx, caseId: string): Promise<Helped | null> {
  const loaded = await findCase(ctx, caseId);
  if (loaded === null || !mayRead(loaded.case, ctx.caller)) return null;
  // The role HELPER alone helps nobody.
  const roles = rolesOn(loaded.case, ctx.caller).filter((role) => role !== 'HELPER');
  const isParty = roles.includes('HOUSEHOLD') || roles.includes('PROXY');
  const helps = !isParty && (await isHelperOf(ctx, caseId));
  return { ...loaded, roles: helps ? ['HELPER', ...roles] : roles, departments: [] };
}

async function asHelper(ctx: Ctx, caseId: string): Promise<Helped | null> {
  const loaded = await findHelpedCase(ctx, caseId);
  return loaded === null ? null : { ...loaded, roles: ['HELPER'], departments: [] };
}

async function asDepartment(ctx: Ctx, caseId: string): Promise<Helped | null> {
  const county = countyOfId(caseId);
  const departments = departmentsOf(ctx);
  if (county === undefined || departments.length === 0) return null;
  const row = await ctx.db.first(sql.isHanded, [county, caseId, departments]);
  if (row === undefined) return null;
  // A department knows the family that was handed to it, by name and place.
  const loaded = await ctx.db.within(row.village, () => findCaseIn(ctx, county, caseId));
  return loaded === null || isParty(loaded.case, ctx) ? null : { ...loaded, roles: ['DEPT'], departments };
}

const isParty = (c: Case, { caller }: Ctx) => c.parties.some(({ personId }) => personId === caller.personId);

/** Departments for which the caller answers. */
export function departmentsOf({ caller }: Ctx): Owner[] {
  return caller.grants.flatMap(({ role, department }) =>
    role === 'DEPT' && department !== undefined && isDepartment(department as Owner)
      ? [department as Owner]
      : [],
  );
}

/** How the caller stands to one measure of the family. */
export function standingTo(
  ctx: Ctx,
  { case: c, roles, departments }: Helped,
  m: Pick<Measure, 'owner'>,
): HelpStanding {
  return {
    caller: ctx.caller,
    roles: roles.filter((role) => role !== 'DEPT' || departments.includes(m.owner)),
    isKin: c.kin.some(({ personId }) => personId === ctx.caller.personId),
    familyHasAccount: hasAccount(c),
    now: ctx.now,
  };
}

/** Whether somebody of the family follows the case on an own phone. */
export const hasAccount = (c: Pick<Case, 'parties'>): boolean =>
  c.parties.some(({ as, endedAt }) => as === 'HOUSEHOLD' && endedAt === undefined);
