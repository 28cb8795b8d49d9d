import type { StaffRole } from '@shared/access';
import { contract } from '@shared/contract';
import { amountLines } from '@shared/messages/policies';
import { CATALOGUE, catalogueFaults, type PolicyOverride } from '@shared/policies';
import { countyOfId, newId } from '../adapters';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { inForceAt, overrideOf } from '../runtime/policies-in-force';
import { handle } from '../runtime/use-case';
import * as sql from './policies.sql';
import { policyView } from './view';

/** As with the county's procedure: clerks and leaders read and propose, another leader puts in force (domain.md 1.1). */
const MAY_PROPOSE: readonly StaffRole[] = ['COUNTY_CLERK', 'COUNTY_LEADER'];
const MAY_PUBLISH: readonly StaffRole[] = ['COUNTY_LEADER'];

const serves = (ctx: Ctx, county: string, roles: readonly StaffRole[]) =>
  ctx.caller.grants.some(({ role, region }) => region === county && roles.includes(role));

/** A county's own word on policies, and what is wrong with it today. */
export const county = handle(contract.policies.county, async (ctx, { county: region }) => {
  if (!serves(ctx, region, MAY_PROPOSE)) throw new Failure('forbidden', 'ROLE_MAY_NOT');
  await ctx.db.enter(region);
  const rows = await ctx.db.rows(sql.findOfCounty, [region]);
  const published = rows.filter(({ published_at }) => published_at !== null);
  return {
    today: ctx.today,
    policies: (await inForceAt(ctx, region)).map((policy) => ({
      ...policyView(policy),
      terms: policy.amount,
    })),
    overrides: rows.map((row) => view(ctx, region, row)),
    faults: catalogueFaults(CATALOGUE, published.map(overrideOf), ctx.today).map(
      ({ code, region: at, fault }) => ({
        code,
        region: at,
        fault,
      }),
    ),
  };
});

/** Proposes what the county says otherwise. @throws Failure conflict when it contradicts what is in force */
export const propose = handle(contract.policies.propose, async (ctx, override) => {
  const { region, code } = override;
  if (!serves(ctx, region, MAY_PROPOSE)) throw new Failure('forbidden', 'ROLE_MAY_NOT');
  await ctx.db.enter(region);
  await refuseFaults(ctx, region, override);
  const overrideId = newId(region, ctx.now);
  await ctx.db.write(sql.insertOverride, [
    overrideId,
    region,
    code,
    override.validFrom,
    override.validTo,
    override.off,
    JSON.stringify(override.change),
    ctx.caller.personId,
    ctx.now,
  ]);
  return { overrideId };
});

/** Puts a proposal in force. @throws Failure conflict for the own one, a decided one, or one that contradicts by now */
export const publish = handle(contract.policies.publish, async (ctx, { overrideId }) => {
  const row = await findOwn(ctx, overrideId);
  if (!serves(ctx, row.region, MAY_PUBLISH)) throw new Failure('forbidden', 'ROLE_MAY_NOT');
  if (row.proposed_by === ctx.caller.personId) throw new Failure('forbidden', 'PROFILE_OWN');
  if (row.published_at !== null || row.dropped_at !== null) throw new Failure('conflict', 'PROFILE_CLOSED');
  await ctx.db.rows(sql.lockOverrides, [row.region]);
  await refuseFaults(ctx, row.region, overrideOf(row));
  const written = await ctx.db.write(sql.publishOverride, [overrideId, ctx.caller.personId, ctx.now]);
  if (written === 0) throw new Failure('conflict', 'PROFILE_CLOSED');
  return {};
});

/** Lays a proposal aside. */
export const drop = handle(contract.policies.drop, async (ctx, { overrideId }) => {
  await findOwn(ctx, overrideId);
  if ((await ctx.db.write(sql.dropOverride, [overrideId, ctx.now])) === 0)
    throw new Failure('conflict', 'PROFILE_CLOSED');
  return {};
});

/** What of a proposal contradicts the catalogue or what is in force. Years that are over may not be proposed. */
async function refuseFaults(ctx: Ctx, region: string, override: PolicyOverride): Promise<void> {
  const rows = await ctx.db.rows(sql.findOfCounty, [region]);
  const inForce = rows.filter(({ published_at }) => published_at !== null).map(overrideOf);
  const before = catalogueFaults(CATALOGUE, inForce, ctx.today).length;
  const found = catalogueFaults(CATALOGUE, [...inForce, override], ctx.today).slice(before);
  const [first] = found;
  if (first !== undefined) throw new Failure('conflict', `POLICY_${first.fault}`);
}

/** @throws Failure not_found where the caller may not know whether there is one */
async function findOwn(ctx: Ctx, overrideId: string): Promise<sql.OverrideRow> {
  const region = countyOfId(overrideId);
  if (region === undefined || !serves(ctx, region, MAY_PROPOSE)) throw new Failure('not_found', 'NOT_FOUND');
  await ctx.db.enter(region);
  const row = await ctx.db.first(sql.findOverride, [overrideId]);
  if (row === undefined) throw new Failure('not_found', 'NOT_FOUND');
  return row;
}

function view(ctx: Ctx, region: string, row: sql.OverrideRow) {
  const { change } = overrideOf(row);
  const state = row.published_at !== null ? 'PUBLISHED' : row.dropped_at !== null ? 'DROPPED' : 'PROPOSED';
  return {
    id: row.id,
    code: row.code,
    name: CATALOGUE.find(({ code }) => code === row.code)?.name ?? row.code,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    off: row.off,
    amount: change.amount === undefined ? [] : amountLines(change.amount),
    how: change.how ?? null,
    payer: change.payer ?? null,
    state,
    proposedBy: row.proposer,
    publishedBy: row.publisher,
    mayPublish:
      state === 'PROPOSED' && row.proposed_by !== ctx.caller.personId && serves(ctx, region, MAY_PUBLISH),
  } as const;
}
