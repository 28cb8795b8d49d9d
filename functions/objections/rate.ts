import { contract } from '@shared/contract';
import { performBySystem } from '../runtime/cases/on-case';
import { handle } from '../runtime/use-case';
import { objectionOfCode } from './by-code';

/** Whoever holds the number says once whether the answer will do. @throws Failure not_found, bad_input when it was said */
export const rate = handle(contract.objections.rate, (ctx, { satisfied, ...input }) =>
  objectionOfCode(ctx, input, async (loaded, { id }) => {
    await performBySystem(ctx, loaded, { type: 'rateObjection', objectionId: id, satisfied });
    return {};
  }),
);
