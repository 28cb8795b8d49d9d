import { failureOf } from '../adapters';
import { findCase } from '../runtime/cases/case-store';
import type { ClaimWork } from '../runtime/cases/claims';
import type { CaseWork } from '../runtime/cases/telling';
import type { Adapters, Ctx } from '../runtime/context';
import { keepMeasuresOfBefore } from '../runtime/help/measures';
import type { HelpWork } from '../runtime/help-work';
import type { ExitWork } from '../runtime/register/exit-store';
import type { ServiceWork } from '../runtime/service-work';
import { asSystem } from '../runtime/system';
import { MAX_ATTEMPTS, nextTry } from './backoff';
import { PartlyDone } from './close-publicity';
import { push } from './push';
import { tellDesk, tellEvent } from './tell-case';
import { tellClaim } from './tell-claim';
import { tellExit } from './tell-exit';
import { tellHelp } from './tell-help';
import { tellService } from './tell-service';
import * as sql from './timers.sql';

/** Few at a time: all of them fit into the lease, even when each call to WeChat waits for its last second. */
const BATCH = 10;
const LEASE_MS = 60_000;

/**
 * Does what waits in the outbox. Inboxes are written at least once and to one effect: each piece is leased, done and
 * marked in one transaction. WeChat is asked at most once (see push.ts). What fails is tried again after ever longer
 * pauses and set aside after eight times. Gives how many were done.
 * @throws PartlyDone when one failed
 */
export async function deliverOutbox(adapters: Adapters, county: string, traceId: string): Promise<number> {
  let sent = 0;
  let failed = 0;
  for (;;) {
    const batch = await take(adapters, county, traceId);
    for (const work of batch) {
      if (await deliver(adapters, county, traceId, work)) sent += 1;
      else failed += 1;
    }
    // What is told makes new work for WeChat, so the end is where nothing waits.
    if (batch.length === 0) break;
  }
  if (failed > 0) throw new PartlyDone(sent);
  return sent;
}

function take(adapters: Adapters, county: string, traceId: string): Promise<sql.OutboxRow[]> {
  const wall = adapters.clock.wall();
  return asSystem(adapters, county, traceId, (ctx) =>
    ctx.db.rows(sql.takeWork, [county, wall, later(wall, LEASE_MS), BATCH, ctx.now]),
  );
}

/** Does one piece; says whether all is well with it. Never throws. */
async function deliver(
  adapters: Adapters,
  county: string,
  traceId: string,
  work: sql.OutboxRow,
): Promise<boolean> {
  try {
    if (work.kind === 'PUSH') return await push(adapters, county, traceId, work);
    await asSystem(adapters, county, traceId, async (ctx) => {
      await tellAll(ctx, county, work);
      await ctx.db.write(sql.workDone, [county, work.id, adapters.clock.wall(), 'DONE']);
    });
    return true;
  } catch (error) {
    adapters.log.error({
      trace: traceId,
      operation: 'timers.deliverOutbox',
      status: 500,
      reason: String(work.id),
      failure: failureOf(error),
    });
    await setBack(adapters, county, traceId, work);
    return false;
  }
}

function tellAll(ctx: Ctx, county: string, { id, kind, payload }: sql.OutboxRow): Promise<void> {
  switch (kind) {
    case 'CASE_EVENT':
      return tellEvent(ctx, county, id, payload as CaseWork);
    case 'CASE_DESK':
      return tellDesk(ctx, county, id, payload as CaseWork);
    case 'CASE_CLAIM':
      return tellClaim(ctx, county, id, payload as ClaimWork);
    case 'EXIT_EVENT':
      return tellExit(ctx, county, id, payload as ExitWork);
    case 'SERVICE_ENDED':
      return tellService(ctx, county, id, payload as ServiceWork);
    case 'HELP':
      return tellHelp(ctx, county, id, payload as HelpWork);
    case 'KEEP_MEASURES':
      return keepOfBefore(ctx, payload as { caseId: string });
    default:
      throw new Error('Nobody knows this kind of work');
  }
}

/** Of migration 0107: measures that only the case's own history has. */
async function keepOfBefore(ctx: Ctx, { caseId }: { caseId: string }): Promise<void> {
  const loaded = await findCase(ctx, caseId);
  if (loaded !== null) await keepMeasuresOfBefore(ctx, loaded);
}

/** A call that had begun stays begun: what came of it is not known. */
async function setBack(
  adapters: Adapters,
  county: string,
  traceId: string,
  { id, attempts }: sql.OutboxRow,
): Promise<void> {
  const next = nextTry(adapters.clock.wall(), attempts);
  await asSystem(adapters, county, traceId, (ctx) =>
    ctx.db.write(sql.workSetBack, [county, id, next, attempts >= MAX_ATTEMPTS]),
  );
}

function later(instant: string, ms: number): string {
  return new Date(Date.parse(instant) + ms).toISOString();
}
