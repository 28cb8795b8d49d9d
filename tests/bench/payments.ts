/**
 * Rows per second of a payer's file, from its bytes to the report of each row, beside PostgreSQL's own COPY of the very
 * rows that came of it, into the same table with its checks, keys and indexes, in the same run.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createKeys } from '@functions/adapters/keys';
import { openDatabase } from '@functions/adapters/postgres/scoped';
import { DEMO_COUNTY, seedDemo } from '@functions/runtime/demo';
import { openLocalClock } from '@functions/runtime/local-clock';
import { createPipeline } from '@functions/runtime/pipeline';
import { migrate } from '@infra/database/migrate';
import { DATABASE } from '@infra/database/roles';
import { readCounty, seedRegions } from '@infra/database/seed/regions';
import { startThrowaway } from '@infra/database/server';
import type { ImportJob, OperationName } from '@shared/contract';
import { composeIdNumber } from '@shared/people';
import type { Figure } from '@tests/support/figures';
import { createMemoryStore, newKeyMaterial } from '@tests/support/stand-ins';
import iconv from 'iconv-lite';
import { Client } from 'pg';
import { benchAdapters } from './adapters';

const ROWS = 50_000;
/** Of so many the best is told, of ours as of COPY. */
const RUNS = 3;
const SENDER = 'wu-haiyan';
/** At least so much of what COPY does. */
const GOAL = 1 / 3;
const ITEMS = ['耕地地力保护补贴', '农村低保', '医疗救助金', '交通补助', '高龄津贴'];

/** A file as offices send it: GB18030, dates in four ways, one row in fifty sent twice, with a wrong number or a village of nowhere. */
function file(): Uint8Array {
  const dates = ['2026-03-12', '2026/3/20', '2026年3月21日', '20260327'];
  const lines = ['姓名,身份证号码,补贴项目,金额（元）,发放日期,所属时段,卡号,村'];
  for (let n = 0; n < ROWS; n += 1) {
    const same = n % 50 === 1 ? n - 1 : n;
    const birth = new Date(Date.UTC(1940, 0, 1 + Math.floor(same / 1000))).toISOString().slice(0, 10);
    const id = composeIdNumber({ area: '990101', birthDate: birth, sequence: same % 1000 });
    const wrong = n % 50 === 2 ? `${id.slice(0, 17)}${id.endsWith('1') ? '2' : '1'}` : id;
    const village = n % 50 === 3 ? '外县的村' : '保西村';
    lines.push(
      `田有福,${wrong},${ITEMS[same % ITEMS.length]},"1,${100 + (same % 900)}.50",${dates[same % 4]},2026年,6217000000008816,${village}`,
    );
  }
  return iconv.encode(lines.join('\r\n'), 'gb18030');
}

export async function paymentFigures(): Promise<Figure[]> {
  const server = await startThrowaway();
  const app = openDatabase({ url: server.url('app'), max: 1 });
  try {
    await migrate(server.url('owner'), { log: () => undefined });
    await seedRegions(server.url('owner'), readCounty(DEMO_COUNTY));
    const keys = createKeys(newKeyMaterial());
    const store = createMemoryStore();
    const adapters = { ...benchAdapters(app, await openLocalClock(app), keys), objects: store };
    await seedDemo(adapters);
    const pipeline = createPipeline(adapters, { profile: 'local', rateFactor: 1e9 });
    let token: string | undefined;
    let asked = 0;
    const must = async <T>(operation: OperationName, input: unknown): Promise<T> => {
      asked += 1;
      const { status, body } = await pipeline.invoke({
        operation,
        input,
        requestId: `bench-payments-${asked}`,
        identity: token === undefined ? { kind: 'anonymous' } : { kind: 'session', token },
      });
      if (status !== 200) throw new Error(`${operation}: ${status} ${JSON.stringify(body)}`);
      return body as T;
    };
    token = (await must<{ session: string }>('accounts.signIn', { token: keys.demoToken(`demo-${SENDER}`) }))
      .session;
    const bytes = file();
    const url = server.url('admin', DATABASE);
    const send = async () => {
      const { job, upload } = await must<{ job: ImportJob; upload: { fields: Record<string, string> } }>(
        'imports.start',
        { kind: 'PAYMENTS', targetId: `${DEMO_COUNTY}-CARD`, fileName: '一卡通.csv', size: bytes.length },
      );
      store.objects.set(upload.fields.key ?? '', { content: bytes, contentType: 'application/octet-stream' });
      const started = performance.now();
      let now = job;
      while (now.state !== 'DONE' && now.state !== 'REFUSED')
        now = (await must<{ job: ImportJob }>('imports.advance', { jobId: job.id })).job;
      return { job: now, seconds: (performance.now() - started) / 1000 };
    };
    const runs: Awaited<ReturnType<typeof send>>[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      if (run > 0) await admin(url, (client) => client.query('TRUNCATE payment CASCADE'));
      runs.push(await send());
    }
    const best = runs.reduce((a, b) => (a.seconds <= b.seconds ? a : b));
    const copied = await copySeconds(url);
    const again = await send();
    if (best.job.rows.good !== copied.rows || again.job.rows.good !== 0)
      throw new Error(`${best.job.rows.good} of ${copied.rows} rows, then ${again.job.rows.good}`);
    const began = performance.now();
    await must('imports.report', { jobId: best.job.id });
    const reported = (performance.now() - began) / 1000;
    const floor = Math.round(copied.rows / copied.seconds);
    const figure = (name: string, seconds: number, goal: number | null): Figure => ({
      name,
      value: Math.round(ROWS / seconds),
      unit: 'rows/s',
      floor,
      goal,
      moreIsBetter: true,
    });
    return [
      figure(
        `payments import of ${ROWS.toLocaleString('en')} rows, best of ${RUNS} (floor: COPY of the same rows)`,
        best.seconds,
        Math.round(floor * GOAL),
      ),
      figure('the same file again, which changes nothing (floor: the same)', again.seconds, null),
      figure('its report of each row as xlsx, when it is asked for (floor: the same)', reported, null),
    ];
  } finally {
    await app.close();
    await server.stop();
  }
}

/** COPY out, then in: the best of as many, each into the emptied table. */
async function copySeconds(url: string): Promise<{ rows: number; seconds: number }> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-copy-'));
  // The server runs as another user.
  fs.chmodSync(folder, 0o777);
  const at = path.join(folder, 'payment.copy');
  try {
    return await admin(url, async (client) => {
      const { rowCount } = await client.query(`COPY payment TO '${at}'`);
      const times: number[] = [];
      for (let run = 0; run < RUNS; run += 1) {
        await client.query('TRUNCATE payment CASCADE');
        const started = performance.now();
        await client.query(`COPY payment FROM '${at}'`);
        times.push((performance.now() - started) / 1000);
      }
      return { rows: rowCount ?? 0, seconds: Math.min(...times) };
    });
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function admin<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
