import { contract } from '@shared/contract';
import { audit } from '../runtime/audit';
import { staffAnswer } from '../runtime/cases/answers';
import { getCase } from '../runtime/cases/on-case';
import { handle } from '../runtime/use-case';

/** One case for staff. Looking is written down as well as doing. */
export const caseOf = handle(contract.reviews.case, async (ctx, { caseId }) => {
  const loaded = await getCase(ctx, caseId, 'STAFF');
  await audit(ctx, { what: 'READ', caseId, detail: '', why: '' });
  return { case: staffAnswer(ctx, loaded) };
});
