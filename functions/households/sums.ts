import { sumsView } from '@shared/casework';
import { contract } from '@shared/contract';
import { getOwnCase } from '../runtime/cases/own-case';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';

/** Line by line how the family's figures came about, for the family alone. */
export const sums = handle(contract.households.sums, async (ctx, { caseId }) => {
  const found = sumsView((await getOwnCase(ctx, caseId)).case);
  if (found === null) throw new Failure('not_found', 'NO_SUCH_PAPER');
  return { sums: found };
});
