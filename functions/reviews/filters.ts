import { MAX_FILTERS, QUEUE_COUNT_MAX, QueueFilter } from '@shared/casework';
import { contract } from '@shared/contract';
import { NO_COUNTY, newId } from '../adapters';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import * as sql from './filters.sql';
import { countEach, ownCases } from './queue';
import { readInOrder } from './queue.sql';

/** The caller's own filters, each with what it finds now. A place outside of today's regions finds nothing. */
export const savedFilters = handle(contract.reviews.savedFilters, async (ctx) => ({
  filters: await mine(ctx),
}));

/** Keeps a narrowed queue under a name. @throws Failure conflict when there are enough, bad_input when the name is taken */
export const saveFilter = handle(contract.reviews.saveFilter, async (ctx, { name, filter }) => {
  const { personId } = ctx.caller;
  await ctx.db.rows(sql.lockFilters, [personId]);
  const known = await stored(ctx);
  if (known.some((one) => one.name === name))
    throw new Failure('bad_input', 'FILTER_NAME_TAKEN', {
      issues: [{ field: 'name', reason: 'FILTER_NAME_TAKEN', message: '' }],
    });
  if (known.length >= MAX_FILTERS) throw new Failure('conflict', 'FILTERS_FULL');
  const id = newId(NO_COUNTY, ctx.clock.wall());
  const sealed = ctx.keys.seal(name, placeOf(personId, id));
  const row = [personId, id, sealed.keyId, sealed.bytes, JSON.stringify(filter), ctx.clock.wall()];
  await ctx.db.write(sql.insertFilter, row);
  return { filters: await mine(ctx) };
});

/** Forgets one; forgetting it twice is no error. */
export const dropFilter = handle(contract.reviews.dropFilter, async (ctx, { filterId }) => {
  await ctx.db.write(sql.deleteFilter, [ctx.caller.personId, filterId]);
  return { filters: await mine(ctx) };
});

async function mine(ctx: Ctx) {
  const filters = await stored(ctx);
  await ctx.db.rows(readInOrder);
  const byId = Object.fromEntries(filters.map(({ id, filter }) => [id, filter]));
  const counts = await countEach(ctx, byId, QUEUE_COUNT_MAX, await ownCases(ctx));
  return filters.map((one) => ({ ...one, count: counts[one.id] ?? 0 }));
}

async function stored(ctx: Ctx) {
  const { personId } = ctx.caller;
  const rows = await ctx.db.rows(sql.findFilters, [personId]);
  return rows.map(({ id, key_id, name, filter }) => ({
    id,
    name: ctx.keys.open({ keyId: key_id, bytes: name }, placeOf(personId, id)),
    // What was saved before a step or a risk was renamed narrows nothing there.
    filter: QueueFilter.catch(QueueFilter.parse({ tab: 'ALL' })).parse(filter),
  }));
}

const placeOf = (personId: string, id: string) => `saved_filter/${personId}/${id}`;
