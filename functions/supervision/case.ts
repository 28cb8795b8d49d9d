import { supervisedView } from '@shared/casework';
import { contract } from '@shared/contract';
import { audit } from '../runtime/audit';
import { handle } from '../runtime/use-case';
import { getSupervised } from './supervised';

/** One case under pseudonyms. Looking is written down, and the family reads that somebody of the supervision looked. */
export const caseOf = handle(contract.supervision.case, async (ctx, { caseId }) => {
  const { case: c, history, profile } = await getSupervised(ctx, caseId);
  await audit(ctx, { what: 'READ', caseId, detail: '', why: '' });
  return { case: supervisedView(c, history, profile, ctx.now) };
});
