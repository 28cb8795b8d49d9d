/**
 * The one PostgreSQL of a test run, as a child process: it starts a throwaway server, migrates the database that every
 * test's own is copied from, says so in one JSON line, and ends when its standard input does, so also when the run
 * was killed.
 */

import { migrate } from '@infra/database/migrate';
import { DEMO_COUNTY, readCounty, seedRegions } from '@infra/database/seed/regions';
import { startThrowaway } from '@infra/database/server';
import type { TestServer } from './global-server';

async function main(): Promise<void> {
  const lines: string[] = [];
  const database = await startThrowaway();
  try {
    await migrate(database.url('owner'), { log: (line) => lines.push(line) }).catch((error: unknown) => {
      console.error(lines.join('\n'));
      throw error;
    });
    await seedRegions(database.url('owner'), readCounty(DEMO_COUNTY));
    const ready: TestServer = {
      admin: database.url('admin'),
      owner: database.url('owner'),
      app: database.url('app'),
    };
    console.log(JSON.stringify(ready));
    await new Promise((resolve) => process.stdin.once('end', resolve).resume());
  } finally {
    await database.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
