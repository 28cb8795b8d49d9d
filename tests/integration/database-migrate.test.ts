import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { startTestDatabase, type TestDatabase } from '@tests/support/stack';

jest.setTimeout(60_000);

const ROOT = join(__dirname, '..', '..');

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await startTestDatabase();
  // As empty as before the first migration. Not by DROP OWNED: that takes a role's right to connect to every database.
  await database.look(
    'DROP SCHEMA public CASCADE; CREATE SCHEMA public AUTHORIZATION pg_database_owner; GRANT USAGE ON SCHEMA public TO PUBLIC',
  );
  folder = mkdtempSync(join(tmpdir(), 'migrations-'));
});

afterEach(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const file = (name: string, sql: string) => writeFileSync(join(folder, `${name}.sql`), sql);

/**
 * Runs the migrations in a process of its own, for the tool is an ES module and jest loads none. Gives the names of
 * those run, or the error's message.
 */
async function run(): Promise<string[] | { error: string }> {
  const main = join(mkdtempSync(join(tmpdir(), 'migrate-')), 'main.ts');
  writeFileSync(
    main,
    `import { migrate } from ${JSON.stringify(join(ROOT, 'infra/database/migrate'))};
     migrate(process.env.URL, { folder: process.env.FOLDER, log() {} }).then(
       (names) => console.log(JSON.stringify(names)),
       (error) => console.log(JSON.stringify({ error: error.message })),
     );`,
  );
  const env = { ...process.env, URL: database.ownerUrl, FOLDER: folder };
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', main], {
    cwd: ROOT,
    env,
  });
  rmSync(dirname(main), { recursive: true });
  return JSON.parse(stdout);
}

const tables = async () =>
  (
    await database.look<{ name: string }>(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'schema_migration' ORDER BY 1",
    )
  ).map(({ name }) => name);

test('runs in number order what was not run yet', async () => {
  file('0002_second', 'INSERT INTO one VALUES (2);');
  file('0001_first', 'CREATE TABLE one (n int);');
  expect(await run()).toEqual(['0001_first', '0002_second']);
  expect(await run()).toEqual([]);
  file('0003_third', 'CREATE TABLE three ();');
  expect(await run()).toEqual(['0003_third']);
  expect(await tables()).toEqual(['one', 'three']);
});

test('leaves nothing of a file that fails, and all of those before it', async () => {
  file('0001_good', 'CREATE TABLE good ();');
  file('0002_bad', 'CREATE TABLE half (); SELECT 1 / 0;');
  expect(await run()).toEqual({ error: 'division by zero' });
  expect(await tables()).toEqual(['good']);
  file('0002_bad', 'CREATE TABLE whole ();');
  expect(await run()).toEqual(['0002_bad']);
  expect(await tables()).toEqual(['good', 'whole']);
});

test('refuses a file slipped in before one already run', async () => {
  file('0002_second', 'CREATE TABLE two ();');
  await run();
  file('0001_first', 'CREATE TABLE one ();');
  expect(await run()).toEqual({ error: expect.stringContaining('0001_first') });
  expect(await tables()).toEqual(['two']);
});

test('of two at once, one works and the other waits and finds nothing to do', async () => {
  file('0001_slow', 'CREATE TABLE one (); SELECT pg_sleep(0.3);');
  const main = (await Promise.all([run(), run()])) as string[][];
  expect(main.flat()).toEqual(['0001_slow']);
});
