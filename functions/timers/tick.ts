import { contract } from '@shared/contract';
import { failureOf } from '../adapters';
import type { Adapters } from '../runtime/context';
import { asSystem } from '../runtime/system';
import { task } from '../runtime/use-case';
import { boardPhotos } from './board-photos';
import { checkChain } from './check-chain';
import { closeExits } from './close-exits';
import { closePublicity, PartlyDone } from './close-publicity';
import { deliverOutbox } from './deliver-outbox';
import { escalateTasks } from './escalate-tasks';
import { expireSupplements } from './expire-supplements';
import { outboxFigures, withLastOk } from './figures';
import { makeCards } from './make-cards';
import { fillRegister, observe } from './observe';
import { purgeDrafts, purgeNoticeDrafts, purgeOutbox, purgeRequests, purgeSessions } from './purge';
import { remindDaily } from './remind-daily';
import { rowRequests } from './row-requests';
import { runImports } from './run-imports';
import { escalateClues, tellClues } from './tell-clues';
import { remindQuarters, tellFollowUps } from './tell-follow-ups';
import { tellFollowers } from './tell-followers';
import { tellChecks, tellProblems } from './tell-found';
import { tellTickets } from './tell-tickets';
import { endNotices, findCounties } from './timers.sql';
import { warnOfHelp } from './warn-of-help';

interface Report {
  name: string;
  status: 'OK' | 'FAILED';
  count: number;
}

type Work = (adapters: Adapters, county: string, traceId: string) => Promise<number>;

/** What is done in each county, in this order: what closes first, then what tells of it. */
const IN_EACH_COUNTY: Record<string, Work> = {
  closePublicity,
  closeExits,
  expireSupplements,
  endNotices: (adapters, county, traceId) =>
    asSystem(adapters, county, traceId, (ctx) => ctx.db.write(endNotices, [county, ctx.today, ctx.now])),
  boardPhotos,
  rowRequests,
  tellFollowers,
  checkChain,
  remindDaily,
  fillRegister,
  observe,
  escalateTasks,
  tellClues,
  escalateClues,
  tellProblems,
  tellChecks,
  tellFollowUps,
  remindQuarters,
  tellTickets,
  warnOfHelp,
  deliverOutbox,
  runImports,
  makeCards,
  purgeOutbox,
  purgeNoticeDrafts,
};

const OVERALL: Record<string, (adapters: Adapters, traceId: string) => Promise<number>> = {
  purgeDrafts,
  purgeRequests,
  purgeSessions,
};

/** Runs the timers once. Each operation can be run again at any time; one that fails keeps no other from running. */
export async function runTimers(adapters: Adapters, traceId: string): Promise<Report[]> {
  const counties = await asSystem(adapters, null, traceId, (ctx) => ctx.db.rows(findCounties));
  const reports: Report[] = [];
  for (const [name, work] of Object.entries(IN_EACH_COUNTY)) {
    const each = [];
    for (const { county } of counties)
      each.push(await attempt(adapters, name, traceId, () => work(adapters, county, traceId)));
    reports.push({
      name,
      status: each.every((one) => one.status === 'OK') ? 'OK' : 'FAILED',
      count: each.reduce((sum, one) => sum + one.count, 0),
    });
  }
  for (const [name, work] of Object.entries(OVERALL))
    reports.push({ name, ...(await attempt(adapters, name, traceId, () => work(adapters, traceId))) });
  return reports;
}

export const tick = task(contract.timers.tick, async (adapters, _input, traceId) => {
  const operations = await withLastOk(adapters, traceId, await runTimers(adapters, traceId));
  return { operations, outbox: await outboxFigures(adapters, traceId) };
});

async function attempt(
  adapters: Adapters,
  name: string,
  traceId: string,
  work: () => Promise<number>,
): Promise<Omit<Report, 'name'>> {
  try {
    return { status: 'OK', count: await work() };
  } catch (error) {
    if (error instanceof PartlyDone) return { status: 'FAILED', count: error.count };
    adapters.log.error({
      trace: traceId,
      operation: `timers.${name}`,
      status: 500,
      failure: failureOf(error),
    });
    return { status: 'FAILED', count: 0 };
  }
}
