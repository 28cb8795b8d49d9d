/**
 * The queue of a county with a hundred thousand open cases beside the same with a thousand, in one run: two databases of
 * one server are asked in turn, so that a machine that slows down slows both.
 */
import { createKeys, type Keys } from '@functions/adapters/keys';
import { openDatabase } from '@functions/adapters/postgres/scoped';
import { countQueues, findQueue, readInOrder } from '@functions/reviews/queue.sql';
import { DEMO_COUNTY, FIRST_VILLAGE, seedDemo } from '@functions/runtime/demo';
import { openLocalClock } from '@functions/runtime/local-clock';
import { createPipeline } from '@functions/runtime/pipeline';
import { migrate } from '@infra/database/migrate';
import { DATABASE } from '@infra/database/roles';
import { readCounty, seedRegions } from '@infra/database/seed/regions';
import { type Database as Server, startThrowaway } from '@infra/database/server';
import type { OperationName } from '@shared/contract';
import type { Figure } from '@tests/support/figures';
import { manyCases, movesOf } from '@tests/support/many-cases';
import { newKeyMaterial } from '@tests/support/stand-ins';
import { Client } from 'pg';
import { benchAdapters } from './adapters';

const FEW = 1_000;
const FEW_VILLAGES = 8;
const MANY = 100_000;
const SMALL = 'bench_small';
const WARM_UP = 20;
const CALLS = 200;
/** At p99 the large county may take so many times what the small one takes. */
const GOAL = 1.5;
/** Rows of a page: so few that the lists of the small county fill it too. */
const PAGE = 20;
const TOWN = FIRST_VILLAGE.slice(0, 9);
/** Within the days of `manyCases`: half of them are over. */
const NOW = '2026-04-10T01:00:00.000Z';

/** What is asked, by whom. Every queue's and step's count comes with each page. */
const ASKED: [name: string, person: string, operation: OperationName, input: Record<string, unknown>][] = [
  ['county, whole list', 'wu-haiyan', 'reviews.queue', { tab: 'ALL' }],
  ['county, mine', 'wu-haiyan', 'reviews.queue', { tab: 'MINE' }],
  ['county, overdue', 'wu-haiyan', 'reviews.queue', { tab: 'OVERDUE' }],
  ['county, waiting for the family', 'wu-haiyan', 'reviews.queue', { tab: 'WAITING_FAMILY' }],
  ['county, returned', 'wu-haiyan', 'reviews.queue', { tab: 'RETURNED', limit: 5 }],
  ['county, my office', 'wu-haiyan', 'reviews.queue', { tab: 'UNIT' }],
  ['county, one step', 'wu-haiyan', 'reviews.queue', { tab: 'ALL', step: 'TOWN_REVIEW' }],
  ['county, one risk', 'wu-haiyan', 'reviews.queue', { tab: 'ALL', risk: 'ILLNESS' }],
  ['county, a rare risk', 'wu-haiyan', 'reviews.queue', { tab: 'ALL', risk: 'WATER' }],
  ['county, one channel', 'wu-haiyan', 'reviews.queue', { tab: 'ALL', channel: 'LINKED' }],
  [
    'county, overdue of a step with a risk',
    'wu-haiyan',
    'reviews.queue',
    { tab: 'OVERDUE', step: 'VERIFYING', risk: 'ILLNESS' },
  ],
  [
    'county, overdue of a step and a channel with a risk, all rare',
    'wu-haiyan',
    'reviews.queue',
    { tab: 'OVERDUE', step: 'VERIFYING', channel: 'LINKED', risk: 'WATER', limit: 5 },
  ],
  [
    'township, overdue of a step with a risk',
    'chen-li',
    'reviews.queue',
    { tab: 'OVERDUE', step: 'VERIFYING', risk: 'ILLNESS', limit: 5 },
  ],
  ['county, a township', 'wu-haiyan', 'reviews.queue', { tab: 'ALL', place: TOWN }],
  ['county, a village', 'wu-haiyan', 'reviews.queue', { tab: 'ALL', place: FIRST_VILLAGE }],
  ['county, counts alone', 'wu-haiyan', 'reviews.queue', { tab: 'ALL', limit: 1 }],
  ['township, mine', 'chen-li', 'reviews.queue', { tab: 'MINE' }],
  ['village, whole list', 'li-chunmei', 'reviews.queue', { tab: 'ALL' }],
  ['county, search by name', 'wu-haiyan', 'reviews.search', { text: '田有福' }],
];

/** Every case is counted there: what that takes grows with the county, and must stay within a second. */
const COUNTED: typeof ASKED = [
  ['county, office at a glance', 'gao-zhiyuan', 'reviews.glance', { span: 'D90' }],
  ['county, list behind a number', 'gao-zhiyuan', 'reviews.glanceCases', { span: 'D90', what: 'DECIDED' }],
  [
    'county, list of what is late',
    'gao-zhiyuan',
    'reviews.glanceCases',
    { what: 'OVERDUE', part: 'VILLAGE' },
  ],
  ['township, office at a glance', 'chen-li', 'reviews.glance', { span: 'D90' }],
];
const COUNTED_GOAL_MS = 1000;
const COUNTED_CALLS = 20;

interface County {
  /** Milliseconds that the answer took, and how many rows it has. */
  ask(person: string, operation: OperationName, input: unknown): Promise<{ ms: number; rows: number }>;
  plans(): Promise<string[]>;
  close(): Promise<void>;
}

export async function queueSizeFigures(): Promise<Figure[]> {
  const server = await startThrowaway();
  try {
    await migrate(server.url('owner'), { log: () => undefined });
    await seedRegions(server.url('owner'), readCounty(DEMO_COUNTY));
    const keys = createKeys(newKeyMaterial());
    const first = await open(server, DATABASE, keys);
    await first.seed();
    await first.close();
    await admin(server, 'postgres', (client) =>
      client.query(`CREATE DATABASE ${SMALL} TEMPLATE ${DATABASE}`),
    );
    // In a few villages of one township: their lists fill a page there too, and pages of one length are compared.
    await fill(server, SMALL, manyCases(FEW, TOWN, FEW_VILLAGES));
    const started = performance.now();
    await fill(server, DATABASE, manyCases(MANY));
    const filled = performance.now() - started;
    const small = await open(server, SMALL, keys);
    const large = await open(server, DATABASE, keys);
    try {
      const figures: Figure[] = [];
      for (const [name, person, operation, asked] of [...ASKED, ...COUNTED]) {
        const input = operation === 'reviews.queue' ? { limit: PAGE, ...asked } : asked;
        const isCounted = COUNTED.some(([counted]) => counted === name);
        const times = { small: [] as number[], large: [] as number[] };
        let lengths = '';
        for (let call = isCounted ? -1 : -WARM_UP; call < (isCounted ? COUNTED_CALLS : CALLS); call += 1) {
          const a = await small.ask(person, operation, input);
          const b = await large.ask(person, operation, input);
          if (call >= 0) {
            times.small.push(a.ms);
            times.large.push(b.ms);
          }
          // Pages of different lengths compare nothing: it is said.
          if (!isCounted && a.rows !== b.rows) lengths = `, ${a.rows} rows beside ${b.rows}`;
        }
        for (const p of [50, 99]) {
          const floor = percentile(times.small, p);
          figures.push({
            name: `${name}, p${p} of 100,000 (floor: of 1,000${lengths})`,
            value: percentile(times.large, p),
            unit: 'ms',
            floor,
            goal: p === 50 ? null : isCounted ? COUNTED_GOAL_MS : Math.round(floor * GOAL * 100) / 100,
          });
        }
      }
      const [few, many] = [await small.plans(), await large.plans()];
      const other = many.filter((plan, index) => plan !== few[index]);
      if (other.length > 0) console.error(other[0], few[many.indexOf(other[0] ?? '')]);
      figures.push({
        name: 'plans of lists and counts that are other ones',
        value: other.length,
        unit: `of ${many.length}`,
        floor: null,
        goal: 0,
      });
      figures.push({
        name: 'filling a county with 100,000 cases',
        value: Math.round(filled / 100) / 10,
        unit: 's',
        floor: null,
        goal: null,
      });
      return figures;
    } finally {
      await small.close();
      await large.close();
    }
  } finally {
    await server.stop();
  }
}

async function open(
  server: Server,
  database: string,
  keys: Keys,
): Promise<County & { seed(): Promise<void> }> {
  const app = openDatabase({ url: urlOf(server.url('app'), database), max: 1 });
  const clock = await openLocalClock(app);
  const adapters = benchAdapters(
    app,
    { ...clock, now: () => NOW, ms: () => Date.parse(NOW), wall: () => clock.wall() },
    keys,
  );
  const pipeline = createPipeline(adapters, { profile: 'local', rateFactor: 1e9 });
  const sessions = new Map<string, string>();
  let asked = 0;
  const must = async (operation: OperationName, input: unknown, token?: string) => {
    asked += 1;
    const { status, body } = await pipeline.invoke({
      operation,
      input,
      requestId: `bench-${process.pid}-${asked}`,
      identity: token === undefined ? { kind: 'anonymous' } : { kind: 'session', token },
    });
    if (status !== 200) throw new Error(`${operation}: ${status} ${JSON.stringify(body)}`);
    return body;
  };
  return {
    seed: async () => void (await seedDemo(adapters)),
    async ask(person, operation, input) {
      if (!sessions.has(person)) {
        const body = await must('accounts.signIn', { token: keys.demoToken(`demo-${person}`) });
        sessions.set(person, (body as { session: string }).session);
      }
      const started = performance.now();
      const body = await must(operation, input, sessions.get(person));
      const ms = performance.now() - started;
      return { ms, rows: ((body as { rows?: unknown[] }).rows ?? []).length };
    },
    async plans() {
      const plans: string[] = [];
      for (const region of [DEMO_COUNTY, TOWN, FIRST_VILLAGE])
        for (const list of [
          'ALL',
          'TODO:COUNTY_CLERK',
          'ALL/R:WATER',
          'ALL/S:TOWN_REVIEW',
          'FAMILY/C:LINKED',
          'ALL/S:VERIFYING/C:LINKED/R:WATER',
        ])
          for (const { text } of [findQueue, countQueues])
            plans.push(
              await app.transaction({ region, person: 'demo-wu-haiyan' }, async (db) => {
                await db.rows(readInOrder);
                const values = [['k'], [region], [list], ['9999-12-31'], [], '0001-01-01', '', 51];
                const lines = await db.rows<{ 'QUERY PLAN': string }>(
                  { name: '', text: `EXPLAIN (COSTS OFF) ${text}` },
                  values,
                );
                return lines.map((line) => line['QUERY PLAN']).join('\n');
              }),
            );
      return plans;
    },
    close: () => app.close(),
  };
}

const urlOf = (url: string, database: string) =>
  Object.assign(new URL(url), { pathname: `/${database}` }).href;

/** Works as a superuser in one of the databases. */
async function admin<T>(server: Server, database: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: urlOf(server.url('admin', DATABASE), database) });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Rows first, then all their lists at once, then the indexes: the same as row by row, and minutes faster. */
async function fill(server: Server, database: string, cases: string): Promise<void> {
  await admin(server, database, async (client) => {
    await client.query("SET session_replication_role = replica; SET maintenance_work_mem = '256MB'");
    const { rows: indexes } = await client.query<{ name: string; made: string }>(
      "SELECT indexname AS name, indexdef AS made FROM pg_indexes WHERE tablename = 'case_list' AND indexname NOT LIKE '%pkey'",
    );
    for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
    await client.query(cases);
    await client.query(movesOf(NOW.slice(0, 10)));
    await client.query(
      `INSERT INTO case_list (county, case_id, list, village, due_key)
       SELECT r.county, r.id, l, r.village, r.due_key
         FROM case_row r, unnest(lists_of(r.open, r.holder, r.holder_id, r.desks, r.returned, r.state, r.channel, r.risks)) AS l
        ORDER BY r.id, l`,
    );
    for (const { made } of indexes) await client.query(made);
    await client.query('VACUUM ANALYZE');
  });
}

function percentile(times: number[], p: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.ceil((sorted.length * p) / 100) - 1);
  return Math.round((sorted[at] ?? 0) * 100) / 100;
}
