import { MAIN } from './scenario';
import { NEXT_DOOR, VILLAGER } from './stage';
import type { Play } from './take';

/** A villager who is no party and a cadre of another village look at the case: what they saw, which must be nothing. */
export async function seenByStrangers({ stage, cases }: Play): Promise<string[]> {
  const caseId = cases.get(MAIN)?.id;
  const page = await stage.call(VILLAGER, 'applications.get', { caseId });
  const desk = await stage.call(NEXT_DOOR, 'reviews.case', { caseId });
  const queue = await stage.call(NEXT_DOOR, 'reviews.queue', {});
  return [
    ...(page.status === 404 ? [] : ['a villager sees the case of another household']),
    ...(desk.status === 404 ? [] : ['a cadre of another village sees the case']),
    ...(queue.status === 200 && !JSON.stringify(queue.body).includes(String(caseId))
      ? []
      : ['a cadre of another village has the case in the queue']),
  ];
}
