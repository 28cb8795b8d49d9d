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

async function once(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/**
 * Looks at a database as superuser, over one connection for all questions: to open one costs many times what it is
 * asked. Whatever a question set is forgotten after it.
 */
function openLook(url: string): Pick<TestDatabase, 'look'> & { end(): Promise<void> } {
  let opened: Promise<Client> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const forget = () => {
    opened = undefined;
  };
  const open = async () => {
    const client = new Client({ connectionString: url });
    client.on('error', forget).on('end', forget);
    await client.connect();
    return client;
  };
  const ask = async <Row extends QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]> => {
    opened ??= open();
    opened.catch(forget);
    const client = await opened;
    try {
      return (await client.query<Row>(sql, values)).rows;
    } finally {
      await client.query('DISCARD ALL').catch(() => undefined);
    }
  };
  return {
    look<Row extends QueryResultRow>(sql: string, values?: unknown[]) {
      const rows = last.then(() => ask<Row>(sql, values));
      last = rows.catch(() => undefined);
      return rows;
    },
    async end() {
      const client = await opened?.catch(() => undefined);
      await client?.end();
    },
  };
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
  const { look, end } = openLook(at(server.admin));
  return {
    appUrl: at(server.app),
    ownerUrl: at(server.owner),
    adminUrl: at(server.admin),
    look,
    async drop() {
      await end();
      await once(server.admin, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}
