import { cardView, mayRead } from '@shared/casework';
import { contract } from '@shared/contract';
import { findCase } from '../runtime/cases/case-store';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';

/** The card of an included family, for the family and for the staff of its region: the same sheet for both. */
export const card = handle(contract.households.card, async (ctx, { caseId }) => {
  const loaded = await findCase(ctx, caseId);
  const view = loaded !== null && mayRead(loaded.case, ctx.caller) ? cardView(loaded.case) : null;
  if (view === null) throw new Failure('not_found', 'NOT_FOUND');
  return { card: view };
});
