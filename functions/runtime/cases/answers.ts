import {
  allowedActions,
  type HouseholdCaseView,
  householdView,
  isClosed,
  type Offices,
  type StaffCaseView,
  staffView,
} from '@shared/casework';
import type { ErrorBody } from '@shared/contract';
import type { Ctx } from '../context';
import type { LoadedCase } from './case-store';
import * as sql from './cases.sql';

/** The offices of a village, its township and its county. */
export async function officesOf(ctx: Ctx, village: string): Promise<Offices> {
  const town = village.slice(0, 9).padEnd(12, '0');
  const county = village.slice(0, 6).padEnd(12, '0');
  const rows = await ctx.db.rows(sql.findOffices, [[village, town, county]]);
  const contact = (code: string) => {
    const row = rows.find((candidate) => candidate.region === code);
    return { office: row?.office_name ?? '', name: row?.contact_name ?? '', phone: row?.phone ?? '' };
  };
  return { village: contact(village), town: contact(town), county: contact(county) };
}

/** The case as the family sees it. */
export async function householdAnswer(ctx: Ctx, loaded: LoadedCase): Promise<HouseholdCaseView> {
  const { case: c, profile } = loaded;
  const offices = await officesOf(ctx, c.village);
  return householdView(c, profile, offices, enabledActions(ctx, loaded), ctx.now);
}

/** The case as this member of staff sees it. */
export function staffAnswer(ctx: Ctx, { case: c, history, profile }: LoadedCase): StaffCaseView {
  return staffView(c, history, ctx.caller, profile, ctx.now);
}

/** What a conflict tells: where the case stands now and what this caller may do with it. */
export function currentOf(ctx: Ctx, loaded: LoadedCase): NonNullable<ErrorBody['error']['current']> {
  const { state, version } = loaded.case;
  return { state, version, allowed: isClosed(state) ? [] : enabledActions(ctx, loaded) };
}

/** What the caller may do with a case now. */
export function enabledActions(ctx: Ctx, { case: c, profile }: LoadedCase): string[] {
  return allowedActions(c, ctx.caller, { profile, now: ctx.now })
    .filter((action) => action.enabled)
    .map((action) => action.action);
}
