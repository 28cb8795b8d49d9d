import { quarterStart } from '@shared/cards';
import { CARD_TOLD } from '@shared/messages';
import { failureOf } from '../adapters';
import { findDue } from '../runtime/cards/cards.sql';
import { makeCard } from '../runtime/cards/make';
import { findCase } from '../runtime/cases/case-store';
import type { Adapters } from '../runtime/context';
import { asSystem } from '../runtime/system';
import { PartlyDone } from './close-publicity';
import { tell } from './tell';
import { findFamily } from './telling.sql';

/** Families a run: a county whose whole list is due on the first of a quarter is done within the hour. */
const AT_ONCE = 100;

/**
 * Makes the cards that are due: of who is new on the list, of whose records changed, and of everybody in a new quarter;
 * each in a transaction of its own, with word to the family. Gives how many were made.
 * @throws PartlyDone when one failed
 */
export async function makeCards(adapters: Adapters, county: string, traceId: string): Promise<number> {
  const due = await asSystem(adapters, county, traceId, (ctx) =>
    ctx.db.rows(findDue, [county, quarterStart(ctx.today), AT_ONCE]),
  );
  let made = 0;
  let failed = 0;
  for (const { case_id } of due) {
    try {
      if (await makeOne(adapters, county, traceId, case_id)) made += 1;
    } catch (error) {
      failed += 1;
      const failure = failureOf(error);
      adapters.log.error({
        trace: traceId,
        operation: 'timers.makeCards',
        status: 500,
        reason: case_id,
        failure,
      });
    }
  }
  if (failed > 0) throw new PartlyDone(made);
  return made;
}

function makeOne(adapters: Adapters, county: string, traceId: string, caseId: string): Promise<boolean> {
  return asSystem(adapters, county, traceId, async (ctx) => {
    const loaded = await findCase(ctx, caseId);
    if (loaded === null) throw new Error('A case of the list has no history');
    const card = await makeCard(ctx, loaded);
    if (card === null) return false;
    // An empty card is nothing to sign, and who has not signed the last one has been told.
    if (card.content.lines.length === 0 || card.waited) return true;
    const family = await ctx.db.rows(findFamily, [county, caseId]);
    await tell(ctx, county, {
      people: family.map(({ person_id }) => person_id),
      key: `${card.id}-card`,
      at: ctx.now,
      title: CARD_TOLD.CARD.title,
      body: CARD_TOLD.CARD.body(card.content.lines.length),
      opens: 'CARD',
      caseId,
      caseNo: loaded.case.caseNo,
      code: 'CARD',
    });
    return true;
  });
}
