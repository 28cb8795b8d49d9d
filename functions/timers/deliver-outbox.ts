import type { CaseEventType } from '@shared/casework';
import { messageTitle } from '@shared/messages';
import { formatCaseNo } from '@shared/people';
import { failureOf } from '../adapters';
import type { Adapters, Ctx } from '../runtime/context';
import { asSystem } from '../runtime/system';
import { PartlyDone } from './close-publicity';
import * as sql from './timers.sql';

const BATCH = 100;
const LEASE_MS = 60_000;
const FIRST_PAUSE_MS = 30_000;
const MAX_ATTEMPTS = 8;

/**
 * Sends what waits in the outbox, at least once: each piece is leased, done and marked; done twice it has one effect.
 * What fails is tried again after ever longer pauses and set aside after eight times. Gives how many were sent.
 * @throws PartlyDone when one failed
 */
export async function deliverOutbox(adapters: Adapters, county: string, traceId: string): Promise<number> {
  let sent = 0;
  let failed = 0;
  for (;;) {
    const batch = await take(adapters, county, traceId);
    for (const work of batch) {
      try {
        await asSystem(adapters, county, traceId, async (ctx) => {
          await deliver(ctx, county, work);
          await ctx.db.write(sql.workDone, [county, work.id, adapters.clock.wall()]);
        });
        sent += 1;
      } catch (error) {
        failed += 1;
        await setBack(adapters, county, traceId, work, error);
      }
    }
    if (batch.length < BATCH) break;
  }
  if (failed > 0) throw new PartlyDone(sent);
  return sent;
}

function take(adapters: Adapters, county: string, traceId: string): Promise<sql.OutboxRow[]> {
  const wall = adapters.clock.wall();
  return asSystem(adapters, county, traceId, (ctx) =>
    ctx.db.rows(sql.takeWork, [county, wall, later(wall, LEASE_MS), BATCH]),
  );
}

async function deliver(ctx: Ctx, county: string, { id, kind, payload }: sql.OutboxRow): Promise<void> {
  if (kind !== 'CASE_EVENT') throw new Error('Nobody knows this kind of work');
  const { caseId, caseNo, type, at } = payload;
  const title = messageTitle(type as CaseEventType, formatCaseNo(caseNo));
  // The id repeats with the work, so a second delivery finds the first one there.
  if (title !== null) await ctx.db.write(sql.insertMessages, [county, caseId, `${county}-m${id}`, at, title]);
}

async function setBack(
  adapters: Adapters,
  county: string,
  traceId: string,
  { id, attempts }: sql.OutboxRow,
  error: unknown,
): Promise<void> {
  adapters.log.error({
    trace: traceId,
    operation: 'timers.deliverOutbox',
    status: 500,
    reason: String(id),
    failure: failureOf(error),
  });
  const next = later(adapters.clock.wall(), FIRST_PAUSE_MS * 2 ** (attempts - 1));
  await asSystem(adapters, county, traceId, (ctx) =>
    ctx.db.write(sql.workFailed, [county, id, next, attempts >= MAX_ATTEMPTS]),
  );
}

function later(instant: string, ms: number): string {
  return new Date(Date.parse(instant) + ms).toISOString();
}
