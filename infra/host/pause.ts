import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks again and again until the answer is yes or the time is up. Gives whether it was yes.
 * @param patience ms to go on asking
 */
export async function until(asked: () => boolean, patience: number, every = 25): Promise<boolean> {
  const last = Date.now() + patience;
  while (!asked()) {
    if (Date.now() >= last) return false;
    await sleep(every);
  }
  return true;
}
