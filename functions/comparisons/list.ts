import type { ComparisonList } from '@shared/contract';
import { countyOfId } from '../adapters';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { findList, type ListRecord } from './comparisons.sql';
import { type Comparer, comparerOf } from './who';

/**
 * A list that this caller may know of. A department has no region of its own in which it reads cases, so its people look
 * into the county for the length of this one question.
 * @throws Failure forbidden to other offices, not_found for another county's or another department's list
 */
export async function getList(ctx: Ctx, listId: string): Promise<{ comparer: Comparer; list: ListRecord }> {
  const county = countyOfId(listId);
  if (county === undefined) throw new Failure('not_found', 'NOT_FOUND');
  const comparer = comparerOf(ctx, county);
  const list = await ctx.db.within(county, () => ctx.db.first(findList, [county, listId]));
  const theirs =
    list !== undefined &&
    (comparer.departments === null ||
      (comparer.departments.includes(list.department) && list.state === 'READY'));
  if (!theirs) throw new Failure('not_found', 'NOT_FOUND');
  return { comparer, list };
}

export function listView(ctx: Ctx, { departments }: Comparer, list: ListRecord): ComparisonList {
  return {
    id: list.id,
    listNo: list.list_no,
    department: list.department,
    state: list.state,
    people: list.people,
    cases: list.cases,
    answered: list.answered,
    createdBy: list.creator,
    createdAt: list.created_at,
    approvedBy: list.approver,
    mayApprove:
      departments === null && list.state === 'WAITING_APPROVAL' && list.created_by !== ctx.caller.personId,
  };
}
