import { contract } from '@shared/contract';
import { audit } from '../runtime/audit';
import { handle } from '../runtime/use-case';
import { getExit } from './on-entry';
import { viewOf } from './view';

/** A family of the register; that it was read is written down, for the family to see. */
export const get = handle(contract.eliminations.get, async (ctx, { caseId }) => {
  const loaded = await getExit(ctx, caseId);
  await audit(ctx, { what: 'READ', caseId, detail: 'REGISTER', why: '' });
  return { exit: await viewOf(ctx, loaded) };
});
