import type { Ctx } from '../runtime/context';

/** Whoever was away for longer reads again what has changed: it is a new look. */
export const SAME_SITTING_MINUTES = 30;

/** So long a look counts for a decision about several cases at once: a working day, in one session. */
export const LOOKED_MINUTES = 12 * 60;

/** By the clock on the wall: moving the clock of a rehearsal neither opens a case nor closes it. */
export function minutesAgo(ctx: Pick<Ctx, 'clock'>, minutes: number): string {
  return new Date(Date.parse(ctx.clock.wall()) - minutes * 60_000).toISOString();
}
