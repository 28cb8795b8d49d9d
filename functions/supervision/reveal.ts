import { pseudonymsOf } from '@shared/casework';
import { contract } from '@shared/contract';
import { audit } from '../runtime/audit';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { getSupervised } from './supervised';

/** Who stands behind one alias (domain.md 1.4: reveal and reason). It is written down before it is shown. */
export const reveal = handle(contract.supervision.reveal, async (ctx, { caseId, person, reason }) => {
  const { case: c, history } = await getSupervised(ctx, caseId);
  const found = pseudonymsOf(c, history).reveal(person);
  if (found === null) throw new Failure('not_found', 'NOT_FOUND');
  await audit(ctx, { what: 'REVEAL', caseId, detail: `PERSON ${person}`, why: reason });
  return found;
});
