import { contract } from '@shared/contract';
import { describe } from '../runtime/describe';
import { handle } from '../runtime/use-case';

/** Who is calling: a stranger is not signed in and has nothing. */
export const me = handle(contract.accounts.me, (ctx) => describe(ctx, ctx.caller));
