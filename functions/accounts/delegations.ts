import { DELEGABLE_ROLES, type Grant, isDelegable, MAX_DELEGATION_DAYS } from '@shared/access';
import { daysBetween } from '@shared/calendar';
import { contract } from '@shared/contract';
import { countyOfId, newId } from '../adapters';
import type { Ctx } from '../runtime/context';
import { describe } from '../runtime/describe';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import * as sql from './delegations.sql';

/** What the caller gave and was given, and what could be given to whom. */
export const delegations = handle(contract.accounts.delegations, async (ctx) => {
  const rows = await ctx.db.rows(sql.findDelegations, [ctx.caller.personId, ctx.today]);
  const shown = rows.map((row) => ({
    id: row.id,
    given: row.from_person === ctx.caller.personId,
    from: row.from_name,
    to: row.to_name,
    role: row.role,
    region: row.region,
    regionName: row.region_name,
    fromDay: row.from_day,
    untilDay: row.until_day,
    state: stateOf(row, ctx),
  }));
  const { grants } = await describe(ctx, ctx.caller);
  const mayGive = [];
  for (const grant of ownGrants(ctx)) {
    const regionName = grants.find(({ region }) => region === grant.region)?.regionName ?? '';
    const colleagues = await officeOf(ctx, grant);
    mayGive.push({ role: grant.role, region: grant.region, regionName, colleagues });
  }
  return { today: ctx.today, maxDays: MAX_DELEGATION_DAYS, delegations: shown, mayGive };
});

function stateOf({ ended_at, from_day, until_day }: sql.DelegationRow, { today }: Ctx) {
  if (ended_at !== null) return 'ENDED' as const;
  if (today < from_day) return 'COMING' as const;
  return today > until_day ? ('OVER' as const) : ('RUNNING' as const);
}

/** Roles held in the own name: what was given by somebody else is not passed on. */
function ownGrants({ caller }: Ctx) {
  return caller.grants.flatMap(({ role, region, onBehalfOf }) =>
    onBehalfOf === undefined && isDelegable(role) ? [{ role, region }] : [],
  );
}

async function officeOf(ctx: Ctx, { region }: Pick<Grant, 'region'>) {
  const county = region.slice(0, 6);
  // Colleagues are those of the very same office; its own people may know each other.
  const rows = await ctx.db.within(region, () =>
    ctx.db.rows(sql.findOffice, [county, region, ctx.caller.personId, ctx.today, DELEGABLE_ROLES]),
  );
  return rows.map(({ person_id, name }) => ({ personId: person_id, name }));
}

/** Gives one role for one region to a colleague, from a day until a day (domain.md 1.1 to 1.4). */
export const delegate = handle(contract.accounts.delegate, async (ctx, said) => {
  const { role, region, fromDay, untilDay, to } = said;
  const grant = ownGrants(ctx).find((one) => one.role === role && one.region === region);
  if (grant === undefined) throw new Failure('forbidden', 'NOT_YOURS_TO_GIVE');
  if (fromDay < ctx.today) throw wrong('fromDay', 'DELEGATION_IN_THE_PAST');
  const days = daysBetween(fromDay, untilDay) + 1;
  if (days < 1 || days > MAX_DELEGATION_DAYS) throw wrong('untilDay', 'DELEGATION_TOO_LONG');
  const colleagues = await officeOf(ctx, grant);
  if (!colleagues.some(({ personId }) => personId === to)) throw wrong('to', 'NOT_OF_THIS_OFFICE');
  await ctx.db.rows(sql.lockGiver, [ctx.caller.personId]);
  const overlap = [ctx.caller.personId, role, region, fromDay, untilDay];
  if ((await ctx.db.first(sql.findOverlap, overlap)) !== undefined)
    throw new Failure('conflict', 'DELEGATED_ALREADY');
  const county = region.slice(0, 6);
  const id = newId(county, ctx.now);
  const values = [county, id, ctx.caller.personId, to, role, region, fromDay, untilDay, ctx.now];
  await ctx.db.within(region, () => ctx.db.write(sql.insertDelegation, values));
  return { delegationId: id };
});

/** Takes it back: from the next call on the colleague acts in the own name alone. */
export const endDelegation = handle(contract.accounts.endDelegation, async (ctx, { delegationId }) => {
  const values = [countyOfId(delegationId) ?? '', delegationId, ctx.caller.personId, ctx.now];
  if ((await ctx.db.write(sql.endDelegation, values)) === 0) throw new Failure('not_found', 'NOT_FOUND');
  return {};
});

function wrong(
  field: string,
  reason: 'DELEGATION_IN_THE_PAST' | 'DELEGATION_TOO_LONG' | 'NOT_OF_THIS_OFFICE',
) {
  return new Failure('bad_input', reason, { issues: [{ field, reason, message: '' }] });
}
