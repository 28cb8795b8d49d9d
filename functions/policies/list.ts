import { contract } from '@shared/contract';
import { inForceAt } from '../runtime/policies-in-force';
import { handle } from '../runtime/use-case';
import { policyView } from './view';

/** The policies of a place, for everybody: nothing of any family is in it. */
export const list = handle(contract.policies.list, async (ctx, { village }) => ({
  today: ctx.today,
  policies: (await inForceAt(ctx, village)).map(policyView),
}));
