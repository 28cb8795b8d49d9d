import type { ReasonCode } from '@shared/contract';
import type { Ctx } from './context';
import { Failure } from './failure';
import { countCall } from './identify.sql';

/**
 * Counts something that succeeds in a window of its own, whoever does it: a refusal is rolled back and counts nothing.
 * @throws Failure rate_limited once the limit is reached
 */
export async function requireRoom(
  ctx: Ctx,
  { key, limit, seconds, reason }: { key: string; limit: number; seconds: number; reason: ReasonCode },
): Promise<void> {
  const second = Math.floor(Date.parse(ctx.clock.wall()) / 1000);
  const counted = await ctx.db.first(countCall, [key, second + seconds, second]);
  if (counted === undefined || counted.count <= limit) return;
  throw new Failure('rate_limited', reason, { retryAfter: Math.max(1, counted.window_end - second) });
}
