import { contract } from '@shared/contract';
import { countyOfId } from '../adapters';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { decideList } from './comparisons.sql';
import { getList, listView } from './list';

/** A second person of the county says whether a long list goes out. Who made it cannot (the table refuses it too). */
export const approve = handle(contract.comparisons.approve, async (ctx, { listId, approved }) => {
  const { comparer, list } = await getList(ctx, listId);
  if (comparer.departments !== null) throw new Failure('forbidden', 'ROLE_MAY_NOT');
  if (list.created_by === ctx.caller.personId) throw new Failure('forbidden', 'SECOND_PERSON_NEEDED');
  const state = approved ? 'READY' : 'DECLINED';
  const written = await ctx.db.write(decideList, [
    countyOfId(listId),
    listId,
    state,
    ctx.caller.personId,
    ctx.now,
  ]);
  if (written === 0) throw new Failure('conflict', 'LIST_NOT_WAITING');
  const after = await getList(ctx, listId);
  return { list: listView(ctx, after.comparer, after.list) };
});
