import { localDate } from '@shared/calendar';
import { contract } from '@shared/contract';
import type { Adapters } from '../runtime/context';
import { task } from '../runtime/use-case';

/** What time the local stack believes it is. */
export const clock = task(contract.local.clock, async (adapters) => stateOf(adapters));

/** Moves the local clock, then lets happen what should have happened by then. */
export const moveClock = task(contract.local.moveClock, async (adapters, { to }, traceId) => {
  await adapters.local?.clock.move(to === null ? null : new Date(to).toISOString());
  await adapters.local?.runTimers(traceId);
  return stateOf(adapters);
});

function stateOf(adapters: Adapters) {
  const now = adapters.clock.now();
  return { now, today: localDate(now), moved: adapters.local?.clock.moved ?? false };
}
