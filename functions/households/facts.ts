import { familyView } from '@shared/casework';
import { contract } from '@shared/contract';
import { getOwnCase } from '../runtime/cases/own-case';
import { placesOf } from '../runtime/papers';
import { handle } from '../runtime/use-case';
import { countLooks } from './looks';
import { requestsOf } from './requests';

/** All that is held about a family, for itself. */
export const facts = handle(contract.households.facts, async (ctx, { caseId }) => {
  const loaded = await getOwnCase(ctx, caseId);
  const { villageName } = await placesOf(ctx, loaded.case.village);
  return {
    today: ctx.today,
    family: familyView(loaded.case),
    villageName,
    requests: await requestsOf(ctx, loaded),
    looks: await countLooks(ctx, loaded),
  };
});
