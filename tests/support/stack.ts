import { randomBytes } from 'node:crypto';
import { DATABASE, ROLES } from '@infra/database/roles';
import { Client, type QueryResultRow } from 'pg';
import { TEST_SERVER, type TestServer } from './global-server';

export interface TestDatabase {
  /** As the functions connect: no superuser, row-level security applies. */
  appUrl: string;
  /** As the migrations connect. */
  ownerUrl: string;
  /** A superuser, for what no part of the system may do: look past row-level security. */
  adminUrl: string;
  /** Runs one statement as superuser and gives its rows. */
  look<Row extends QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>;
  /** Removes the database, open connections or not. */
  drop(): Promise<void>;
}

function testServer(): TestServer {
  const text = process.env[TEST_SERVER];
  if (!text)
    throw new Error('No test database: this project needs tests/support/global-setup.ts in jest.config.cjs');
  return JSON.parse(text) as TestServer;
}

async function once<Row extends QueryResultRow>(
  url: string,
  sql: string,
  values?: unknown[],
): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/**
 * A database for one test file: every migration run, the demo county's regions there, nothing else. It is a copy of
 * one made once a run, so it costs some tens of milliseconds. Call `drop` in `afterAll`.
 */
export async function startTestDatabase(): Promise<TestDatabase> {
  const server = testServer();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await once(server.admin, `CREATE DATABASE ${name} TEMPLATE ${DATABASE} OWNER ${ROLES.owner}`);
  // Privileges on a database itself are not copied.
  await once(
    server.admin,
    `REVOKE ALL ON DATABASE ${name} FROM PUBLIC; GRANT CONNECT ON DATABASE ${name} TO ${ROLES.app}`,
  );
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  return {
    appUrl: at(server.app),
    ownerUrl: at(server.owner),
    adminUrl: at(server.admin),
    look: (sql, values) => once(at(server.admin), sql, values),
    drop: async () => void (await once(server.admin, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
  };
}
