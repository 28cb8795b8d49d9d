/**
 * `npm run bench`: what our work costs beside the same work with nothing of ours in it, measured in the same run on a
 * throwaway database. Ratios hold when the machine's speed drifts; absolute figures do not.
 */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { createKeys } from '@functions/adapters/keys';
import { openDatabase } from '@functions/adapters/postgres/scoped';
import { DEMO_COUNTY, FIRST_VILLAGE, seedDemo } from '@functions/runtime/demo';
import { createHttpDoor } from '@functions/runtime/http';
import { openLocalClock } from '@functions/runtime/local-clock';
import { createPipeline } from '@functions/runtime/pipeline';
import { getRequestListener } from '@hono/node-server';
import { migrate } from '@infra/database/migrate';
import { DATABASE } from '@infra/database/roles';
import { readCounty, seedRegions } from '@infra/database/seed/regions';
import { startThrowaway } from '@infra/database/server';
import { type Figure, report } from '@tests/support/figures';
import { newKeyMaterial } from '@tests/support/stand-ins';
import { Pool } from 'pg';
import { benchAdapters } from './adapters';
import { coreFigures } from './core';
import { requestsPerSecond } from './load';
import { noticeFigures } from './notices';
import { paymentFigures } from './payments';
import { queueSizeFigures } from './queues';
import { scrollFigures } from './scroll';

/** Open cases in the demo county while its queue is read. */
const CASES = 20_000;
const TOWN = FIRST_VILLAGE.slice(0, 9);
/** No ceiling is under test here. */
const NO_CEILING = 1e9;

async function listen(handler: http.RequestListener): Promise<{ port: number; close(): void }> {
  const server = http.createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}

/** Rows as the fold writes them, spread over the township's villages and the next month. */
const FILL = `
  INSERT INTO case_row (county, id, case_no, version, state, open, village, village_group, head_name, member_count,
                        channel, holder, due_on, cap_due_on, paused, withdrawal_asked, waiting_for, desks,
                        profile_code, profile_version, clued_at, updated_at)
  SELECT '${DEMO_COUNTY}', '${DEMO_COUNTY}-bench-' || n, lpad(n::text, 9, '0'), 1, 'TOWN_REVIEW', true,
         (SELECT code FROM region WHERE level = 'VILLAGE' AND county = '${DEMO_COUNTY}' ORDER BY code OFFSET n % 200 LIMIT 1),
         '1组', '户主', 3, 'SELF_MINIAPP', 'TOWN', DATE '2026-03-01' + n % 31, DATE '2026-04-15', false, false, 'NOTHING',
         ARRAY['TOWN_LEADER'], 'DEMO-2026', 1, now(), now()
    FROM generate_series(1, ${CASES}) AS n`;

const FLOOR_QUERY = {
  name: 'floor',
  text: `SELECT id, case_no, head_name, village_group, village, state, due_on FROM case_row
          WHERE county = $1 AND town = $2 AND open ORDER BY due_key, id LIMIT 20`,
  values: [DEMO_COUNTY, TOWN],
};

async function queueFigures(): Promise<Figure[]> {
  const database = await startThrowaway();
  const admin = new Pool({ connectionString: database.url('admin', DATABASE), max: 20 });
  // When the server stops, its idle connections say so.
  admin.on('error', () => undefined);
  const app = openDatabase({ url: database.url('app') });
  try {
    await migrate(database.url('owner'), { log: () => undefined });
    await seedRegions(database.url('owner'), readCounty(DEMO_COUNTY));
    const clock = await openLocalClock(app);
    const adapters = benchAdapters(app, clock, createKeys(newKeyMaterial()));
    const people = await seedDemo(adapters);
    await admin.query(FILL);
    await admin.query('ANALYZE');

    const floor = await listen((_request, response) => {
      admin.query(FLOOR_QUERY).then(
        ({ rows }) => response.setHeader('content-type', 'application/json').end(JSON.stringify(rows)),
        () => response.writeHead(500).end(),
      );
    });
    const pipeline = createPipeline(adapters, { profile: 'local', rateFactor: NO_CEILING });
    const ours = await listen(getRequestListener(createHttpDoor(pipeline).fetch));
    try {
      const leader = people.find((person) => person.name === '陈立');
      const token = /token=([\w-]+)/.exec(leader?.link ?? '')?.[1];
      const signedIn = await pipeline.invoke({
        operation: 'accounts.signIn',
        input: { token },
        requestId: 'bench-sign-in',
        identity: { kind: 'anonymous' },
      });
      const { session } = signedIn.body as { session: string };
      const authorization = { authorization: `Bearer ${session}` };
      const raw = await requestsPerSecond(floor.port, '/');
      const figure = (name: string, value: number): Figure => ({
        name,
        value,
        unit: 'req/s',
        floor: raw,
        goal: null,
        moreIsBetter: true,
      });
      return [
        figure(
          'queue of 20 rows among 20,000, signed in',
          await requestsPerSecond(ours.port, '/api/reviews?limit=20', authorization),
        ),
        figure('who am I, signed in', await requestsPerSecond(ours.port, '/api/me', authorization)),
      ];
    } finally {
      floor.close();
      ours.close();
    }
  } finally {
    await app.close();
    await admin.end();
    await database.stop();
  }
}

async function main(): Promise<void> {
  const figures = [
    ...coreFigures(),
    ...(await noticeFigures()),
    ...(await paymentFigures()),
    ...(await queueFigures()),
    ...(await queueSizeFigures()),
    ...(await scrollFigures()),
  ];
  report(figures, process.argv.includes('--json'));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
