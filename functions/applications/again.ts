import { toldBefore } from '@shared/casework';
import { contract } from '@shared/contract';
import { getCase } from '../runtime/cases/on-case';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';

/** What was told in a case that is over, for one of its parties alone: a new report begins from it. */
export const again = handle(contract.applications.again, async (ctx, { caseId }) => {
  const { case: c } = await getCase(ctx, caseId, 'PARTY');
  const told = toldBefore(c, ctx.caller);
  if (told === null) throw new Failure('conflict', 'NOT_OVER');
  return { told };
});
