/**
 * A notice that a whole village opens at once, beside a bare node:http server that answers the same bytes and beside one
 * that asks the database one prepared query: each a process of its own, asked in turn by a client that is not the
 * bottleneck, so that a machine that slows down slows all three.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createKeys } from '@functions/adapters/keys';
import { openDatabase } from '@functions/adapters/postgres/scoped';
import { DEMO_COUNTY, FIRST_VILLAGE, seedDemo } from '@functions/runtime/demo';
import { openLocalClock } from '@functions/runtime/local-clock';
import { migrate } from '@infra/database/migrate';
import { DATABASE } from '@infra/database/roles';
import { readCounty, seedRegions } from '@infra/database/seed/regions';
import { startThrowaway } from '@infra/database/server';
import type { Figure } from '@tests/support/figures';
import { newKeyMaterial } from '@tests/support/stand-ins';
import { benchAdapters } from './adapters';
import { fillNotice } from './notice-row';

const ROUNDS = 9;
const CONNECTIONS = 20;
const WARM_UP_MS = 300;
const MEASURE_MS = 900;
/** Families on the sheet. */
const ROWS = 30;

export async function noticeFigures(): Promise<Figure[]> {
  const database = await startThrowaway();
  const servers: ChildProcess[] = [];
  try {
    await migrate(database.url('owner'), { log: () => undefined });
    await seedRegions(database.url('owner'), readCounty(DEMO_COUNTY));
    const app = openDatabase({ url: database.url('app'), max: 1 });
    await seedDemo(benchAdapters(app, await openLocalClock(app), createKeys(newKeyMaterial())));
    await app.close();
    const noticeId = await fillNotice(database.url('admin', DATABASE), DEMO_COUNTY, FIRST_VILLAGE, ROWS);
    const env = {
      APP_URL: database.url('app'),
      ADMIN_URL: database.url('admin', DATABASE),
      NOTICE: noticeId,
    };
    const [ours, bare, query] = await Promise.all(
      ['ours', 'bare', 'query'].map((kind) => serve(kind, env, servers)),
    );
    const at = `/api/notices/${noticeId}`;
    const rounds: { ours: number; bare: number; query: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      rounds.push({
        ours: await answersPerSecond(ours ?? 0, at),
        bare: await answersPerSecond(bare ?? 0, at),
        query: await answersPerSecond(query ?? 0, at),
      });
    // The best of each: whatever else the machine does takes answers away and never adds one.
    const best = (of: 'ours' | 'bare' | 'query') => Math.max(...rounds.map((round) => round[of]));
    const figure = (of: 'bare' | 'query', name: string, goal: number): Figure => ({
      name: `a notice, opened by strangers (floor: ${name})`,
      value: best('ours'),
      unit: 'req/s',
      floor: best(of),
      goal: Math.round(best(of) * goal),
      moreIsBetter: true,
    });
    return [
      figure('bare', 'bare node:http, the same bytes', 0.8),
      figure('query', 'node:http, one prepared query', 2),
    ];
  } finally {
    for (const server of servers) server.kill();
    await database.stop();
  }
}

/** Starts one of the servers; gives its port. */
function serve(kind: string, env: Record<string, string>, started: ChildProcess[]): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(__dirname, 'notice-server.ts'), kind], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`The ${kind} server ended`)));
    child.stdout.once('data', (text: Buffer) => resolve(Number(text.toString())));
  });
}

function answersPerSecond(port: number, at: string): Promise<number> {
  const said = [port, at, CONNECTIONS, WARM_UP_MS, MEASURE_MS].map(String);
  const client = spawn(process.execPath, [path.join(__dirname, 'http-load.cjs'), ...said], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let text = '';
    client.stdout.on('data', (part: Buffer) => {
      text += part.toString();
    });
    client.once('exit', (code) =>
      code === 0 ? resolve(Number(text)) : reject(new Error(`The client ended with ${code}`)),
    );
  });
}
