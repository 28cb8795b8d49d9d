import { contract } from '@shared/contract';
import type { Statement } from '../adapters';
import { audit } from '../runtime/audit';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import * as sql from './deliveries.sql';
import { keptCounties } from './keepers';

interface Said {
  county: string;
  deliveryId: number;
  reason: string;
}

/** @throws Failure not_found where it is not the caller's, or not set aside (any more) */
async function settle(ctx: Ctx, { county, deliveryId, reason }: Said, what: string, how: Statement<unknown>) {
  if (!keptCounties(ctx).includes(county)) throw new Failure('not_found', 'NOT_FOUND');
  await ctx.db.enter(county);
  if ((await ctx.db.write(how, [county, deliveryId, ctx.clock.wall()])) === 0)
    throw new Failure('not_found', 'NOT_FOUND');
  await audit(ctx, { what: 'DELIVERY', caseId: '', county, detail: `${what} ${deliveryId}`, why: reason });
  return {};
}

/**
 * From the beginning: eight tries again. Of one whose call was begun without an answer the phone may ring twice; a
 * person says that it may.
 */
export const retry = handle(contract.deliveries.retry, (ctx, said) => settle(ctx, said, 'RETRY', sql.retry));

/** It is not tried again. What it told stands in the inbox, or nobody is told: a person answers for that. */
export const giveUp = handle(contract.deliveries.giveUp, (ctx, said) =>
  settle(ctx, said, 'GIVE_UP', sql.giveUp),
);
