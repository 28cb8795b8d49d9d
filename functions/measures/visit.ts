import { contract } from '@shared/contract';
import { isTwiceShut } from '@shared/measures';
import { newId } from '../adapters';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { claim, photos, planner } from './commands';
import { getHelped, queueHelp } from './family';
import * as sql from './measures.sql';
import { factsOf, MAY_VISIT, sealedPlaces, visitsOf } from './views';

/**
 * A visit, written down where it was made and sent when there is a line again. The phone's key makes it one visit, however
 * often and however late it is sent.
 */
export const visit = handle(contract.measures.visit, async (ctx, { caseId, key, ...said }) => {
  const helped = await getHelped(ctx, caseId);
  const { role } = planner(ctx, helped, MAY_VISIT);
  const { county, case: c } = helped;
  const { includedOn } = factsOf(c, ctx);
  const { on, way, result, newRisk, photoIds, ...words } = said;
  const known = await ctx.db.first(sql.findVisitByKey, [county, ctx.caller.personId, key]);
  if (known !== undefined) {
    if (known.case_id !== caseId) throw new Failure('conflict', 'REQUEST_ID_REUSED');
    return { visitId: known.id, twiceShut: isTwiceShut(await visitsOf(ctx, county, caseId)) };
  }
  if (on > ctx.today || on < includedOn)
    throw new Failure('bad_input', 'VISIT_OUT_OF_RANGE', {
      issues: [{ field: 'on', reason: 'VISIT_OUT_OF_RANGE', message: '' }],
    });
  const id = newId(county, ctx.now);
  const { keyId, bytes } = ctx.keys.seal(
    JSON.stringify({ ...words, photoIds }),
    sealedPlaces.visitAt(county, id),
  );
  const place = [county, id, caseId, c.village, ctx.caller.personId, key, role];
  const written = await ctx.db.write(sql.insertVisit, [
    ...place,
    on,
    way,
    result,
    newRisk,
    ctx.now,
    keyId,
    bytes,
  ]);
  if (written === 0) throw new Failure('conflict', 'TRY_AGAIN');
  await claim(ctx, helped, photos(photoIds, 'photoIds'));
  const twiceShut = isTwiceShut(await visitsOf(ctx, county, caseId));
  if (twiceShut) await queueHelp(ctx, helped, 'SHUT', id);
  if (result === 'NEW_RISK' || result === 'RELAPSE') await queueHelp(ctx, helped, 'NEW_RISK', id);
  if (result === 'READY_TO_ELIMINATE') await queueHelp(ctx, helped, 'READY', id);
  return { visitId: id, twiceShut };
});
