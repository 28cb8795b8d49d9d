import { join } from 'node:path';
import { Client } from 'pg';

const FOLDER = join(__dirname, 'migrations');

/** One number for all who migrate this system on a server: the second waits for the first, then finds nothing to do. */
const TURN = 150_521;

export interface MigrateOptions {
  log(line: string): void;
  /** Where the numbered files lie; the repository's own when not given. */
  folder?: string;
}

/**
 * Brings a database up to date: runs each `NNNN_name.sql` not yet run, in number order, each in its own transaction,
 * so a failing one leaves the database as the one before it made it.
 * @param ownerUrl connection string of the owner's login
 * @returns the names of the migrations run now, in order
 * @throws when a file fails, or when one was slipped in before a file already run
 */
export async function migrate(ownerUrl: string, options: MigrateOptions): Promise<string[]> {
  // An ES module only, so it cannot be imported statically from here.
  const { runner } = await import('node-pg-migrate');
  const client = new Client({ connectionString: ownerUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(`SET client_min_messages = warning; SELECT pg_advisory_lock(${TURN})`);
    const done = await runner({
      dbClient: client,
      dir: options.folder ?? FOLDER,
      direction: 'up',
      migrationsTable: 'schema_migration',
      noLock: true,
      logger: quiet(options.log),
    });
    return done.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

/** The runner takes our four-digit numbers for broken time stamps and says so about every file. */
function quiet(log: (line: string) => void) {
  const pass = (line: string) => {
    if (!line.startsWith("Can't determine timestamp")) log(line);
  };
  return { info: pass, warn: pass, error: pass };
}
