import { clockOf } from '@shared/casework';
import { contract } from '@shared/contract';
import { receiptPaper, refusalLetterPaper } from '@shared/papers';
import { getCase } from '../runtime/cases/on-case';
import { Failure } from '../runtime/failure';
import { fileOf, placesOf } from '../runtime/papers';
import { handle } from '../runtime/use-case';

/** Receipt and refusal letter, for the family and for who reported for it: both are told of them anyway. */
export const paper = handle(contract.applications.paper, async (ctx, { caseId, kind }) => {
  const { case: c, profile } = await getCase(ctx, caseId, 'PARTY');
  const places = await placesOf(ctx, c.village);
  const sheet =
    kind === 'RECEIPT'
      ? receiptPaper(c, places, clockOf(c, profile, ctx.now).capDueOn)
      : refusalLetterPaper(c, places, profile);
  if (sheet === null) throw new Failure('not_found', 'NO_SUCH_PAPER');
  return { file: await fileOf(ctx, caseId, sheet) };
});
