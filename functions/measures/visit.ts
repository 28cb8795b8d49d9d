import type { StaffRole } from '@shared/access';
import { contract } from '@shared/contract';
import { isTwiceShut } from '@shared/measures';
import { hasLeft } from '@shared/register';
import { Failure } from '../runtime/failure';
import { followUpsOf, writeFollowUp } from '../runtime/register/follow-up';
import { findFollowUpByKey, lockFamily } from '../runtime/register/follow-ups.sql';
import { getFollowed } from '../runtime/register/followed';
import { handle } from '../runtime/use-case';
import { planner } from './commands';
import { getHelped } from './family';
import { factsOf, MAY_VISIT } from './views';

/**
 * A visit, written down where it was made and sent when there is a line again: the follow-up of its month. The phone's key
 * makes it one visit, however often and however late it is sent.
 */
export const visit = handle(contract.measures.visit, async (ctx, { caseId, key, ...said }) => {
  const helped = await getHelped(ctx, caseId);
  const role = planner(ctx, helped, MAY_VISIT).role as StaffRole;
  const { county, case: c } = helped;
  const { includedOn } = factsOf(c, ctx);
  await ctx.db.first(lockFamily, [caseId]);
  const known = await ctx.db.first(findFollowUpByKey, [county, ctx.caller.personId, key]);
  if (known !== undefined && known.case_id !== caseId) throw new Failure('conflict', 'REQUEST_ID_REUSED');
  if (known === undefined && (said.on > ctx.today || said.on < includedOn))
    throw new Failure('bad_input', 'VISIT_OUT_OF_RANGE', {
      issues: [{ field: 'on', reason: 'VISIT_OUT_OF_RANGE', message: '' }],
    });
  // What is known of the family and what follows from a visit is its village's, whoever went there.
  return ctx.db.within(c.village, async () => {
    let visitId = known?.id;
    if (visitId === undefined) {
      const followed = await getFollowed(ctx, helped);
      if (hasLeft(followed.entry.status)) throw new Failure('conflict', 'HOUSEHOLD_LEFT');
      const { findings: words, ...rest } = said;
      const month = { cadence: 'MONTH' as const, event: null, guarantees: [] };
      visitId = await writeFollowUp(ctx, followed, { ...rest, ...month, key, words }, role);
    }
    return { visitId, twiceShut: isTwiceShut(await followUpsOf(ctx, county, caseId)) };
  });
});
